import type { Rule } from "./rule.ts";

export const smallPool: Rule = {
  code: "quiz/small-pool",
  severity: "warning",
  summary: "A pool holds at least twice as many questions as are drawn from it.",
  reason: "Learners who try again would meet mostly the questions that they have just seen explained.",
  example: `draw: [{ from: vitals, count: 4 }] # and five questions with pool: vitals`,
  *check({ modules, exam }) {
    for (const { quiz, grading } of exam ? [...modules, exam] : modules) {
      if (!quiz || grading.attempts === 1) continue;
      for (const { pool, count, items, place } of quiz.draw.flatMap((stratum) => stratum.wishes ?? stratum)) {
        // A quiz that asks everything draws nothing: it repeats its questions on purpose.
        if (items.length >= 2 * count || items.length === count) continue;
        yield {
          message: `The pool “${pool}” has ${items.length} questions, and each attempt draws ${count}.`,
          place,
          help: `Write ${2 * count - items.length} more, or draw ${Math.max(1, Math.floor(items.length / 2))}.`,
        };
      }
    }
  },
};
