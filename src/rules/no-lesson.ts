import type { Rule } from "./rule.ts";

export const noLesson: Rule = {
  code: "question/no-lesson",
  severity: "hint",
  summary: "Every graded question names the lesson that teaches it.",
  reason: "The review then leads learners back to the lesson, and the report shows which lesson needs work.",
  example: `- id: first-step
  stem: Which comes first?`,
  perModule: true,
  *check({ modules }) {
    for (const question of modules.flatMap(({ quiz }) => quiz?.questions ?? [])) {
      if (question.lesson || question.points === 0) continue;
      yield {
        message: `The question “${question.id}” names no lesson.`,
        place: question.place,
        help: "Add `lesson:` with the lesson's id.",
      };
    }
  },
};
