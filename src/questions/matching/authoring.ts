import { z } from "zod";
import type { AuthoringType, SpecProblem } from "../authoring.ts";
import { type PairsSpec, pairsDelivery, pairsProblems } from "../pairs/authoring.ts";
import {
  distractors,
  equalIds,
  equalTexts,
  type Part,
  partId,
  partList,
  partText,
  partWhy,
  placedParts,
  sameText,
} from "../part.ts";

const pair = z.strictObject({
  item: partText,
  match: partText,
  id: partId.exactOptional(),
  why: partWhy.exactOptional(),
});

/** `pairs` of item and match, and `distractors` that match nothing. */
const schema = z
  .object({
    pairs: partList(pair, 2, "A matching question needs at least two pairs."),
    distractors,
  })
  .transform(({ pairs, distractors }): PairsSpec => {
    const options = [...matches(pairs), ...placedParts(distractors, ["distractors"])];
    const items = pairs.map(({ item: text, match, ...rest }, index) => ({
      ...rest,
      text,
      path: ["pairs", index, "item"],
      to: options.findIndex((option) => sameText(option.text) === sameText(match)),
    }));
    return { items, options };
  });

/** Several items may share a match, which is one option then. The id of a pair names both its sides; no id holds a `=`. */
function matches(pairs: readonly z.output<typeof pair>[]): readonly Part[] {
  return pairs.flatMap(({ match: text, id }, index): Part[] => {
    const first = pairs.findIndex(({ match }) => sameText(match) === sameText(text));
    if (first < index) return [];
    const path = ["pairs", index, "match"];
    return [id === undefined ? { text, path } : { text, path, id: `${id}=` }];
  });
}

function problems(spec: PairsSpec): readonly SpecProblem[] {
  const alone: readonly SpecProblem[] = [
    {
      code: "one-option",
      severity: "error",
      path: ["pairs"],
      message: "Every item has the same match, so there is nothing to choose.",
      help: "Add `distractors`, or a pair with another match.",
    },
  ];
  return [
    ...pairsProblems(spec),
    ...equalIds([...spec.items, ...spec.options.filter(({ path }) => path[0] === "distractors")]),
    ...equalTexts(spec.options, "duplicate-distractor", "Remove this distractor: it is an answer already."),
    ...(spec.options.length < 2 ? alone : []),
  ];
}

/** Each item is given its match from a drop-down that holds every match and the distractors. */
export const matching: AuthoringType<PairsSpec> = {
  name: "matching",
  schema,
  keys: ["pairs", "distractors"],
  problems,
  ...pairsDelivery("matching"),
};
