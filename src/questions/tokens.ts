/** Names of a question's parts in reports: they stay with the part, whatever is added or removed around it. */
const TOKENS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** How many ordinals have a token of one character. */
export const LETTERS = TOKENS.length;

/** A single character where there is one, as SCORM 1.2 wants it (RTE 3.4.7). The lock file counts parts from 1. */
export function tokenOf(ordinal: number): string {
  return TOKENS[ordinal - 1] ?? `n${ordinal}`;
}

/** The part's character and its first words as a short identifier of SCORM 2004 (RTE 4.1.1.7); at most 70 of Moodle's `[\w.]`. */
export function wordToken(ordinal: number, text: string): string {
  const words = text.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return [tokenOf(ordinal), words.slice(0, 60)].filter(Boolean).join("_");
}
