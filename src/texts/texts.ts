/** The texts of every language that the tool speaks. */
import * as en from "./en.ts";
import * as es from "./es.ts";

export type PageTexts = Readonly<Record<keyof typeof en.page, string>>;
export type PlayerTexts = Readonly<Record<keyof typeof en.player, string>>;

interface Catalogue {
  readonly page: PageTexts;
  readonly player: PlayerTexts;
}

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, es };

/** The languages with texts of their own, by their primary subtags. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** The primary subtag of a BCP 47 tag: `es` for `es-MX` (RFC 5646, 2.2.1). */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** The texts of pages in a language, by its BCP 47 tag; English where there are none. */
export function pageTexts(language: string): PageTexts {
  return (CATALOGUES[primaryLanguage(language)] ?? en).page;
}

/** The player's texts in a language, which travel with the package; `undefined` for English, which the player speaks. */
export function playerTexts(language: string): PlayerTexts | undefined {
  const own = CATALOGUES[primaryLanguage(language)] ?? en;
  return own === en ? undefined : own.player;
}

/** Puts values into a text's `{places}`; a place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
