import type { Rule } from "./rule.ts";

export const noRationale: Rule = {
  code: "question/no-rationale",
  severity: "warning",
  summary: "Every graded question says why its right answer is right.",
  reason: "Learners who guessed right, or wrong, learn from the reason and not from the mark.",
  example: `- id: first-step
  stem: Which comes first?`,
  perModule: true,
  *check({ modules }) {
    for (const question of modules.flatMap(({ quiz }) => quiz?.questions ?? [])) {
      if (question.rationale || question.points === 0) continue;
      yield {
        message: `The question “${question.id}” has no rationale.`,
        place: question.place,
        help: "Add `rationale:` with one or two sentences (in quiz.md: a line that begins with `> `).",
      };
    }
  },
};
