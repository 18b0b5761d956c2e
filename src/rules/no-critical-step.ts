import type { Rule } from "./rule.ts";

export const noCriticalStep: Rule = {
  code: "check-off/no-critical-step",
  severity: "hint",
  summary: "A check-off sheet marks the steps that nobody may get wrong.",
  reason: "Without one, a student who puts a patient at risk can pass on points.",
  example: `steps:
  - Check the name and the date of birth.
  - Apply the tourniquet.`,
  *check({ checkOffs = [] }) {
    for (const { title, steps, place } of checkOffs) {
      if (steps.some((entry) => "step" in entry && entry.critical)) continue;
      yield {
        message: `No step of “${title}” is critical.`,
        place,
        help: "Write `{ step: …, critical: true }` where a mistake would harm someone.",
      };
    }
  },
};
