/** What the papers themselves say, in the languages that they speak. It is no text of the player: its size must not grow with it. */
import { primaryLanguage } from "../texts/texts.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";

export { fill } from "../texts/texts.ts";

export type GuideWords = Readonly<Record<keyof typeof en, string>>;

const CATALOGS: Readonly<Record<string, GuideWords>> = { en, es };

/** The words in a language, by its BCP 47 tag; English where there are none. */
export function guideWords(language: string): GuideWords {
  return CATALOGS[primaryLanguage(language)] ?? en;
}

/** The word for one of several cases, `type-single`; what it is called in files where there is none. */
export function wordFor(words: GuideWords, area: string, name: string): string {
  const all: Readonly<Record<string, string>> = words;
  return all[`${area}-${name}`] ?? name;
}
