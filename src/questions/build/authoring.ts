import { z } from "zod";
import type { AuthoringType, SpecProblem } from "../authoring.ts";
import { distractors, equalIds, MOST_PARTS, part, partList, placedParts, sameText } from "../part.ts";
import { allParts, type SequenceSpec, sequenceDelivery } from "../sequence/authoring.ts";

/** `parts` in their right order, and `distractors` that do not belong to the term. */
const schema = z
  .object({
    parts: partList(part, 2, "A term to build needs at least two parts."),
    distractors,
  })
  .transform(
    ({ parts, distractors }): SequenceSpec => ({
      right: placedParts(parts, ["parts"]),
      others: placedParts(distractors, ["distractors"]),
    }),
  );

function problems(spec: SequenceSpec): readonly SpecProblem[] {
  return [...repeatedDistractors(spec), ...equalIds(allParts(spec)), ...partCount(allParts(spec).length)];
}

/** A part may come twice in a term; a distractor like a part would be right. */
function repeatedDistractors({ right, others }: SequenceSpec): readonly SpecProblem[] {
  return others.flatMap(({ text, path }, index) => {
    const earlier = [...right, ...others.slice(0, index)];
    if (!earlier.some((other) => sameText(other.text) === sameText(text))) return [];
    const message = `The distractor “${text}” stands here twice, or is a part of the term.`;
    return [{ code: "duplicate-distractor", severity: "error", path, message, help: "Remove it." }];
  });
}

function partCount(parts: number): readonly SpecProblem[] {
  if (parts <= MOST_PARTS) return [];
  const message = `There are ${parts} parts and distractors; at most ${MOST_PARTS} can be reported.`;
  return [{ code: "too-many-items", severity: "error", path: ["distractors"], message, help: "Leave some out." }];
}

/** A term is put together from parts, some of which may belong nowhere. */
export const build: AuthoringType<SequenceSpec> = {
  name: "build",
  schema,
  keys: ["parts", "distractors"],
  problems,
  ...sequenceDelivery("build"),
};
