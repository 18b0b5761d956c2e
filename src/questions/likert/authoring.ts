import * as z from "zod";
import type { AuthoringType, RenderKit, SpecProblem } from "../authoring.ts";
import type { ChoiceKey } from "../choice/core.ts";
import { NOT_GRADED, notGraded } from "../not-graded.ts";
import { plain } from "../plain.ts";

export interface LikertSpec {
  /** The author's labels from one end to the other; absent: agreement in five steps, in the course's language. */
  readonly scale?: readonly string[];
}

const AGREEMENT = ["agree1", "agree2", "agree3", "agree4", "agree5"] as const;

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
    const steps = labelsOf(spec, kit).map((label, index) => {
      return { o: parts[index] ?? index + 1, text: plain(label), label };
    });
    const key: ChoiceKey = { choices: steps.map(({ o, text }) => ({ o, right: false, text })) };
    return { key, view: { steps: steps.map(({ o, label }) => ({ ordinal: o, label })) } };
  },
  answers: ({ spec }, kit) => labelsOf(spec, kit).map((html) => ({ kind: "open", html })),
};

function labelsOf({ scale }: LikertSpec, kit: RenderKit): readonly string[] {
  return scale ? scale.map((text, index) => kit.inline(text, index)) : AGREEMENT.map(kit.word);
}

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
