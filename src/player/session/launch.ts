/** What both standards' launch values have in common. Pure. */
import type { Hundredths } from "../../tracking/policy.ts";
import type { Launch } from "./session.ts";

/** Only an explicit `browse` or `review` is read-only; blank or unknown is `normal`. */
export function modeOf(stored: string): Launch["mode"] {
  const mode = stored.trim().toLowerCase();
  return mode === "browse" || mode === "review" ? mode : "normal";
}

export function entryOf(stored: string): Launch["entry"] {
  return stored === "ab-initio" || stored === "resume" ? stored : "";
}

/**
 * A pass mark that the LMS supplies, with `whole` standing for 100%. Blank, unreadable and impossible values are none, and
 * so is 0, which some LMSs give for "not set": it would pass everyone.
 */
export function passOf(stored: string, whole: 1 | 100): { readonly pass?: Hundredths } {
  const value = Number(stored);
  return value > 0 && value <= whole ? { pass: Math.round((value / whole) * 10_000) } : {};
}
