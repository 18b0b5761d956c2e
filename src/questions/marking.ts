/** Credit for questions that are made of equal parts: gaps, pairs, positions. */
import type { Mark, ScoringRule } from "./contract.ts";

/** How many of `all` parts (at least one) were answered rightly and wrongly; the others were left open. */
export interface PartCount {
  readonly right: number;
  readonly wrong: number;
  readonly all: number;
}

/**
 * All-or-nothing: every part right. Per option: each right part counts. Right minus wrong: each right part counts for, each
 * wrong one against, so that guessing costs; the question's `floor` bounds the loss.
 */
export function markParts({ right, wrong, all }: PartCount, rule: ScoringRule): Mark {
  const possible = Math.max(1, all);
  if (rule === "per-option") return { earned: right, possible };
  if (rule === "right-minus-wrong") return { earned: right - wrong, possible };
  return { earned: right === all && all > 0 ? 1 : 0, possible: 1 };
}

/**
 * The rule for a question with one answer, where a part is the whole: only `right-minus-wrong` makes a difference, because
 * a wrong answer then costs.
 */
export const ruleOfOne = (rule: ScoringRule): ScoringRule => (rule === "right-minus-wrong" ? rule : "all-or-nothing");
