import { mix } from "../questions/shuffle.ts";

/** What a draw follows from: nothing else changes it. */
export interface DrawInput {
  /** The learner's nonce. */
  readonly seed: number;
  /** Counts from 1. */
  readonly attempt: number;
  readonly strata: readonly { readonly count: number; readonly items: readonly number[] }[];
  /** How often a question was asked in earlier attempts. */
  times(ordinal: number): number;
}

/**
 * The ordinals that an attempt asks, in order: of each stratum the least often asked, and among equals the lowest hash of
 * seed, attempt and ordinal. A retake therefore repeats nothing until its pool is exhausted, and adding a question to a
 * pool moves no other.
 */
export function draw({ seed, attempt, strata, times }: DrawInput): readonly number[] {
  const taken = new Set<number>();
  for (const { count, items } of strata) {
    items
      .filter((ordinal) => !taken.has(ordinal))
      .map((ordinal) => ({ ordinal, times: times(ordinal), hash: mix(seed, attempt, ordinal) }))
      .sort((a, b) => a.times - b.times || a.hash - b.hash || a.ordinal - b.ordinal)
      .slice(0, count)
      .forEach(({ ordinal }) => {
        taken.add(ordinal);
      });
  }
  return [...taken];
}
