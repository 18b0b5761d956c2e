import type { Mark } from "../questions/contract.ts";
import type { Hundredths, ScorePolicy } from "./policy.ts";
import type { ScoreRecord } from "./state.ts";

/** The largest score, 100%. */
export const FULL: Hundredths = 10_000;
/** Attempts are counted up to here; a further one no longer changes the mean. */
export const MOST_ATTEMPTS = 4_095;

/**
 * The score of an attempt: Σ points × earned ⁄ possible over Σ points, exact, cut to hundredths of a percent. Cutting, not
 * rounding, so that a score just below the pass mark never reaches it. 0 when there are no points, and never below 0:
 * questions with a negative `floor` cost only what others earned.
 */
export function attemptScore(items: readonly { readonly points: number; readonly mark: Mark }[]): Hundredths {
  // Exact fractions: the common denominator of 60 different ones is beyond a double.
  const common = items.reduce((all, { mark }) => (all * BigInt(mark.possible)) / gcd(all, BigInt(mark.possible)), 1n);
  const earned = items.reduce(
    (sum, { points, mark }) => sum + (BigInt(points) * BigInt(mark.earned) * common) / BigInt(mark.possible),
    0n,
  );
  const possible = items.reduce((sum, { points }) => sum + BigInt(points), 0n) * common;
  return possible === 0n || earned < 0n ? 0 : Number((earned * BigInt(FULL)) / possible);
}

/** A mark that gives no fewer points than the question's `floor`, which is 0 unless its author allows less. */
export function boundMark(
  mark: Mark,
  { points, floor = 0 }: { readonly points: number; readonly floor?: number },
): Mark {
  const below = points * mark.earned < floor * mark.possible || (points === 0 && mark.earned < 0);
  return below ? { earned: floor, possible: Math.max(1, points) } : mark;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** The record with one more submitted attempt. */
export function addScore(record: ScoreRecord | undefined, score: Hundredths): ScoreRecord {
  if (!record) return { count: 1, first: score, latest: score, best: score, sum: score };
  const { count, first, best, sum } = record;
  const full = count >= MOST_ATTEMPTS;
  return {
    count: full ? count : count + 1,
    first,
    latest: score,
    best: Math.max(best, score),
    sum: full ? sum : sum + score,
  };
}

/** The score that counts, by the author's policy. */
export function publishedScore(record: ScoreRecord, policy: ScorePolicy): Hundredths {
  return policy === "mean" ? Math.floor(record.sum / record.count) : record[policy];
}

/** Σ weight × score over quizzes whose weights sum to {@link FULL}; quizzes not yet submitted count 0. */
export function weightedTotal(
  quizzes: readonly { readonly weight: Hundredths; readonly score: Hundredths }[],
): Hundredths {
  return Math.floor(quizzes.reduce((sum, { weight, score }) => sum + weight * score, 0) / FULL);
}
