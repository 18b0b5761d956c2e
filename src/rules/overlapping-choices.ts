import type { Question } from "../model/course.ts";
import { isEnglish } from "../prose/english.ts";
import { choicesOf, everyQuestion, type PlacedChoice } from "./items.ts";
import type { Rule } from "./rule.ts";

interface Span {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const UNIT = String.raw`\s*([^\d\s]*(?: [^\d\s]+){0,2})`;
const BETWEEN = new RegExp(`^${NUMBER}\\s*(?:–|-|—|to)\\s*${NUMBER}${UNIT}$`, "i");
const BELOW = new RegExp(`^(?:under|below|less than|fewer than)\\s+${NUMBER}${UNIT}$`, "i");
const ABOVE = new RegExp(`^(?:over|above|more than)\\s+${NUMBER}${UNIT}$`, "i");

export const overlappingChoices: Rule = {
  code: "question/overlapping-choices",
  severity: "warning",
  summary: "Where the choices of a question in English are ranges of numbers, no other one overlaps the right one.",
  reason: "Whoever means a number in both ranges has two right answers and is marked on one.",
  example: `choices: [{ wrong: 0–10 minutes }, { right: 10–20 minutes }, { wrong: 20–30 minutes }]`,
  perModule: true,
  *check(course) {
    if (!isEnglish(course)) return;
    for (const question of everyQuestion(course)) {
      if (question.type !== "single" || asksForRange(question)) continue;
      const choices = choicesOf(question);
      const right = choices.find((choice) => choice.right);
      const other = right && choices.find((choice) => !choice.right && overlap(right, choice));
      if (!right || !other) continue;
      yield {
        message: `“${other.text}” and the right choice, “${right.text}”, have numbers in common.`,
        place: other.place,
        help: "Let each range begin after the end of the one before: 0–9, 10–19, 20–29.",
      };
    }
  },
};

/** Ranges that are themselves the answer (“What is the normal range?”) may overlap: one of them is the range. */
const asksForRange = ({ stem }: Question): boolean => /\b(?:range|normal|between)\b/i.test(stem.text);

function overlap(one: PlacedChoice, other: PlacedChoice): boolean {
  const [a, b] = [spanOf(one.text), spanOf(other.text)];
  return a !== undefined && b !== undefined && a.unit === b.unit && a.from <= b.to && b.from <= a.to;
}

/** Ends belong to a range; “under 10” ends just below. */
function spanOf(text: string): Span | undefined {
  const number = (digits: string | undefined): number => Number((digits ?? "").replaceAll(",", ""));
  const tiny = 1e-9;
  const [, from, to, unit = ""] = BETWEEN.exec(text) ?? [];
  if (to !== undefined) return { from: number(from), to: number(to), unit: unit.toLowerCase() };
  const [, most, below = ""] = BELOW.exec(text) ?? [];
  if (most !== undefined) return { from: Number.NEGATIVE_INFINITY, to: number(most) - tiny, unit: below.toLowerCase() };
  const [, least, above = ""] = ABOVE.exec(text) ?? [];
  if (least === undefined) return undefined;
  return { from: number(least) + tiny, to: Number.POSITIVE_INFINITY, unit: above.toLowerCase() };
}
