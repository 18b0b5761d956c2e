/**
 * What a question type is made of. A type is a folder; its parts meet these shapes and nothing else.
 * `Core` and `View` parts run in the browser, so this file imports only types and bits.
 */
import type { BitReader, BitWriter } from "./bits.ts";

/** How right and wrong parts of a response become a share of the points. */
export type ScoringRule = "all-or-nothing" | "per-option" | "right-minus-wrong";

/**
 * An exact share of a question's points: earned ≤ possible, possible ≥ 1, both integers. Only `right-minus-wrong` earns
 * less than 0; how much of that counts is decided by the question's `floor` (`tracking/score.ts`).
 */
export interface Mark {
  readonly earned: number;
  readonly possible: number;
}

/** The standards that record interactions. */
export type Standard = "scorm12" | "scorm2004";

/** A response as the standard's data model wants it; a missing field is not sent. */
export interface EncodedResponse {
  readonly type: string;
  readonly response?: string;
  readonly pattern?: string;
}

/** Marking, state and reporting of one type: pure, the same in the browser, in tests and in Node. */
export interface CoreType<Key, Response> {
  /** Marks a response; `undefined` is "not answered" and earns nothing. */
  mark(key: Key, response: Response | undefined, rule: ScoringRule): Mark;
  /** Present where learners answer in steps, each of them final: whether the last one is taken. */
  isFinished?(key: Key, response: Response): boolean;
  /** Whether a reveal says more than what was answered and the question's rationale; absent: it always does. */
  saysMore?(key: Key): boolean;
  /** The largest number of bits that {@link write} can produce for this question. */
  maxBits(key: Key): number;
  write(out: BitWriter, key: Key, response: Response): void;
  /** Reads what any released version wrote; parts that no longer exist are dropped. `undefined` when nothing is left. */
  read(bits: BitReader, key: Key): Response | undefined;
  /** The interaction fields of a response. */
  encode(standard: Standard, key: Key, response: Response | undefined): EncodedResponse;
}
