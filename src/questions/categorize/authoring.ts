import { z } from "zod";
import type { AuthoringType, SpecProblem } from "../authoring.ts";
import { type PairsSpec, pairsDelivery, pairsProblems } from "../pairs/authoring.ts";
import { equalIds, equalTexts, explainedPart, MOST_PARTS, partId, partList, partText, placedParts } from "../part.ts";

const category = z.strictObject({
  category: partText,
  id: partId.exactOptional(),
  items: z.array(explainedPart).default([]),
});

/** `categories`, each with the items that belong to it; one without items is a distractor. */
const schema = z
  .object({ categories: partList(category, 2, "There must be at least two categories to choose from.") })
  .transform(
    ({ categories }): PairsSpec => ({
      items: categories.flatMap(({ items }, to) =>
        placedParts(items, ["categories", to, "items"]).map((item) => ({ ...item, to })),
      ),
      options: categories.map(({ category: text, items: _items, ...rest }, index) => ({
        ...rest,
        text,
        path: ["categories", index, "category"],
      })),
    }),
  );

function problems(spec: PairsSpec): readonly SpecProblem[] {
  return [
    ...pairsProblems(spec),
    ...equalIds([...spec.items, ...spec.options]),
    ...equalTexts(spec.options, "duplicate-category", "Put the items of both into one category."),
    ...itemCount(spec.items.length),
  ];
}

function itemCount(items: number): readonly SpecProblem[] {
  const say = (code: string, message: string, help: string): readonly SpecProblem[] => [
    { code, severity: "error", path: ["categories"], message, help },
  ];
  if (items < 2)
    return say("too-few-items", "There are fewer than two items to sort.", "Add `items` to the categories.");
  if (items <= MOST_PARTS) return [];
  return say(
    "too-many-items",
    `There are ${items} items to sort; at most ${MOST_PARTS} can be reported.`,
    "Make two questions.",
  );
}

/** Each item is given its category from a drop-down. */
export const categorize: AuthoringType<PairsSpec> = {
  name: "categorize",
  schema,
  keys: ["categories"],
  problems,
  ...pairsDelivery("categorize"),
};
