import type { Rule } from "./rule.ts";

export const nothingGraded: Rule = {
  code: "quiz/nothing-graded",
  severity: "warning",
  summary: "Every attempt asks at least one question that gives points.",
  reason: "An attempt of likert and essay questions alone scores 0%, whatever the learner answers.",
  example: `draw: [{ from: opinions, count: 2 }] # and the pool holds only likert questions`,
  perModule: true,
  *check({ modules }) {
    for (const { quiz, title } of modules) {
      if (!quiz) continue;
      const graded = new Set(quiz.questions.flatMap(({ ordinal, points }) => (points > 0 ? [ordinal] : [])));
      const sure = quiz.draw.some(({ count, items }) => count > items.filter((item) => !graded.has(item)).length);
      if (sure) continue;
      yield {
        message: `The quiz of “${title}” can ask questions without points alone.`,
        place: quiz.draw[0]?.place ?? quiz.place,
        help: "Put the questions that no machine marks into a pool of their own, and draw graded ones beside it.",
      };
    }
  },
};
