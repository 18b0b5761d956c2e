import { sha256 } from "../files.ts";

/** 8 hexadecimal digits: enough to tell the packages of all courses in one LMS apart. */
const DIGITS = 8;

/**
 * A package's identifier when it is first given out: an xs:ID (`[A-Za-z_][A-Za-z0-9_.-]*`), at most 64 characters long
 * before its hash. After that the lock file keeps it, whatever becomes of the ids. Editions never share a learner's work:
 * each has identifiers of its own.
 */
export function packageIdentifier(course: string, module?: string, edition?: string): string {
  const name = [course, edition, module].filter((part) => part !== undefined).join("-");
  const legal = name.replace(/[^A-Za-z0-9_.-]/g, "-").replace(/^(?![A-Za-z_])/, "_");
  return `${legal.slice(0, 64)}-${shortHash([course, module ?? "", ...(edition === undefined ? [] : [edition])].join("\n"))}`;
}

/** What a text is known by where it has no id. */
export function shortHash(text: string): string {
  return sha256(text.normalize("NFC").replace(/\s+/g, " ").trim()).slice(0, DIGITS);
}

/** How a question is known in the lock file: by its id, else by its stem. */
export function questionKey(id: string | undefined, stem: string): string {
  return id ?? `~${shortHash(stem)}`;
}

/** How a question's part is known: by its id, else by its text. No id begins with `~`. */
export function partKey({ id, text }: { readonly id?: string; readonly text: string }): string {
  return id ?? `~${shortHash(text)}`;
}

/** Scripts that run from right to left, by language and by script subtag (BCP 47). */
const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi Arab Hebr Nkoo Syrc Thaa".split(" "));

/** The direction in which a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  const { language: tongue, script } = new Intl.Locale(language);
  return RIGHT_TO_LEFT.has(script ?? tongue) ? "rtl" : "ltr";
}
