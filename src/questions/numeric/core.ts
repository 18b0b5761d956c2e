/** Marking, state and reporting of typed numbers, in integers only. */
import type { BitReader, BitWriter } from "../bits.ts";
import type { CoreType, EncodedResponse, Mark, ScoringRule, Standard } from "../contract.ts";
import { markParts } from "../marking.ts";
import { decimalOf, figuresOf, isAtMost, NUMBER, rationalOf, readFraction } from "./rational.ts";
import { betterDose, LONGEST } from "./typed.ts";

export interface NumericKey {
  /** The smallest and the largest right value, as `n/d`. */
  readonly low: string;
  readonly high: string;
  /** With a point, as reviews show it. */
  readonly answer: { readonly text: string };
  readonly unit: { readonly text: string };
  /** How many significant figures must be shown. */
  readonly figures?: number;
  /** Misleading zeros of a dose: a word of advice, or wrong. */
  readonly zeros?: "coach" | "strict";
}

/** A number with a point, as `NUMBER` matches it; zeros as typed. At most 16 characters. */
export type Typed = string;

/** What keeps a number of the right size from being right. */
export function formFault(key: NumericKey, typed: Typed): "figures" | "zeros" | undefined {
  const { least, most } = figuresOf(typed);
  if (key.figures !== undefined && (key.figures < least || key.figures > most)) return "figures";
  return key.zeros === "strict" && betterDose(typed) !== undefined ? "zeros" : undefined;
}

export function isRight(key: NumericKey, typed: Typed): boolean {
  const value = rationalOf(typed);
  const inside = isAtMost(readFraction(key.low), value) && isAtMost(value, readFraction(key.high));
  return inside && formFault(key, typed) === undefined;
}

function mark(key: NumericKey, typed: Typed | undefined, rule: ScoringRule): Mark {
  const right = typed !== undefined && isRight(key, typed) ? 1 : 0;
  return markParts({ right, wrong: typed === undefined ? 0 : 1 - right, all: 1 }, rule);
}

/** Four bits a character. */
const CHARACTERS = "0123456789.-";
const LENGTH_BITS = 5;

function write(out: BitWriter, _key: NumericKey, typed: Typed): void {
  const kept = typed.slice(0, LONGEST);
  out.fixed(kept.length, LENGTH_BITS);
  for (const character of kept) out.fixed(Math.max(0, CHARACTERS.indexOf(character)), 4);
}

function read(bits: BitReader): Typed | undefined {
  const typed = Array.from({ length: bits.fixed(LENGTH_BITS) }, () => CHARACTERS[bits.fixed(4)] ?? "").join("");
  return !bits.overrun && typed.length <= LONGEST && NUMBER.test(typed) ? typed : undefined;
}

/** `real(10,7)` and CMIDecimal as scorm-again reads it: more digits before the point are refused. */
const MOST_DIGITS = 10;
const DECIMALS = 7;

/**
 * SCORM 1.2 (RTE 3.4.7): a number, and the right one as its pattern. SCORM 2004 (RTE 4.2.9.1): the pattern is a range, of which
 * Moodle wants both ends. Numbers too large for either become a fill-in.
 */
function encode(standard: Standard, key: NumericKey, typed: Typed | undefined): EncodedResponse {
  const response = typed === undefined ? undefined : decimalOf(rationalOf(typed), LONGEST);
  const answer = decimalOf(rationalOf(key.answer.text), DECIMALS);
  const [low, high] = [key.low, key.high].map((bound) => decimalOf(readFraction(bound), DECIMALS));
  const legal = [response ?? "0", answer, low ?? "", high ?? ""].every((text) => {
    return text.replace("-", "").replace(/\..*$/, "").length <= MOST_DIGITS;
  });
  return {
    type: legal ? "numeric" : "fill-in",
    ...(response === undefined ? {} : { response }),
    pattern: legal && standard === "scorm2004" ? `${low}[:]${high}` : answer,
  };
}

/** A number. */
export const numeric: CoreType<NumericKey, Typed> = {
  mark,
  maxBits: () => LENGTH_BITS + 4 * LONGEST,
  write,
  read,
  encode,
};
