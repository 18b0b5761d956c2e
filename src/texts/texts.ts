/** The texts of every language that the tool speaks. */
import { page as english } from "./en.ts";
import { page as spanish } from "./es.ts";

export type PageTexts = Readonly<Record<keyof typeof english, string>>;

const PAGES: Readonly<Record<string, PageTexts>> = { en: english, es: spanish };

/** The languages with texts of their own, by their primary subtags. */
export const LANGUAGES: readonly string[] = Object.keys(PAGES);

/** The primary subtag of a BCP 47 tag: `es` for `es-MX` (RFC 5646, 2.2.1). */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** The texts of pages in a language, by its BCP 47 tag; English where there are none. */
export function pageTexts(language: string): PageTexts {
  return PAGES[primaryLanguage(language)] ?? english;
}

/** Puts values into a text's `{places}`; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
