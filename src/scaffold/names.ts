/** Permanent names out of what people write, and what people write as YAML. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readYaml } from "../load/yaml.ts";

/** Words that say nothing about a question or lesson. English: other languages keep all their words. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "a an and are as at be by can do does first for from how in is it its may most not of on or should that the their these they this to was what when where which who why will with you your".split(
    " ",
  ),
);

/** How long a name may become. In characters. */
const LONGEST = 32;

/**
 * A name of lower-case letters, digits and hyphens that begins with a letter, out of the first words that say something.
 * It is none of `taken`, and is then one of them.
 *
 * @param fallback the name when the text has no Latin letters; a legal name
 */
export function nameFrom(text: string, taken: Set<string>, fallback: string): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  const joined = short(telling.length > 0 ? telling : words);
  const name = joined === "" ? fallback : joined.replace(/^(?=\d)/, `${fallback}-`);
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  taken.add(free);
  return free;
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/** As many whole words as fit, but the first in any case. */
function short([first = "", ...words]: readonly string[]): string {
  let name = first.slice(0, LONGEST);
  for (const word of words) {
    if (name.length + 1 + word.length > LONGEST) break;
    name += `-${word}`;
  }
  return name;
}

/** "heart-and-lungs" → "Heart and lungs"; empty when the name has no words. */
export function titleFrom(name: string): string {
  const words = name.replace(/[-_.\s]+/g, " ").trim();
  return words.replace(/^./u, (letter) => letter.toUpperCase());
}

/** What is wrong with a permanent name that someone chose for a `thing`. */
export function unfitName(name: string, thing: string): readonly Diagnostic[] {
  if (/^[a-z][a-z0-9-]{0,63}$/.test(name)) return [];
  const message = `“${name}” cannot be the permanent name of a ${thing}.`;
  const help = "Use lower-case letters, digits and hyphens, starting with a letter.";
  return [{ code: "call/bad-id", severity: "error", message, help }];
}

/** A text as a YAML value on one line: plain where that is safe, else in the quotes that need no escapes, else escaped. */
export function yamlText(text: string): string {
  const single = `'${text.replaceAll("'", "''")}'`;
  return [text, `"${text}"`, single].find((form) => isSafe(form, text)) ?? JSON.stringify(text);
}

function isSafe(form: string, text: string): boolean {
  const { value, notes } = readYaml(`title: ${form}`, { file: "" });
  const data = value?.data;
  return notes.length === 0 && typeof data === "object" && data !== null && "title" in data && data.title === text;
}
