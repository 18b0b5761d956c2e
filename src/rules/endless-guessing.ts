import type { Rule } from "./rule.ts";

export const endlessGuessing: Rule = {
  code: "grading/endless-guessing",
  severity: "warning",
  summary: "Unlimited attempts with immediate feedback draw from pools larger than one attempt.",
  reason:
    "When every attempt asks the same questions and each answer is explained at once, anyone passes by clicking through twice.",
  example: `grading: { attempts: unlimited, feedback: immediate }`,
  perModule: true,
  *check({ modules }) {
    for (const { title, grading, quiz } of modules) {
      if (!quiz || grading.attempts !== 0 || grading.feedback !== "immediate") continue;
      if (quiz.draw.some(({ items, count }) => items.length > count)) continue;
      yield {
        message: `The quiz of “${title}” always asks the same questions, explains each at once and may be repeated without limit.`,
        place: quiz.place,
        help: "Use `feedback: after-submit`, limit `attempts`, or draw from larger pools.",
      };
    }
  },
};
