import type { Rule } from "./rule.ts";

export const noObjectives: Rule = {
  code: "lesson/no-objectives",
  severity: "warning",
  summary: "Every lesson says what the learner will be able to do.",
  reason: "Objectives tell learners what to look for, and authors what to ask about.",
  example: `---
title: Vital signs
---`,
  perModule: true,
  *check({ modules }) {
    for (const { title, objectives, place } of modules.flatMap(({ lessons }) => lessons)) {
      if (objectives.length > 0) continue;
      yield {
        message: `The lesson “${title}” has no objectives.`,
        place,
        help: "Add `objectives:` with one or more sentences that begin with a verb.",
      };
    }
  },
};
