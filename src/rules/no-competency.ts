import type { Rule } from "./rule.ts";

export const noCompetency: Rule = {
  code: "question/no-competency",
  severity: "hint",
  summary: "In a course with competency frameworks every question names what it assesses.",
  reason: "Coverage can be shown to accreditors only for questions that name a competency.",
  example: `- id: first-step # in a course with frameworks
  stem: Which comes first?`,
  perModule: true,
  *check({ modules, frameworks }) {
    if (frameworks.length === 0) return;
    for (const question of modules.flatMap(({ quiz }) => quiz?.questions ?? [])) {
      if (question.competencies.length + question.supports.length > 0) continue;
      yield {
        message: `The question “${question.id}” names no competency.`,
        place: question.place,
        help: "Add `competencies:` or, when it only prepares for one, `supports:`.",
      };
    }
  },
};
