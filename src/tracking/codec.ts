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
  textToBits,
} from "../questions/bits.ts";
import { readList, readTable, widthOf, writeTable } from "./ordinal-table.ts";
import { readQuiz, writeQuiz } from "./quiz-codec.ts";
import type { Bookmark, LearnerState, QuizState } from "./state.ts";

/** SCORM 1.2 guarantees 4,096 characters of `suspend_data` (RTE 3.4.4.4); the rest is reserve. */
export const STATE_BUDGET = 3_800;
export const SEQUENCE_LIMIT = 2 ** 24;

const VERSION = 1;

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

/** CRC-16/CCITT over bits. */
function crc16(bits: Bits): number {
  let crc = 0xffff;
  for (const bit of bits) {
    const top = ((crc >> 15) & 1) ^ bit;
    crc = ((crc << 1) & 0xffff) ^ (top ? 0x1021 : 0);
  }
  return crc;
}
