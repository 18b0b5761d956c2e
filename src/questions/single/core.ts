import { type ChoiceKey, type Chosen, chosenState, encodeChoice, markChosen } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";

/** Exactly one choice is right; there is no partial credit. */
export const single: CoreType<ChoiceKey, Chosen> = {
  mark: (key, chosen) => markChosen(key, chosen, "all-or-nothing"),
  ...chosenState,
  encode: encodeChoice,
};
