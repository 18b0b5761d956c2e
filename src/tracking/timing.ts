/** The time limit of an attempt: wall time that survives reloads. Pure; the clock is the caller's. */
import type { TimeLimit } from "./policy.ts";
import { quizState } from "./standing.ts";
import type { Attempt, LearnerState, Timing } from "./state.ts";

/** Times in a state count whole seconds from here, so that they fit 32 bits until 2156. */
const EPOCH = Date.UTC(2020, 0, 1);
const LATEST = 2 ** 32 - 1;

/** A moment as a state holds it. */
export function secondsAt(moment: Date): number {
  return Math.min(LATEST, Math.max(0, Math.floor((moment.getTime() - EPOCH) / 1_000)));
}

/** The seconds that an attempt may take with a factor in hundredths. */
export function allowedSeconds(limit: TimeLimit, factor: number): number {
  return Math.ceil((limit.seconds * factor) / 100);
}

/**
 * The seconds that are left of an attempt: 0 when its time is over, `undefined` when it has no limit. What was once seen to
 * be spent stays spent, so that a clock that is set back gives nothing back.
 */
export function secondsLeft(limit: TimeLimit | undefined, attempt: Attempt | undefined, now: Date): number | undefined {
  if (!limit || !attempt?.timing) return undefined;
  const { timing } = attempt;
  return Math.max(0, allowedSeconds(limit, timing.factor) - spentAt(timing, now));
}

const spentAt = ({ started, spent }: Timing, now: Date): number => Math.max(spent, secondsAt(now) - started);

/** Starts the clock of an attempt that was just begun. */
export function startClock(state: LearnerState, quiz: number, factor: number, now: Date): LearnerState {
  return withTiming(state, quiz, (timing) => timing ?? { started: secondsAt(now), factor, spent: 0 });
}

/** Remembers what is spent by now. */
export function noteSpent(state: LearnerState, quiz: number, limit: TimeLimit | undefined, now: Date): LearnerState {
  return withTiming(state, quiz, (timing) => {
    if (!limit || !timing) return timing;
    return { ...timing, spent: Math.min(allowedSeconds(limit, timing.factor), spentAt(timing, now)) };
  });
}

function withTiming(
  state: LearnerState,
  quiz: number,
  change: (timing: Timing | undefined) => Timing | undefined,
): LearnerState {
  const { attempt } = quizState(state, quiz);
  if (!attempt || attempt.submitted) return state;
  const timing = change(attempt.timing);
  if (!timing) return state;
  const quizzes = state.quizzes.map((entry) =>
    entry.quiz === quiz ? { ...entry, attempt: { ...attempt, timing } } : entry,
  );
  return { ...state, quizzes };
}
