import type { Question } from "../model/course.ts";
import type { TrueFalseSpec } from "../questions/true-false/authoring.ts";
import { choicesOf, quizOf } from "./items.ts";
import type { Rule } from "./rule.ts";

/** Fewer in one place are no habit: of five true-false questions one set in sixteen has a single answer by chance. */
const FEWEST_QUESTIONS = 6;

export const keyInOnePlace: Rule = {
  code: "quiz/key-in-one-place",
  severity: "warning",
  summary: "Where choices keep their order, the right one does not always stand in one place.",
  reason:
    "Learners find the place sooner than the answers. True-false questions whose answer is always “true” are the commonest case.",
  example: `answer: "true" # and so in all six true-false questions of the quiz`,
  perModule: true,
  *check({ modules }) {
    for (const module of modules) {
      const fixed = quizOf(module).flatMap(keyOf);
      for (const type of new Set(fixed.map((key) => key.type))) {
        const keys = fixed.filter((key) => key.type === type);
        const [first] = keys;
        if (first === undefined || keys.length < FEWEST_QUESTIONS) continue;
        if (keys.some(({ where }) => where !== first.where)) continue;
        yield {
          message: `All ${keys.length} ${type} questions of “${module.title}” ${type === "single" ? "that keep their order " : ""}have ${first.where} as the right choice.`,
          place: first.place,
          help:
            type === "single"
              ? "Take `shuffle: false` out where the order says nothing, or move some right choices."
              : "Turn some statements into their opposite.",
        };
      }
    }
  },
};

/** Where the right choice of a question with fixed order stands. */
function keyOf(question: Question) {
  const { type, spec, shuffle, place } = question;
  // The type's schema makes this of its keys.
  if (type === "true-false") return [{ type, place, where: (spec as TrueFalseSpec).answer ? "“true”" : "“false”" }];
  if (type !== "single" || shuffle) return [];
  const at = choicesOf(question).findIndex(({ right }) => right);
  return [{ type, place, where: `number ${at + 1}` }];
}
