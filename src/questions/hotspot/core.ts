import { type ChoiceKey, type Chosen, chosenState, encodeChoice, markChosen } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";
import { ruleOfOne } from "../marking.ts";

/** Regions as choices: their text says what is there. */
export type HotspotKey = ChoiceKey;

/** One right region is chosen, several are ticked. */
export function hasOneAnswer({ choices }: HotspotKey): boolean {
  return choices.filter(({ right }) => right).length === 1;
}

/** Where one region is right there is no partial credit; where several are, each counts as a choice does. */
export const hotspot: CoreType<HotspotKey, Chosen> = {
  mark: (key, chosen, rule) => markChosen(key, chosen, hasOneAnswer(key) ? ruleOfOne(rule) : rule),
  ...chosenState,
  encode: encodeChoice,
};
