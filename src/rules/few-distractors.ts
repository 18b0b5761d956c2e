import { choicesOf, quizOf } from "./items.ts";
import type { Rule } from "./rule.ts";

/** In a quiz of fewer, two choices are no habit. */
const FEWEST_QUESTIONS = 4;

export const fewDistractors: Rule = {
  code: "quiz/few-distractors",
  severity: "warning",
  summary: "Fewer than half of a quiz's single-choice questions have one wrong choice alone.",
  reason: "Half of such answers are right by guessing, so a pass says little. Two good wrong choices are enough.",
  example: `choices: [{ right: Hand hygiene }, { wrong: Gloves }] # in most questions of a quiz`,
  perModule: true,
  *check({ modules }) {
    for (const module of modules) {
      const single = quizOf(module).filter(({ type }) => type === "single");
      const thin = single.filter((question) => choicesOf(question).length < 3);
      const [first] = thin;
      if (first === undefined || single.length < FEWEST_QUESTIONS || 2 * thin.length < single.length) continue;
      yield {
        message: `${thin.length} of the ${single.length} single-choice questions of “${module.title}” have one wrong choice alone.`,
        place: first.place,
        help: "Give them a second wrong choice: a mistake that learners make.",
        related: thin.slice(1).map(({ id, place }) => ({ message: `“${id}”`, place })),
      };
    }
  },
};
