import { mix } from "../questions/shuffle.ts";
import { type Need, takeByNeed } from "./quota.ts";

/** What an attempt takes from one pool. */
export interface DrawStratum {
  readonly count: number;
  readonly items: readonly number[];
  /** Items that are drawn together or not at all, each in the order in which it is asked. */
  readonly cases?: readonly (readonly number[])[];
  /** What the questions taken must hold, all at once; proven at build time. */
  readonly needs?: readonly Need[];
}

/** What a draw follows from: nothing else changes it. */
export interface DrawInput {
  /** The learner's nonce. */
  readonly seed: number;
  /** Counts from 1. */
  readonly attempt: number;
  readonly strata: readonly DrawStratum[];
  /** How often a question was asked in earlier attempts. */
  times(ordinal: number): number;
}

/**
 * The ordinals that an attempt asks, in order: of each stratum the least often asked, and among equals the lowest hash of
 * seed, attempt and ordinal. A retake therefore repeats nothing until its pool is exhausted, and adding a question to a
 * pool moves no other. A case counts as many as it has questions; a question or case that would leave no way to the exact
 * count, or to what a stratum needs, is passed over.
 */
export function draw({ seed, attempt, strata, times }: DrawInput): readonly number[] {
  const taken = new Set<number>();
  for (const { count, items, cases = [], needs = [] } of strata) {
    const units = unitsOf(
      items.filter((ordinal) => !taken.has(ordinal)),
      cases,
    )
      .map((unit) => {
        const first = Math.min(...unit);
        return { unit, first, times: Math.max(...unit.map(times)), hash: mix(seed, attempt, first) };
      })
      .sort((a, b) => a.times - b.times || a.hash - b.hash || a.first - b.first)
      .map(({ unit }) => unit);
    const byNeed = needs.length > 0 ? takeByNeed(units, count, needs) : undefined;
    for (const ordinal of byNeed ?? fill(units, count)) taken.add(ordinal);
  }
  return [...taken];
}

/** Cases, and each other item alone. */
export function unitsOf(
  items: readonly number[],
  cases: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const left = new Set(items);
  const whole = cases.map((unit) => unit.filter((ordinal) => left.delete(ordinal))).filter(({ length }) => length > 0);
  return [...whole, ...[...left].map((ordinal) => [ordinal])];
}

/** Units in their order of preference, as many as make up the count, or the most below it that can be made up. */
function fill(units: readonly (readonly number[])[], count: number): readonly number[] {
  const sums = lastSums(units, count);
  let open = nearestSum(units, count);
  return units.flatMap((unit, at) => {
    const rest = open - unit.length;
    if (rest < 0 || !holds(sums[units.length - 1 - at] ?? 0n, rest)) return [];
    open = rest;
    return unit;
  });
}

/** The largest number up to `count` that whole units make up. */
export function nearestSum(units: readonly { readonly length: number }[], count: number): number {
  const made = lastSums(units, count)[units.length] ?? 1n;
  let sum = count;
  while (sum > 0 && !holds(made, sum)) sum -= 1;
  return sum;
}

/** What the last 0, 1, 2 … units can make up: bit n of a number stands for the sum n, up to `most`. */
function lastSums(units: readonly { readonly length: number }[], most: number): readonly bigint[] {
  const mask = (1n << BigInt(most + 1)) - 1n;
  let made = 1n;
  const sums = [...units].reverse().map(({ length }) => {
    made = (made | (made << BigInt(length))) & mask;
    return made;
  });
  return [1n, ...sums];
}

const holds = (made: bigint, sum: number): boolean => ((made >> BigInt(sum)) & 1n) === 1n;
