import * as z from "zod";
import type { AuthoringType } from "../authoring.ts";
import { NOT_GRADED, notGraded } from "../not-graded.ts";
import { essay as core, type EssayKey } from "./core.ts";

export interface EssaySpec {
  /** In bytes of UTF-8: a letter of English is one, most other letters are two or three. */
  readonly limit: number;
  /** Markdown. */
  readonly model?: string;
  /** What a good answer does, as Markdown without blocks. */
  readonly rubric: readonly string[];
}

const [SHORTEST, USUAL, LONGEST] = [20, 500, 2_000];
/** Above it, one answer takes more than a third of what an LMS is sure to store. */
const HEAVY = 1_000;
/** Every package's resume state fits into so many characters (`tracking/codec.ts`). */
const BUDGET = "3,800";

const limit = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number >= SHORTEST && number <= LONGEST) return number;
  const params = { help: `Write a whole number of characters from ${SHORTEST} to ${LONGEST}.` };
  context.addIssue({ code: "custom", message: `is “${text}”.`, params });
  return z.NEVER;
});

const words = (empty: string) => z.string().trim().min(1, empty);

/** A text that a person reads: recorded, explained by a model answer and a rubric, never marked by the machine. */
export const essay: AuthoringType<EssaySpec> = {
  name: "essay",
  graded: false,
  schema: z.object({
    limit: limit.default(USUAL),
    model: words("`model` is empty: write a model answer or leave the key out.").exactOptional(),
    rubric: z
      .array(words("A criterion needs text."))
      .min(1, "names no criterion.")
      .max(20, "names over 20.")
      .default([]),
    ...notGraded,
  }),
  keys: ["limit", "model", "rubric", ...NOT_GRADED],
  problems(spec) {
    if (spec.limit <= HEAVY) return [];
    const weight = Math.ceil(core.maxBits({ limit: spec.limit }) / 6);
    return [
      {
        code: "heavy-essay",
        severity: "warning",
        path: ["limit"],
        message: `An answer of ${spec.limit} characters can take ${weight} of the ${BUDGET} characters that an LMS keeps of all work in a package.`,
        help: `Ask for at most ${HEAVY} characters, or keep this question in a small package.`,
      },
    ];
  },
  // The limit bounds what stored answers weigh, so another limit begins a new question.
  shape: ({ limit }) => `essay-${limit}`,
  parts: () => [],
  texts: ({ model, rubric }) => [
    ...(model === undefined ? [] : [{ path: ["model"], text: model }]),
    ...rubric.map((text, index) => ({ path: ["rubric", index], text })),
  ],
  deliver({ spec: { limit, model, rubric } }, kit) {
    const before = model === undefined ? 0 : 1;
    const key: EssayKey = {
      limit,
      ...(model === undefined ? {} : { model: kit.block(model, 0) }),
      ...(rubric.length === 0 ? {} : { rubric: rubric.map((text, index) => kit.inline(text, before + index)) }),
    };
    return { key, view: { rows: Math.min(14, Math.max(3, Math.ceil(limit / 60))) } };
  },
  answers({ spec: { model, rubric } }, kit) {
    const before = model === undefined ? 0 : 1;
    return [
      ...(model === undefined ? [] : [{ kind: "model" as const, html: kit.block(model, 0) }]),
      ...rubric.map((text, index) => ({ kind: "good" as const, html: kit.inline(text, before + index) })),
    ];
  },
};
