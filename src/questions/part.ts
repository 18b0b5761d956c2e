/** Parts of a question as authors write them: a text, or a map with the text and more. */
import { z } from "zod";
import type { SpecProblem } from "./authoring.ts";

export type Path = readonly (string | number)[];

/** A part with its place below the question. */
export interface Part {
  readonly text: string;
  readonly id?: string;
  /** Feedback for whoever got this part wrong. */
  readonly why?: string;
  readonly path: Path;
}

/** SCORM 2004 promises room for 36 pairs or steps in one answer (RTE 4.1.1.7). */
export const MOST_PARTS = 36;

export const partText = z.string().trim().min(1, "This has no text: write it, or remove the entry.");
export const partId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9._-]*$/, "An id is letters, digits, `-`, `_`, `.`, starting with a letter.");
export const partWhy = z.string().trim().min(1, "`why` is empty: write feedback or leave the key out.");

const spread = (value: unknown): unknown => (typeof value === "string" ? { text: value } : value);

/** `text`, or `{ text, id }`. */
export const part = z.preprocess(spread, z.strictObject({ text: partText, id: partId.exactOptional() }));

/** `text`, or `{ text, id, why }`. */
export const explainedPart = z.preprocess(
  spread,
  z.strictObject({ text: partText, id: partId.exactOptional(), why: partWhy.exactOptional() }),
);

/** A list of parts that has at least so many. */
export function partList<T extends z.ZodType>(of: T, least: number, tooFew: string) {
  return z.array(of).min(least, tooFew).max(MOST_PARTS, `A question can hold at most ${MOST_PARTS} of these.`);
}

/** Parts that are right nowhere. */
export const distractors = z.array(part).max(MOST_PARTS, `There can be at most ${MOST_PARTS} distractors.`).default([]);

/** Parts with their places; `at` leads to their list. */
export function placedParts(list: readonly Omit<Part, "path">[], at: Path): readonly Part[] {
  return list.map((entry, index) => ({ ...entry, path: [...at, index, "text"] }));
}

/** What makes two texts the same to a reader, and to the lock file. */
export const sameText = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Parts that cannot be told apart by their text. */
export function equalTexts(list: readonly Part[], code: string, help: string): readonly SpecProblem[] {
  return repeated(list, ({ text }) => sameText(text)).map(({ text, path }) => {
    const message = `“${text}” stands here twice.`;
    return { code, severity: "error", path, message, help };
  });
}

/** Ids that name more than one part. */
export function equalIds(list: readonly Part[]): readonly SpecProblem[] {
  return repeated(
    list.filter(({ id }) => id !== undefined),
    ({ id }) => id ?? "",
  ).map(({ id, path }) => ({
    code: "duplicate-part-id",
    severity: "error",
    path: [...path.slice(0, -1), "id"],
    message: `The id “${id}” names two parts of this question.`,
    help: "Give each part an id of its own.",
  }));
}

function repeated(list: readonly Part[], keyOf: (part: Part) => string): readonly Part[] {
  return list.filter((entry, index) => list.findIndex((other) => keyOf(other) === keyOf(entry)) < index);
}
