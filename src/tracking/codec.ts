/**
 * Learner state as `suspend_data`: versioned, bit-packed, integers only, no human text. Questions and lessons are named by
 * the lock file's ordinals and every response carries its length, so an older state loads in a newer package whatever was
 * added, removed or reordered.
 *
 * Layout: version 4 · package 16 · nonce 32 · sequence 24 · ordinal width 5 · bookmark · seen lessons · interaction
 * indices · quizzes · CRC 16, then zero bits up to a whole character.
 */
import {
  type BitReader,
  type Bits,
  type BitWriter,
  bitReader,
  bitsToText,
  bitWriter,
  numberBits,
  textToBits,
} from "../questions/bits.ts";
import { FULL, MOST_ATTEMPTS } from "./score.ts";
import type {
  Attempt,
  AttemptItem,
  Bookmark,
  ItemHistory,
  ItemMark,
  LearnerState,
  QuizState,
  ScoreRecord,
  Timing,
} from "./state.ts";

/** SCORM 1.2 guarantees 4,096 characters of `suspend_data` (RTE 3.4.4.4); the rest is reserve. */
export const STATE_BUDGET = 3_800;
export const SEQUENCE_LIMIT = 2 ** 24;

const VERSION = 1;
const SCORE = 14;
const HISTORY = 4;

/** The outcome of reading `suspend_data`. */
export type Decoded =
  | { readonly kind: "state"; readonly state: LearnerState }
  | { readonly kind: "empty" }
  /** Another package wrote it. */
  | { readonly kind: "foreign" }
  /** Cut, altered, or not ours at all. */
  | { readonly kind: "damaged" }
  /** Written by a later version of the tool. */
  | { readonly kind: "newer" };

/** A 16-bit number that tells packages apart (FNV-1a of the identifier, folded). */
export function fingerprint(identifier: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < identifier.length; at += 1) hash = Math.imul(hash ^ identifier.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}

/** Packs a state. The text holds only `A–Z a–z 0–9 - _`. */
export function encodeState(state: LearnerState, identifier: string): string {
  const out = bitWriter();
  const width = ordinalWidth(state);
  out.fixed(VERSION, 4);
  out.fixed(fingerprint(identifier), 16);
  out.fixed(state.nonce, 32);
  out.fixed(state.sequence % SEQUENCE_LIMIT, 24);
  out.fixed(width, 5);
  writeBookmark(out, state.bookmark);
  writeTable(
    out,
    width,
    1,
    state.seen.map((ordinal) => ({ ordinal, value: 1 })),
  );
  out.number(state.interactions.length);
  for (const ordinal of state.interactions) out.fixed(ordinal, width);
  out.number(state.quizzes.length);
  for (const quiz of state.quizzes) writeQuiz(out, width, quiz);
  out.fixed(crc16(out.done()), 16);
  return bitsToText(out.done());
}

/** Reads what {@link encodeState} wrote. Never throws, whatever the text. */
export function decodeState(text: string, identifier: string): Decoded {
  if (text === "") return { kind: "empty" };
  const bits = textToBits(text);
  if (!bits) return { kind: "damaged" };
  const input = bitReader(bits);
  const version = input.fixed(4);
  if (version > VERSION) return { kind: "newer" };
  if (version < VERSION) return { kind: "damaged" };
  const owner = input.fixed(16);
  const state = readBody(input);
  const body = bits.slice(0, bits.length - input.left);
  if (!state || input.fixed(16) !== crc16(body) || input.overrun || input.left >= 6) return { kind: "damaged" };
  return owner === fingerprint(identifier) ? { kind: "state", state } : { kind: "foreign" };
}

function readBody(input: BitReader): LearnerState | undefined {
  const nonce = input.fixed(32);
  const sequence = input.fixed(24);
  const width = input.fixed(5);
  const bookmark = readBookmark(input);
  const seen = readTable(input, width, 1).map(({ ordinal }) => ordinal);
  const interactions = readList(input, () => input.fixed(width));
  const quizzes = readList(input, () => readQuiz(input, width));
  return input.overrun ? undefined : { nonce, sequence, bookmark, seen, interactions, quizzes };
}

/** Reads a counted list; stops at the end of the input, so damaged counts cannot run on. */
function readList<T>(input: BitReader, read: () => T): readonly T[] {
  const list: T[] = [];
  for (let left = input.number(); left > 0 && !input.overrun; left -= 1) list.push(read());
  return list;
}

function ordinalWidth(state: LearnerState): number {
  const highest = [...state.seen, ...state.interactions, ...state.quizzes.flatMap(quizOrdinals)].reduce(
    (most, ordinal) => Math.max(most, ordinal),
    0,
  );
  return widthOf(highest);
}

function quizOrdinals({ quiz, history, attempt }: QuizState): readonly number[] {
  return [quiz, ...history.map(({ ordinal }) => ordinal), ...(attempt?.items ?? []).map(({ ordinal }) => ordinal)];
}

/** The bits that hold every ordinal up to `highest`. */
export function widthOf(highest: number): number {
  return Math.max(1, Math.ceil(Math.log2(highest + 1)));
}

const PLACES = ["start", "lesson", "quiz", "result"] as const;

function writeBookmark(out: BitWriter, bookmark: Bookmark): void {
  out.fixed(PLACES.indexOf(bookmark.at), 2);
  if (bookmark.at === "lesson") out.number(bookmark.lesson);
  if (bookmark.at === "quiz" || bookmark.at === "result") out.number(bookmark.quiz);
  if (bookmark.at === "quiz") out.number(bookmark.item);
}

function readBookmark(input: BitReader): Bookmark {
  switch (PLACES[input.fixed(2)]) {
    case "lesson":
      return { at: "lesson", lesson: input.number() };
    case "quiz":
      return { at: "quiz", quiz: input.number(), item: input.number() };
    case "result":
      return { at: "result", quiz: input.number() };
    default:
      return { at: "start" };
  }
}

interface Entry {
  readonly ordinal: number;
  /** Never 0, so that a dense table can tell absent entries. */
  readonly value: number;
}

/** Writes entries by ascending ordinal as a list or as a dense table over their range, whichever is shorter. */
function writeTable(out: BitWriter, width: number, valueBits: number, entries: readonly Entry[]): void {
  const first = entries[0]?.ordinal ?? 0;
  const range = entries.length === 0 ? 0 : (entries[entries.length - 1]?.ordinal ?? first) - first + 1;
  const dense = denseBits(width, valueBits, range) < listBits(width, valueBits, entries.length);
  out.fixed(dense ? 1 : 0, 1);
  if (!dense) {
    out.number(entries.length);
    for (const { ordinal, value } of entries) {
      out.fixed(ordinal, width);
      out.fixed(value, valueBits);
    }
    return;
  }
  const values = new Map(entries.map(({ ordinal, value }) => [ordinal, value]));
  out.fixed(first, width);
  out.number(range);
  for (let at = first; at < first + range; at += 1) out.fixed(values.get(at) ?? 0, valueBits);
}

function readTable(input: BitReader, width: number, valueBits: number): readonly Entry[] {
  const dense = input.fixed(1) === 1;
  if (!dense) return readList(input, () => ({ ordinal: input.fixed(width), value: input.fixed(valueBits) }));
  let ordinal = input.fixed(width) - 1;
  return readList(input, () => {
    ordinal += 1;
    return { ordinal, value: input.fixed(valueBits) };
  }).filter(({ value }) => value > 0);
}

const listBits = (width: number, valueBits: number, count: number): number =>
  numberBits(count) + count * (width + valueBits);
const denseBits = (width: number, valueBits: number, range: number): number =>
  width + numberBits(range) + range * valueBits;

/** The most bits that a table takes for any part of these ordinals: both forms only shrink when an entry goes. */
export function tableBits(width: number, valueBits: number, ordinals: readonly number[]): number {
  const lowest = ordinals.reduce((least, ordinal) => Math.min(least, ordinal), Number.POSITIVE_INFINITY);
  const highest = ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0);
  const range = ordinals.length === 0 ? 0 : highest - lowest + 1;
  return 1 + Math.min(listBits(width, valueBits, ordinals.length), denseBits(width, valueBits, range));
}

/** Bits of one history entry's value. */
export const HISTORY_BITS = HISTORY;
/** Bits of a score record, at most. */
export const SCORES_BITS = numberBits(MOST_ATTEMPTS) + 3 * SCORE + numberBits(MOST_ATTEMPTS * FULL);

function writeQuiz(out: BitWriter, width: number, { quiz, scores, history, attempt }: QuizState): void {
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
    HISTORY,
    history.map(({ ordinal, times, mark }) => ({ ordinal, value: times * 4 + mark })),
  );
  out.fixed(attempt ? 1 : 0, 1);
  if (attempt) writeAttempt(out, width, attempt);
}

function readQuiz(input: BitReader, width: number): QuizState {
  const quiz = input.fixed(width);
  const scores = input.fixed(1) === 1 ? readScores(input) : undefined;
  const history = readTable(input, width, HISTORY).map(
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

/** CRC-16/CCITT over bits. */
function crc16(bits: Bits): number {
  let crc = 0xffff;
  for (const bit of bits) {
    const top = ((crc >> 15) & 1) ^ bit;
    crc = ((crc << 1) & 0xffff) ^ (top ? 0x1021 : 0);
  }
  return crc;
}
