import { type ChoiceKey, type Chosen, chosenState } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";

/** At most eleven steps, counted from 1. */
const POSITIONS = "123456789ab";

/**
 * Never marked: the key holds the steps in their order, and none of them is right. SCORM 1.2 (RTE 3.4.7) takes a single character: the step's position. SCORM 2004 (RTE 4.1.1.7) takes a short
 * identifier: the position with the step's words. There is no correct pattern.
 */
export const likert: CoreType<ChoiceKey, Chosen> = {
  mark: () => ({ earned: 0, possible: 1 }),
  saysMore: () => false,
  ...chosenState,
  encode(standard, { choices }, chosen) {
    const at = choices.findIndex(({ o }) => chosen?.includes(o));
    if (at < 0) return { type: "likert" };
    if (standard === "scorm12") return { type: "likert", response: POSITIONS.charAt(at) };
    const words = (choices[at]?.text ?? "").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
    return { type: "likert", response: [String(at + 1), words.slice(0, 60)].filter(Boolean).join("_") };
  },
};
