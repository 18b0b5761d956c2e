/** What the choice types share on the authoring side: a list of choices, each right or wrong. */
import * as z from "zod";
import type { SpecProblem } from "../authoring.ts";

/** One choice as the author wrote it. */
export interface Choice {
  readonly text: string;
  readonly right: boolean;
  readonly id?: string;
  /** Feedback for whoever chose it. */
  readonly why?: string;
}

const text = z.string().trim().min(1, "A choice needs text.");

/** `{ right: text }` or `{ wrong: text }`, with `why` and `id` beside it. */
const choice = z
  .strictObject({
    right: text.optional(),
    wrong: text.optional(),
    why: z.string().trim().min(1, "`why` is empty: write feedback or leave the key out.").optional(),
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9._-]*$/, "A choice's id is letters, digits, `-`, `_`, `.`, starting with a letter.")
      .optional(),
  })
  .transform((value, context): Choice => {
    const { right, wrong, why, id } = value;
    if ((right === undefined) === (wrong === undefined)) {
      context.addIssue({ code: "custom", message: "A choice is either `right: …` or `wrong: …`." });
      return z.NEVER;
    }
    return {
      text: right ?? wrong ?? "",
      right: right !== undefined,
      ...(why === undefined ? {} : { why }),
      ...(id === undefined ? {} : { id }),
    };
  });

/** At most 60: what a question can hold and every standard can still report. */
export const choices = z
  .array(choice)
  .min(2, "A question needs at least two choices.")
  .max(60, "A question can hold at most 60 choices.");

/** Problems that every list of choices can have. */
export function choiceProblems(list: readonly Choice[]): readonly SpecProblem[] {
  return [...twins(list, "text", "duplicate-choice"), ...twins(list, "id", "duplicate-choice-id")];
}

function* twins(list: readonly Choice[], field: "text" | "id", code: string): Generator<SpecProblem> {
  const seen = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const value = item[field];
    if (value === undefined) continue;
    const key = value.replace(/\s+/g, " ");
    const first = seen.get(key);
    seen.set(key, first ?? index);
    if (first === undefined) continue;
    yield {
      code,
      severity: "error",
      path: field === "id" ? ["choices", index, "id"] : ["choices", index, item.right ? "right" : "wrong"],
      message: `Choices ${first + 1} and ${index + 1} have the same ${field}: “${value}”.`,
      help: field === "id" ? "Give each choice an id of its own." : "Change one of them or remove it.",
    };
  }
}

/** A problem with which choices are right. */
export function keyProblem(code: string, message: string, help: string): SpecProblem {
  return { code, severity: "error", path: ["choices"], message, help };
}
