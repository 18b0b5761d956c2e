import type { Hundredths } from "../../tracking/policy.ts";
import type { App } from "../app.ts";

/** A score in percent with at most two decimals, in the course's way of writing numbers: 79.99. */
export function percent(app: App, score: Hundredths): string {
  return new Intl.NumberFormat(app.plan.language, { maximumFractionDigits: 2 }).format(score / 100);
}
