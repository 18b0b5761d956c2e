import type { Rule } from "./rule.ts";

export const weightWithoutQuiz: Rule = {
  code: "grading/weight-without-quiz",
  severity: "warning",
  summary: "`grading.weights` names only modules that have a quiz.",
  reason: "A weight without a quiz counts nothing, so the others count for more than you wrote.",
  example: `grading: { weights: { duties: 50, career: 50 } } # and career has no quiz`,
  perModule: true,
  *check({ modules }) {
    for (const { id, weight, quiz, place } of modules) {
      if (weight === undefined || weight === 0 || quiz) continue;
      yield {
        message: `The module “${id}” has a weight but no quiz.`,
        place,
        help: "Write a quiz for it, or take it out of `grading.weights`.",
      };
    }
  },
};
