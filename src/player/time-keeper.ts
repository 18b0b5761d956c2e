/** Watches the time limit of attempts: tells every minute, and submits what is answered when the time is over. */
import type { Plan, QuizPlan } from "../tracking/plan.ts";
import { quizState, quizzesOf } from "../tracking/standing.ts";
import type { LearnerState } from "../tracking/state.ts";
import { noteSpent, secondsLeft, startClock } from "../tracking/timing.ts";
import type { Cancel, Platform } from "./platform.ts";
import type { LearnerRecord } from "./record.ts";

export interface TimeKeeper {
  /** Starts the clock of a new attempt; `factor` in hundredths, as long as the author said without it. */
  started(state: LearnerState, quiz: number, factor: number | undefined): LearnerState;
  /** Remembers the time that is spent. */
  noted(state: LearnerState, quiz: number): LearnerState;
  /** True for an attempt under way whose time is over. */
  isOver(quiz: number): boolean;
  /** Looks at the clocks now and from now on. Call it whenever an attempt may have come or gone. */
  watch(): void;
}

export interface TimeKeeperParts {
  readonly plan: Plan;
  readonly record: Pick<LearnerRecord, "state">;
  readonly platform: Platform;
  onMinute(): void;
  /** Rejects when the quiz could not be loaded: then it is asked again. */
  onOver(quiz: number): Promise<void>;
}

const MINUTE = 60;
/** Seconds until a quiz that could not be loaded is tried again. */
const PATIENCE = 10;

export function createTimeKeeper({ plan, record, platform, onMinute, onOver }: TimeKeeperParts): TimeKeeper {
  let cancel: Cancel = () => undefined;
  const timed = quizzesOf(plan).filter(({ limit }) => limit);
  const planOf = (quiz: number) => timed.find(({ ordinal }) => ordinal === quiz);
  const left = ({ ordinal, limit }: QuizPlan): number | undefined => {
    const { attempt } = quizState(record.state(), ordinal);
    return attempt?.submitted ? undefined : secondsLeft(limit, attempt, platform.now());
  };
  const wake = (seconds: number): void => {
    cancel = platform.after(seconds * 1_000, () => {
      onMinute();
      keeper.watch();
    });
  };
  const keeper: TimeKeeper = {
    started: (state, quiz, factor = 100) => (planOf(quiz) ? startClock(state, quiz, factor, platform.now()) : state),
    noted: (state, quiz) => noteSpent(state, quiz, planOf(quiz)?.limit, platform.now()),
    isOver(quiz) {
      const own = planOf(quiz);
      return own !== undefined && left(own) === 0;
    },
    watch() {
      cancel();
      const open = timed.flatMap((quiz) => {
        const seconds = left(quiz);
        return seconds === undefined ? [] : [{ quiz: quiz.ordinal, seconds }];
      });
      const over = open.filter(({ seconds }) => seconds === 0);
      const next = open.filter(({ seconds }) => seconds > 0).map(({ seconds }) => seconds % MINUTE || MINUTE);
      if (next.length > 0) wake(Math.min(...next));
      // Without the questions nothing can be marked; the learner may be offline for a while.
      for (const { quiz } of over) void onOver(quiz).catch(() => wake(PATIENCE));
    },
  };
  return keeper;
}
