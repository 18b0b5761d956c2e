/** Every way in which a learner's state changes: pure functions from state to state. */
import type { Bits } from "../questions/bits.ts";
import type { Mark } from "../questions/contract.ts";
import { mix } from "../questions/shuffle.ts";
import { SEQUENCE_LIMIT } from "./codec.ts";
import { draw } from "./draw.ts";
import type { Plan, QuizPlan } from "./plan.ts";
import { addScore, attemptScore } from "./score.ts";
import { attemptsLeft, quizState, quizzesOf } from "./standing.ts";
import type { Attempt, AttemptItem, Bookmark, ItemHistory, ItemMark, LearnerState, QuizState } from "./state.ts";

/** Keeps the choice of a variant apart from the draw. */
const VARIANT = 0x76617269;

/** A learner who has done nothing. `nonce` is 32 random bits. */
export function newLearner(nonce: number): LearnerState {
  return { sequence: 0, nonce, bookmark: { at: "start" }, seen: [], quizzes: [], interactions: [] };
}

/** True while the learner has read no lesson to its end and begun no quiz. */
export function isUntouched({ seen, quizzes }: LearnerState): boolean {
  return seen.length === 0 && quizzes.length === 0;
}

/** The state as it is written next. */
export function nextSequence(state: LearnerState): LearnerState {
  return { ...state, sequence: (state.sequence + 1) % SEQUENCE_LIMIT };
}

export function moveTo(state: LearnerState, bookmark: Bookmark): LearnerState {
  return { ...state, bookmark };
}

/** A lesson was read to its end. */
export function seeLesson(state: LearnerState, lesson: number): LearnerState {
  if (state.seen.includes(lesson)) return state;
  return { ...state, seen: [...state.seen, lesson].sort((a, b) => a - b) };
}

/**
 * Begins the next attempt: draws its questions and reserves their interaction indices in the order of ordinals. Unchanged
 * while an attempt is open or when none is left.
 *
 * @param variantsOf how many variants a question has.
 */
export function beginAttempt(
  state: LearnerState,
  plan: QuizPlan,
  variantsOf: (ordinal: number) => number = () => 1,
): LearnerState {
  const quiz = quizState(state, plan.ordinal);
  if ((quiz.attempt && !quiz.attempt.submitted) || attemptsLeft(plan.grading, quiz) === 0) return state;
  const number = (quiz.scores?.count ?? 0) + 1;
  const asked = new Map(quiz.history.map(({ ordinal, times }) => [ordinal, times]));
  const ordinals = draw({
    seed: state.nonce,
    attempt: number,
    strata: plan.draw,
    times: (ordinal) => asked.get(ordinal) ?? 0,
  });
  const items = ordinals.map((ordinal): AttemptItem => {
    const variant = mix(state.nonce, number, ordinal, VARIANT) % Math.max(1, variantsOf(ordinal));
    return { ordinal, variant, revealed: false };
  });
  const fresh = ordinals.filter((ordinal) => !state.interactions.includes(ordinal)).sort((a, b) => a - b);
  return {
    ...withQuiz(state, { ...quiz, attempt: { number, submitted: false, items } }),
    interactions: [...state.interactions, ...fresh],
  };
}

/** Stores or clears (`undefined`) the response of an item that is still open. */
export function answerItem(state: LearnerState, quiz: number, item: number, response: Bits | undefined): LearnerState {
  return changeItem(state, quiz, item, ({ response: _old, ...rest }) => (response ? { ...rest, response } : rest));
}

/** The answer was explained; it is final. */
export function revealItem(state: LearnerState, quiz: number, item: number): LearnerState {
  return changeItem(state, quiz, item, (old) => (old.response ? { ...old, revealed: true } : old));
}

function changeItem(
  state: LearnerState,
  quiz: number,
  index: number,
  change: (item: AttemptItem) => AttemptItem,
): LearnerState {
  const entry = quizState(state, quiz);
  const item = entry.attempt?.items[index];
  if (!entry.attempt || entry.attempt.submitted || !item || item.revealed) return state;
  const items = entry.attempt.items.map((old, at) => (at === index ? change(old) : old));
  return withQuiz(state, { ...entry, attempt: { ...entry.attempt, items } });
}

/** Closes the open attempt with the marks of its items, in their order. */
export function submitAttempt(
  state: LearnerState,
  quiz: number,
  marks: readonly { readonly points: number; readonly mark: Mark }[],
): LearnerState {
  const entry = quizState(state, quiz);
  if (!entry.attempt || entry.attempt.submitted) return state;
  return withQuiz(state, {
    ...entry,
    scores: addScore(entry.scores, attemptScore(marks)),
    history: addHistory(entry.history, entry.attempt, marks),
    attempt: { ...entry.attempt, submitted: true },
  });
}

function addHistory(
  history: readonly ItemHistory[],
  attempt: Attempt,
  marks: readonly { readonly mark: Mark }[],
): readonly ItemHistory[] {
  const byOrdinal = new Map(history.map((entry) => [entry.ordinal, entry]));
  attempt.items.forEach(({ ordinal, response }, index) => {
    const times = Math.min(3, (byOrdinal.get(ordinal)?.times ?? 0) + 1);
    byOrdinal.set(ordinal, { ordinal, times, mark: response ? shortMark(marks[index]?.mark) : 3 });
  });
  return [...byOrdinal.values()].sort((a, b) => a.ordinal - b.ordinal);
}

function shortMark(mark: Mark | undefined): ItemMark {
  if (!mark || mark.earned <= 0) return 0;
  return mark.earned < mark.possible ? 1 : 2;
}

function withQuiz(state: LearnerState, quiz: QuizState): LearnerState {
  const known = state.quizzes.some((entry) => entry.quiz === quiz.quiz);
  const quizzes = known
    ? state.quizzes.map((entry) => (entry.quiz === quiz.quiz ? quiz : entry))
    : [...state.quizzes, quiz];
  return { ...state, quizzes };
}

/**
 * A stored state in a package that may have changed since: what no longer exists is dropped, all else stays. An open
 * attempt keeps the questions it drew.
 */
export function reconcile(state: LearnerState, plan: Plan): LearnerState {
  const quizzes = new Map(quizzesOf(plan).map((quiz) => [quiz.ordinal, quiz]));
  const lessons = new Set(plan.modules.flatMap((module) => module.lessons.map(({ ordinal }) => ordinal)));
  const kept = state.quizzes.flatMap((entry) => {
    const quiz = quizzes.get(entry.quiz);
    return quiz ? [keepKnown(entry, quiz)] : [];
  });
  const next = { ...state, quizzes: kept, seen: state.seen.filter((lesson) => lessons.has(lesson)) };
  return { ...next, bookmark: soundBookmark(next, lessons) };
}

function keepKnown(entry: QuizState, plan: QuizPlan): QuizState {
  const known = new Set(plan.draw.flatMap(({ items }) => items));
  const { attempt, ...rest } = entry;
  const history = entry.history.filter(({ ordinal }) => known.has(ordinal));
  const items = attempt?.items.filter(({ ordinal }) => known.has(ordinal)) ?? [];
  if (!attempt || items.length === 0) return { ...rest, history };
  const { timing, ...timeless } = attempt;
  return { ...rest, history, attempt: { ...timeless, items, ...(plan.limit && timing && { timing }) } };
}

/** The bookmark, or the start when it leads nowhere any more. */
function soundBookmark(state: LearnerState, lessons: ReadonlySet<number>): Bookmark {
  const { bookmark } = state;
  if (bookmark.at === "lesson") return lessons.has(bookmark.lesson) ? bookmark : { at: "start" };
  if (bookmark.at === "start") return bookmark;
  const { attempt } = quizState(state, bookmark.quiz);
  if (!attempt) return { at: "start" };
  if (bookmark.at === "result" || attempt.submitted) return { at: "result", quiz: bookmark.quiz };
  return { ...bookmark, item: Math.min(bookmark.item, attempt.items.length - 1) };
}
