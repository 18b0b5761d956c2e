import { type ChoiceKey, type Chosen, chosenState, markChosen } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";
import { ruleOfOne } from "../marking.ts";

/** `t` and `f` in SCORM 1.2 (RTE 3.4.7), `true` and `false` in SCORM 2004 (RTE 4.1.1.7). */
const WORDS = { scorm12: ["f", "t"], scorm2004: ["false", "true"] } as const;

export const trueFalse: CoreType<ChoiceKey, Chosen> = {
  mark: (key, chosen, rule) => markChosen(key, chosen, ruleOfOne(rule)),
  ...chosenState,
  encode(standard, key, chosen) {
    const word = (ordinal: number | undefined) => WORDS[standard][ordinal === 1 ? 1 : 0];
    const answered = chosen?.[0];
    return {
      type: "true-false",
      ...(answered === undefined ? {} : { response: word(answered) }),
      pattern: word(key.choices.find(({ right }) => right)?.o),
    };
  },
};
