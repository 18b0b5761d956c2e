/** Marking, state and reporting of gaps that are typed or chosen from a list. */
import type { BitReader, BitWriter } from "../bits.ts";
import { numberBits } from "../bits.ts";
import type { CoreType, EncodedResponse, Mark, ScoringRule, Standard } from "../contract.ts";
import { markParts } from "../marking.ts";
import { accepts, type Leniency } from "./spelling.ts";

interface AnyGap {
  /** The lock file's ordinal within the question. */
  readonly o: number;
  /** The words around the gap. */
  readonly phrase: { readonly text: string };
}

export interface TypedGap extends AnyGap {
  /** The first is the one that reviews and reports name. */
  readonly accepted: { readonly text: readonly string[] };
  readonly refused: { readonly text: readonly string[] };
}

export interface ListGap extends AnyGap {
  readonly options: readonly { readonly o: number; readonly text: string; readonly right: boolean }[];
}

export type KeyGap = TypedGap | ListGap;

export interface BlankKey extends Leniency {
  readonly gaps: readonly KeyGap[];
}

/** What one gap was filled with: a typed text, or an option's ordinal. */
export interface Filling {
  readonly o: number;
  readonly value: string | number;
}

/** At least one gap; gaps that were left open do not appear. */
export type Fillings = readonly Filling[];

/** Typed answers are cut to so many bytes of UTF-8, so that the resume state has a bound. */
export const LONGEST = 32;
const LENGTH_BITS = 6;

/** As many whole characters of a text as fit. */
export function shorten(text: string): string {
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}

/** Whether a gap is filled rightly. */
export function isRight(gap: KeyGap, value: string | number, leniency: Leniency): boolean {
  if ("options" in gap) return gap.options.some(({ o, right }) => right && o === value);
  return typeof value === "string" && accepts(value, gap.accepted.text, gap.refused.text, leniency);
}

/** A gap's filling in words; `undefined` where it is open. */
export function wordsOf(gap: KeyGap, value: string | number | undefined): string | undefined {
  if (!("options" in gap)) return typeof value === "string" ? value : undefined;
  return gap.options.find(({ o }) => o === value)?.text;
}

/** The first right answer in words. */
export function answerOf(gap: KeyGap): string {
  return ("options" in gap ? gap.options.find(({ right }) => right)?.text : gap.accepted.text[0]) ?? "";
}

/** The filling of a gap that exists and is of its kind. */
export function fillingOf(gap: KeyGap, fillings: Fillings | undefined): string | number | undefined {
  const value = fillings?.find(({ o }) => o === gap.o)?.value;
  return wordsOf(gap, value) === undefined ? undefined : value;
}

function mark(key: BlankKey, fillings: Fillings | undefined, rule: ScoringRule): Mark {
  const filled = key.gaps.flatMap((gap) => {
    const value = fillingOf(gap, fillings);
    return value === undefined ? [] : [isRight(gap, value, key)];
  });
  const right = filled.filter(Boolean).length;
  return markParts({ right, wrong: filled.length - right, all: key.gaps.length }, rule);
}

/** Each filling: the gap's ordinal, one bit for its kind, then the option's ordinal, or the length and bytes of the text. */
function write(out: BitWriter, key: BlankKey, fillings: Fillings): void {
  const filled = key.gaps.flatMap((gap) => {
    const value = fillingOf(gap, fillings);
    return value === undefined ? [] : [{ o: gap.o, value }];
  });
  out.number(filled.length);
  for (const { o, value } of filled) {
    out.number(o);
    out.fixed(typeof value === "string" ? 1 : 0, 1);
    if (typeof value === "string") writeText(out, value);
    else out.number(value);
  }
}

function writeText(out: BitWriter, text: string): void {
  const bytes = new TextEncoder().encode(shorten(text));
  out.fixed(bytes.length, LENGTH_BITS);
  for (const byte of bytes) out.fixed(byte, 8);
}

function read(bits: BitReader, key: BlankKey): Fillings | undefined {
  const fillings: Filling[] = [];
  for (let left = bits.number(); left > 0 && !bits.overrun; left -= 1) {
    const o = bits.number();
    const value = bits.fixed(1) === 1 ? readText(bits) : bits.number();
    const gap = key.gaps.find((each) => each.o === o);
    if (gap && !bits.overrun && wordsOf(gap, value) !== undefined) fillings.push({ o, value });
  }
  return fillings.length > 0 ? fillings : undefined;
}

function readText(bits: BitReader): string {
  const bytes = Array.from({ length: bits.fixed(LENGTH_BITS) }, () => bits.fixed(8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function maxBits({ gaps }: BlankKey): number {
  return gaps.reduce((sum, gap) => {
    const filling =
      "options" in gap ? Math.max(0, ...gap.options.map(({ o }) => numberBits(o))) : LENGTH_BITS + 8 * LONGEST;
    return sum + numberBits(gap.o) + 1 + filling;
  }, numberBits(gaps.length));
}

/** SCORM 2004 4th Ed. RTE 4.2.9.1: a fill-in holds at most 10 strings of 250 characters, a long-fill-in one of 4,000. */
const FILL_IN = { strings: 10, characters: 250 } as const;
/** Reads as a comma, at which scorm-again splits a pattern that has no `[,]`. */
const LOW_MARK = "\u201a";
/** Stands for a gap that was left open. */
const OPEN = "-";

/**
 * Fill-in in both standards, since SCORM has no drop-downs. SCORM 1.2 (RTE 3.4.7, CMIFeedback): one string of at most 255
 * characters, so the gaps are joined by semicolons. SCORM 2004: one string a gap; more gaps than a fill-in holds, or two
 * with the same answer (scorm-again refuses equal strings in a pattern), make one long-fill-in.
 */
function encode(standard: Standard, key: BlankKey, fillings: Fillings | undefined): EncodedResponse {
  const strings = (words: readonly string[]): readonly string[] => words.map((each) => legal(each, FILL_IN.characters));
  const answers = strings(key.gaps.map(answerOf));
  const fits = answers.length <= FILL_IN.strings && new Set(answers).size === answers.length;
  const modern = standard === "scorm2004";
  const long = modern && !fits;
  const join = (words: readonly string[]): string => {
    if (modern && fits && words.length > 1) return strings(words).join("[,]");
    if (!modern) return legal(words.join("; "), 255);
    return legal(words.join("; "), long ? 4_000 : FILL_IN.characters).replace(/,/g, LOW_MARK);
  };
  const given = key.gaps.map((gap) => wordsOf(gap, fillingOf(gap, fillings)));
  return {
    type: long ? "long-fill-in" : "fill-in",
    ...(given.some((words) => words !== undefined) ? { response: join(given.map((words) => words ?? OPEN)) } : {}),
    pattern: join(key.gaps.map(answerOf)),
  };
}

/** One line without the standards' own delimiters (RTE 4.1.1.6: braces begin a language tag). */
function legal(words: string, longest: number): string {
  const line = words
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .replace(/[[{]/g, "(")
    .replace(/[\]}]/g, ")")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "");
  return line === "" ? OPEN : line;
}

/** A sentence with gaps. */
export const blank: CoreType<BlankKey, Fillings> = { mark, maxBits, write, read, encode };
