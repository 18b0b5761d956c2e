import type { ScoringRule } from "../../../../src/questions/contract.ts";
import type { Other } from "./others.ts";

/**
 * A marked response: what the question's parts are, what was given, and earned/possible, worked out by hand from
 * docs/format.md, "Points". `same`: the other systems' rules that give the same share, by their words in `others.ts`.
 */
export type MarkRow<Text> = readonly [
  type: string,
  key: Text,
  given: Text,
  rule: ScoringRule,
  mark: string,
  same?: string,
];

/** The rules that a row cites. */
export function citedBy(same: string | undefined): readonly Other[] {
  return (same ?? "").split("; ").filter(Boolean) as Other[]; // a wrong word fails the test that looks it up
}
