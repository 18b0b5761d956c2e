import { numberBits } from "../questions/bits.ts";
import { coreTypes } from "../questions/registry.core.ts";
import { tableBits, widthOf } from "./ordinal-table.ts";
import type { Plan, PoolQuestion, QuestionPool, QuizPlan } from "./plan.ts";
import { HISTORY_BITS, SCORES_BITS, TIMING_BITS } from "./quiz-codec.ts";
import { MOST_ATTEMPTS } from "./score.ts";

/** What the lock file knows beyond the package: removed questions can still stand in an old learner's state. */
export interface Ever {
  /** The highest ordinal ever given out in the course, of any kind. */
  readonly highest: number;
  /** Questions that were retired. */
  readonly retired: number;
}

/** The largest resume state that any learner of a package can have. */
export interface StateBudget {
  /** Characters of `suspend_data`. */
  readonly characters: number;
  /** What takes most, largest first. */
  readonly largest: readonly { readonly what: string; readonly characters: number }[];
}

const FIXED = 4 + 16 + 32 + 24 + 5 + 16;

/** A true bound over every possible learner: any lessons seen, any draw, every answer as long as it can be. */
export function budgetOf(plan: Plan, pools: readonly QuestionPool[], ever: Ever): StateBudget {
  const lessons = plan.modules.flatMap((module) => module.lessons.map(({ ordinal }) => ordinal));
  const quizzes = plan.modules.flatMap(({ quiz }) => (quiz ? [quiz] : []));
  const questions = new Map(pools.flatMap((pool) => pool.questions.map((question) => [question.ordinal, question])));
  const width = widthOf(Math.max(ever.highest, ...lessons, ...questions.keys()));
  const recorded = questions.size + ever.retired;
  const parts = [
    { what: "lessons read", bits: tableBits(width, 1, lessons) },
    { what: "indices of interactions", bits: numberBits(recorded) + recorded * width },
    ...quizzes.flatMap((quiz) => quizParts(quiz, questions, width)),
  ];
  const bookmark = 2 + 2 * numberBits(2 ** width) + numberBits(quizzes.length);
  const bits = parts.reduce((sum, part) => sum + part.bits, FIXED + bookmark);
  return {
    characters: Math.ceil(bits / 6),
    largest: parts
      .map(({ what, bits }) => ({ what, characters: Math.ceil(bits / 6) }))
      .sort((a, b) => b.characters - a.characters)
      .slice(0, 5),
  };
}

function quizParts(quiz: QuizPlan, questions: ReadonlyMap<number, PoolQuestion>, width: number) {
  const drawn = quiz.draw.flatMap(({ count, items }) =>
    items
      .map((ordinal) => itemBits(questions.get(ordinal), width))
      .sort((a, b) => b - a)
      .slice(0, count),
  );
  const asked = [...new Set(quiz.draw.flatMap(({ items }) => items))];
  const timing = 1 + (quiz.limit ? TIMING_BITS : 0);
  const attempt =
    numberBits(MOST_ATTEMPTS) + 1 + timing + numberBits(drawn.length) + drawn.reduce((sum, bits) => sum + bits, 0);
  return [
    { what: `answers of “${quiz.title}”`, bits: attempt },
    { what: `history of “${quiz.title}”`, bits: width + 2 + SCORES_BITS + tableBits(width, HISTORY_BITS, asked) },
  ];
}

/** Variants are counted up to 255. */
function itemBits(question: PoolQuestion | undefined, width: number): number {
  const keys = question ? [question.key, ...(question.variants ?? []).map(({ key }) => key)] : [];
  const response = Math.max(0, ...keys.map((key) => coreTypes[question?.type ?? ""]?.maxBits(key) ?? 0));
  return width + numberBits(255) + 2 + numberBits(response) + response;
}
