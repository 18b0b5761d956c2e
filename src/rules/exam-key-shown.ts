import { quizOf } from "./items.ts";
import type { Rule } from "./rule.ts";

export const examKeyShown: Rule = {
  code: "quiz/exam-key-shown",
  severity: "warning",
  summary:
    "An examination does not explain its answers, nor does a quiz explain those that the examination asks as well.",
  reason: "What feedback has explained to one learner, the next ones know before they sit the examination.",
  example: `use: both # with grading: { feedback: after-submit }`,
  *check({ packages, grading, modules, exam }) {
    if (exam && exam.grading.feedback !== "never") {
      yield {
        message: `The examination explains its answers (\`feedback: ${exam.grading.feedback}\`).`,
        place: exam.place,
        help: "Write `grading: { feedback: never }` in exam.yaml; learners still see their score.",
      };
    }
    for (const module of modules) {
      const [first, ...more] = quizOf(module).filter(({ use }) => use === "both");
      const policies = [
        ...(packages.includes("module") ? [module.grading] : []),
        ...(packages.includes("course") ? [grading] : []),
      ];
      const open = policies.find(({ feedback }) => feedback !== "never");
      if (first === undefined || open === undefined) continue;
      const count = more.length === 0 ? "1 question" : `${more.length + 1} questions`;
      yield {
        message: `The quiz of “${module.title}” explains the answers of ${count} with \`use: both\` (\`feedback: ${open.feedback}\`).`,
        place: first.place,
        help: "Use `use: quiz` for practice and `use: exam` for the examination, or `feedback: never`.",
        related: more.map(({ id, place }) => ({ message: `“${id}”`, place })),
      };
    }
  },
};
