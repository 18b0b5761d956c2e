/** A quiz in the packed state: its scores, what was drawn before, and the attempt with its answers. */
import { type BitReader, type Bits, type BitWriter, numberBits } from "../questions/bits.ts";
import { readList, readTable, writeTable } from "./ordinal-table.ts";
import { FULL, MOST_ATTEMPTS } from "./score.ts";
import type { Attempt, AttemptItem, ItemHistory, ItemMark, QuizState, ScoreRecord, Timing } from "./state.ts";

const SCORE = 14;

/** Bits of one history entry's value. */
export const HISTORY_BITS = 4;
/** Bits of a score record, at most. */
export const SCORES_BITS = numberBits(MOST_ATTEMPTS) + 3 * SCORE + numberBits(MOST_ATTEMPTS * FULL);

/** Writes what is known of a quiz; ordinals take `width` bits. */
export function writeQuiz(out: BitWriter, width: number, { quiz, scores, history, attempt }: QuizState): void {
  out.fixed(quiz, width);
  out.fixed(scores ? 1 : 0, 1);
  if (scores) {
    out.number(scores.count);
    for (const score of [scores.first, scores.latest, scores.best]) out.fixed(score, SCORE);
    out.number(scores.sum);
  }
  writeTable(
    out,
    width,
    HISTORY_BITS,
    history.map(({ ordinal, times, mark }) => ({ ordinal, value: times * 4 + mark })),
  );
  out.fixed(attempt ? 1 : 0, 1);
  if (attempt) writeAttempt(out, width, attempt);
}

/** Reads what {@link writeQuiz} wrote. */
export function readQuiz(input: BitReader, width: number): QuizState {
  const quiz = input.fixed(width);
  const scores = input.fixed(1) === 1 ? readScores(input) : undefined;
  const history = readTable(input, width, HISTORY_BITS).map(
    // Two bits hold exactly the four marks.
    ({ ordinal, value }): ItemHistory => ({ ordinal, times: value >> 2, mark: (value & 3) as ItemMark }),
  );
  const attempt = input.fixed(1) === 1 ? readAttempt(input, width) : undefined;
  return { quiz, history, ...(scores ? { scores } : {}), ...(attempt ? { attempt } : {}) };
}

function readScores(input: BitReader): ScoreRecord {
  const count = input.number();
  const [first, latest, best] = [input.fixed(SCORE), input.fixed(SCORE), input.fixed(SCORE)];
  return { count, first, latest, best, sum: input.number() };
}

/** The most bits that an attempt's timing takes; 12 bits hold factors up to 40.95, 24 bits half a year. */
export const TIMING_BITS = 32 + 12 + 24;

function writeTiming(out: BitWriter, timing: Timing | undefined): void {
  out.fixed(timing ? 1 : 0, 1);
  if (!timing) return;
  out.fixed(timing.started, 32);
  out.fixed(timing.factor, 12);
  out.fixed(timing.spent, 24);
}

function readTiming(input: BitReader): Timing | undefined {
  if (input.fixed(1) === 0) return undefined;
  return { started: input.fixed(32), factor: input.fixed(12), spent: input.fixed(24) };
}

function writeAttempt(out: BitWriter, width: number, { number, submitted, items, timing }: Attempt): void {
  out.number(number);
  out.fixed(submitted ? 1 : 0, 1);
  writeTiming(out, timing);
  out.number(items.length);
  for (const { ordinal, variant, revealed, response } of items) {
    out.fixed(ordinal, width);
    out.number(variant);
    out.fixed(revealed ? 1 : 0, 1);
    out.fixed(response ? 1 : 0, 1);
    if (!response) continue;
    out.number(response.length);
    out.bits(response);
  }
}

function readAttempt(input: BitReader, width: number): Attempt {
  const number = input.number();
  const submitted = input.fixed(1) === 1;
  const timing = readTiming(input);
  const items = readList(input, (): AttemptItem => {
    const [ordinal, variant, revealed] = [input.fixed(width), input.number(), input.fixed(1) === 1];
    const response: Bits | undefined = input.fixed(1) === 1 ? input.bits(input.number()) : undefined;
    return { ordinal, variant, revealed, ...(response ? { response } : {}) };
  });
  return { number, submitted, items, ...(timing && { timing }) };
}
