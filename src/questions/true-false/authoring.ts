import * as z from "zod";
import type { AuthoringType } from "../authoring.ts";
import type { ChoiceKey } from "../choice/core.ts";

export interface TrueFalseSpec {
  readonly answer: boolean;
  /** Feedback for the wrong answer. */
  readonly why?: string;
}

/** The ordinals of the two answers never change, so the lock file needs none. */
const TRUE = 1;
const FALSE = 0;

const answer = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(["true", "false"], { error: "`answer` is `true` or `false`." }))
  .transform((word) => word === "true");

/** A statement that is true or false; the two answers keep their order. */
export const trueFalse: AuthoringType<TrueFalseSpec> = {
  name: "true-false",
  schema: z
    .object({
      answer,
      why: z.string().trim().min(1, "`why` is empty: write feedback or leave the key out.").optional(),
    })
    .transform(({ answer, why }) => (why === undefined ? { answer } : { answer, why })),
  keys: ["answer", "why"],
  problems: () => [],
  shape: () => "true-false",
  parts: () => [],
  texts: ({ why }) => (why === undefined ? [] : [{ path: ["why"], text: why }]),
  deliver({ spec }, kit) {
    const feedback = spec.why === undefined ? {} : { why: kit.inline(spec.why, 0) };
    const side = (o: number, text: string, right: boolean) => ({ o, right, text, ...(right ? {} : feedback) });
    const key: ChoiceKey = {
      choices: [side(TRUE, kit.word("true"), spec.answer), side(FALSE, kit.word("false"), !spec.answer)],
    };
    return { key, view: { choices: key.choices.map(({ o, text }) => ({ ordinal: o, label: text })) } };
  },
  answers({ spec: { answer, why } }, kit) {
    const feedback = why === undefined ? {} : { why: kit.inline(why, 0) };
    const side = (html: string, right: boolean) =>
      right ? ({ kind: "right", html } as const) : ({ kind: "wrong", html, ...feedback } as const);
    return [side(kit.word("true"), answer), side(kit.word("false"), !answer)];
  },
};
