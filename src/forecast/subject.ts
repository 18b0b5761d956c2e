/** What a forecast is about, and how it is changed for it: questions that a script can answer, and an update. */
import type { Standard } from "../questions/contract.ts";
import type { LessonPlan, ModulePlan, Plan, PoolQuestion, QuestionPool, QuizPlan } from "../tracking/plan.ts";

/** A package's plan and the questions of its quizzes, in the plan's order. */
export interface Asked {
  readonly plan: Plan;
  readonly pools: readonly QuestionPool[];
}

/** A package as far as its grade is concerned. */
export interface Subject extends Asked {
  readonly standard: Standard;
  /** The manifest's pass mark as the LMS hands it out (1.2: percent, 2004: share), when it has one. */
  readonly mastery?: string;
}

/** The choices of a stand-in. */
export const RIGHT: readonly number[] = [1];
export const WRONG: readonly number[] = [2];

/**
 * The same package with each question replaced by one of two choices. What a grade depends on stays: which questions are
 * drawn, their points, their competencies. How each type marks and reports is proven where the type is.
 */
export function withStandIns({ plan, pools }: Asked): Asked {
  return { plan, pools: pools.map(({ questions }) => ({ questions: questions.map(standIn) })) };
}

function standIn({ variants: _variants, floor: _floor, ...question }: PoolQuestion): PoolQuestion {
  const choices = [
    { o: RIGHT[0], right: true, text: "right" },
    { o: WRONG[0], right: false, text: "wrong" },
  ];
  return { ...question, type: "multiple", scoring: "all-or-nothing", key: { choices } };
}

/** The package as its next release might be: of each module one lesson and one question gone, and another of each come. */
export function updated({ plan, pools }: Asked): Asked {
  const lessons = plan.modules.flatMap((module) => module.lessons);
  const questions = pools.flatMap((pool) => pool.questions);
  let highest = Math.max(0, ...[...lessons, ...questions].map(({ ordinal }) => ordinal));
  const next = (): number => {
    highest += 1;
    return highest;
  };
  const waiting = [...pools];
  const changed: QuestionPool[] = [];
  const modules = plan.modules.map((module): ModulePlan => {
    const kept = { ...module, lessons: otherLessons(module.lessons, next) };
    const pool = module.quiz && waiting.shift();
    if (!module.quiz || !pool) return kept;
    const other = otherQuestions(module.quiz, pool, next());
    changed.push(other.pool);
    return { ...kept, quiz: other.quiz };
  });
  return { plan: { ...plan, modules }, pools: changed };
}

function otherLessons(lessons: readonly LessonPlan[], next: () => number): readonly LessonPlan[] {
  const [first, ...rest] = lessons;
  if (!first) return lessons;
  const ordinal = next();
  return [...rest, { ...first, ordinal, key: `new-${ordinal}`, title: "A new lesson" }];
}

function otherQuestions(quiz: QuizPlan, pool: QuestionPool, ordinal: number): { quiz: QuizPlan; pool: QuestionPool } {
  const gone = quiz.draw[0]?.items[0];
  const old = pool.questions.find((question) => question.ordinal === gone);
  if (!old) return { quiz, pool };
  const replace = (items: readonly number[]): readonly number[] =>
    items.map((item) => (item === gone ? ordinal : item));
  const draw = quiz.draw.map(({ count, items, cases, needs }) => ({
    ...{ count, items: replace(items) },
    ...(cases && { cases: cases.map(replace) }),
    ...(needs && { needs: needs.map((need) => ({ ...need, items: replace(need.items) })) }),
  }));
  return {
    quiz: { ...quiz, draw },
    pool: {
      questions: pool.questions.map((each) => (each === old ? { ...old, ordinal, id: `new-${ordinal}` } : each)),
    },
  };
}
