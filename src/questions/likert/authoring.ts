import * as z from "zod";
import type { AuthoringType, SpecProblem } from "../authoring.ts";
import { NOT_GRADED, notGraded } from "../not-graded.ts";
import { plain } from "../plain.ts";
import type { LikertKey } from "./core.ts";

export interface LikertSpec {
  /** The author's labels from one end to the other; absent: agreement in five steps, in the learner's language. */
  readonly scale?: readonly string[];
}

/** The player's texts name these steps in the course's language. */
const AGREEMENT = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];

const scale = z
  .array(z.string().trim().min(1, "A step of the scale needs text."))
  .min(2, "A scale needs at least two steps.")
  .max(11, "A scale can have at most eleven steps.");

/** An opinion on a scale: recorded, never graded. */
export const likert: AuthoringType<LikertSpec> = {
  name: "likert",
  graded: false,
  schema: z.object({ scale: scale.exactOptional(), ...notGraded }),
  keys: ["scale", ...NOT_GRADED],
  problems: ({ scale = [] }) => [...twins(scale)],
  // The steps of the default scale have fixed ordinals, those of an author's scale the lock file's.
  shape: ({ scale }) => (scale ? "likert" : "likert-agreement"),
  parts: ({ scale = [] }) => scale.map((text) => ({ text })),
  texts: ({ scale = [] }) => scale.map((text, index) => ({ path: ["scale", index], text })),
  deliver({ spec, parts }, kit) {
    const steps = (spec.scale ?? AGREEMENT).map((text, index) => {
      const label = spec.scale ? kit.inline(text, index) : text;
      return { o: parts[index] ?? index + 1, text: plain(label), label };
    });
    const key: LikertKey = {
      choices: steps.map(({ o, text }) => ({ o, right: false, text })),
      ...(spec.scale ? {} : { agreement: true }),
    };
    return { key, view: { steps: steps.map(({ o, label }) => ({ ordinal: o, label })) } };
  },
  answers: ({ spec: { scale = AGREEMENT } }, kit) =>
    scale.map((text, index) => ({ kind: "open", html: kit.inline(text, index) })),
};

function* twins(scale: readonly string[]): Generator<SpecProblem> {
  for (const [index, text] of scale.entries()) {
    const first = scale.indexOf(text);
    if (first === index) continue;
    yield {
      code: "duplicate-step",
      severity: "error",
      path: ["scale", index],
      message: `Steps ${first + 1} and ${index + 1} of the scale have the same text: “${text}”.`,
      help: "Give each step a text of its own.",
    };
  }
}
