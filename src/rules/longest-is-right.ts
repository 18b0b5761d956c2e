import type { Question } from "../model/course.ts";
import { choicesOf, quizOf } from "./items.ts";
import type { Rule } from "./rule.ts";

/** Fewer questions show no habit. */
const FEWEST_QUESTIONS = 8;

export const longestIsRight: Rule = {
  code: "quiz/longest-is-right",
  severity: "warning",
  summary: "The right choice is the longest one not much more often than chance would have it.",
  reason: "Who has noticed that passes without reading: test-wise learners look for the longest choice first.",
  example: `choices: # and so in most questions of the quiz
  - wrong: Gloves
  - wrong: A mask
  - right: Hand hygiene with soap and water, before anything else is touched`,
  perModule: true,
  *check({ modules }) {
    for (const module of modules) {
      const questions = quizOf(module).filter(
        (question) => question.type === "single" && choicesOf(question).length > 2,
      );
      const caught = questions.filter(isLongest);
      if (questions.length < FEWEST_QUESTIONS || caught.length <= mostByChance(questions)) continue;
      const [first] = caught;
      if (first === undefined) continue;
      yield {
        message: `In ${caught.length} of ${questions.length} single-choice questions of “${module.title}” the right choice is the longest.`,
        place: first.place,
        help: "Shorten right choices, their reason belongs into `rationale`; or say as much in a wrong one.",
        related: caught.slice(1).map(({ id, place }) => ({ message: `“${id}”`, place })),
      };
    }
  },
};

/** Longer than each wrong choice so that it shows: by a tenth and more. */
function isLongest(question: Question): boolean {
  const choices = choicesOf(question);
  const lengths = (right: boolean) => choices.filter((choice) => choice.right === right).map(({ text }) => text.length);
  return Math.max(...lengths(true)) > 1.1 * Math.max(...lengths(false));
}

/** Three standard deviations above the mean of that many draws: one sound quiz in several hundred has more. */
function mostByChance(questions: readonly Question[]): number {
  const chances = questions.map((question) => 1 / choicesOf(question).length);
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  return mean + 3 * Math.sqrt(variance);
}
