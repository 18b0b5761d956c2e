/** The questions that an author's variables make of one: every combination of their values, or a fair sample. */
import { createHash } from "node:crypto";
import { mix } from "../shuffle.ts";

/** Names with their values in the author's writing. */
export type Variables = Readonly<Record<string, readonly string[]>>;

/** The resume state counts variants up to 255. */
export const MOST_VARIANTS = 256;

export function combinations(variables: Variables): number {
  return Object.values(variables).reduce((product, values) => product * values.length, 1);
}

export function variantCount(variables: Variables): number {
  return Math.min(MOST_VARIANTS, combinations(variables));
}

/**
 * The values of one variant (from 0). With more combinations than variants, each variant stands for an equal stretch of them
 * and takes one out of it by a hash: the same on every machine.
 */
export function variantValues(variables: Variables, variant: number): ReadonlyMap<string, string> {
  const all = combinations(variables);
  const start = Math.floor((all * variant) / variantCount(variables));
  const end = Math.floor((all * (variant + 1)) / variantCount(variables));
  let rest = start + (mix(variant, all) % Math.max(1, end - start));
  const chosen = Object.entries(variables).map(([name, values]) => {
    const value = values[rest % values.length] ?? "";
    rest = Math.floor(rest / values.length);
    return [name, value] as const;
  });
  return new Map(chosen);
}

/** Tells lists of variants apart: a stored variant's number means the same values only while this stays. */
export function variantsHash(variables: Variables): string {
  return createHash("sha256").update(JSON.stringify(variables)).digest("hex").slice(0, 8);
}
