import { z } from "zod";
import type { AuthoringType } from "../authoring.ts";
import { equalIds, equalTexts, part, partList, placedParts } from "../part.ts";
import { type SequenceSpec, sequenceDelivery } from "../sequence/authoring.ts";

/** `items` in their right order. Two items would need no knowledge: the list never begins in the right order. */
const schema = z
  .object({ items: partList(part, 3, "Putting things in order needs at least three items.") })
  .transform(({ items }): SequenceSpec => ({ right: placedParts(items, ["items"]), others: [] }));

/** All items are put in order. */
export const ordering: AuthoringType<SequenceSpec> = {
  name: "ordering",
  schema,
  keys: ["items"],
  problems: ({ right }) => [
    ...equalTexts(right, "duplicate-item", "Change one of them: items that read the same have no right order."),
    ...equalIds(right),
  ],
  ...sequenceDelivery("ordering"),
};
