import { type ChoiceKey, type Chosen, chosenState, encodeChoice, markChosen } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";
import { ruleOfOne } from "../marking.ts";

/** Exactly one choice is right; there is no partial credit, but a wrong choice can cost points. */
export const single: CoreType<ChoiceKey, Chosen> = {
  mark: (key, chosen, rule) => markChosen(key, chosen, ruleOfOne(rule)),
  ...chosenState,
  encode: encodeChoice,
};
