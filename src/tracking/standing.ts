/** What a learner's state means under the plan's policy: completion, success, score. Pure and derived, never stored. */
import type { Plan, QuizPlan } from "./plan.ts";
import type { Grading, Hundredths } from "./policy.ts";
import { publishedScore, weightedTotal } from "./score.ts";
import type { LearnerState, QuizState } from "./state.ts";
import type { Facts } from "./status.ts";

/** All quizzes of a package. */
export function quizzesOf(plan: Plan): readonly QuizPlan[] {
  return plan.modules.flatMap(({ quiz }) => (quiz ? [quiz] : []));
}

/** The quizzes that the package's score is made of; the others are for practice and never asked for. */
export function countingQuizzes(plan: Plan): readonly QuizPlan[] {
  return quizzesOf(plan).filter(({ weight }) => weight > 0);
}

/** The state of one quiz; an untouched one when there is none yet. */
export function quizState(state: LearnerState, quiz: number): QuizState {
  return state.quizzes.find((entry) => entry.quiz === quiz) ?? { quiz, history: [] };
}

/** How many attempts can still be begun; an open one is already begun. Infinity without a limit. */
export function attemptsLeft(grading: Pick<Grading, "attempts">, { scores, attempt }: QuizState): number {
  if (grading.attempts === 0) return Number.POSITIVE_INFINITY;
  const begun = (scores?.count ?? 0) + (attempt && !attempt.submitted ? 1 : 0);
  return Math.max(0, grading.attempts - begun);
}

/** The pass marks that apply: an LMS's own replaces the package's, and that of the quiz that counts alone. */
export function passMarks(plan: Plan, lmsPass: Hundredths | undefined) {
  const [first, ...others] = countingQuizzes(plan);
  const alone = others.length === 0 ? first?.ordinal : undefined;
  return {
    total: lmsPass ?? plan.grading.pass,
    of: ({ ordinal, grading }: QuizPlan): Hundredths => (ordinal === alone ? lmsPass : undefined) ?? grading.pass,
  };
}

/** What is published of one quiz; `undefined` before its first submission. */
export function quizScore(plan: QuizPlan, state: LearnerState): Hundredths | undefined {
  const { scores } = quizState(state, plan.ordinal);
  return scores && publishedScore(scores, plan.grading.score);
}

/** The package's score: absent until a quiz that counts was submitted, then the weighted sum with missing ones as 0. */
export function packageScore(plan: Plan, state: LearnerState): Hundredths | undefined {
  const counting = countingQuizzes(plan);
  const scores = counting.map((quiz) => ({ weight: quiz.weight, score: quizScore(quiz, state) }));
  if (scores.every(({ score }) => score === undefined)) return undefined;
  return weightedTotal(scores.map(({ weight, score }) => ({ weight, score: score ?? 0 })));
}

/** The facts that the tracking table is read with. */
export function factsOf(plan: Plan, state: LearnerState, lmsPass?: Hundredths): Facts {
  const counting = countingQuizzes(plan);
  const marks = passMarks(plan, lmsPass);
  const passes = (quiz: QuizPlan): boolean => (quizScore(quiz, state) ?? -1) >= marks.of(quiz);
  const submitted = counting.every((quiz) => quizScore(quiz, state) !== undefined);
  const passed = submitted && counting.every(passes) && (packageScore(plan, state) ?? 0) >= marks.total;
  const over = (quiz: QuizPlan): boolean => isOver(quiz, state);
  return {
    hasQuiz: counting.length > 0,
    done: submitted && (lessonsSeen(plan, state) || (plan.grading.completion === "quiz" && counting.length > 0)),
    submitted,
    passed,
    exhausted: counting.some((quiz) => over(quiz) && !passes(quiz)) || (!passed && counting.every(over)),
  };
}

/** True when no further attempt can change what the quiz publishes. */
export function isOver({ ordinal, grading }: QuizPlan, state: LearnerState): boolean {
  const quiz = quizState(state, ordinal);
  const open = quiz.attempt !== undefined && !quiz.attempt.submitted;
  if (quiz.scores && grading.score === "first") return true;
  return quiz.scores !== undefined && !open && attemptsLeft(grading, quiz) === 0;
}

function lessonsSeen(plan: Plan, state: LearnerState): boolean {
  return plan.modules.every(({ lessons }) => lessons.every(({ ordinal }) => state.seen.includes(ordinal)));
}
