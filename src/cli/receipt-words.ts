/** A completion receipt in words. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Receipt } from "../tracking/receipt.ts";
import type { Situation } from "../tracking/status.ts";

const SITUATIONS: Readonly<Record<Situation, string>> = {
  open: "under way: not every graded quiz is submitted",
  "passed-open": "passed, lessons are still to be read",
  "passed-done": "passed, and all that is asked for is done",
  "failed-again": "not passed, attempts are left",
  "failed-final": "not passed, no attempt is left",
  "done-no-quiz": "all lessons are read; there is no graded quiz",
};
/** What a receipt says when it has no more room to count. */
const MOST_ATTEMPTS = 63;

/** What a receipt states, one line each. */
export function wordsOf({ situation, score, attempts, day }: Receipt): readonly string[] {
  return [
    `Situation: ${SITUATIONS[situation]}`,
    `Score:     ${score === undefined ? "none: no graded answer was submitted" : `${score / 100}%`}`,
    `Attempts:  ${attempts === MOST_ATTEMPTS ? `${attempts} or more` : attempts} submitted`,
    `Day:       ${new Date(day).toISOString().slice(0, 10)} (UTC, by the clock of the learner's device)`,
  ];
}

/** Said with every receipt. */
export const NO_PROOF: Diagnostic = {
  code: "receipt/no-proof",
  severity: "warning",
  message: "A receipt shows what the learner's page showed. It is no proof: whoever knows the format can write one.",
  help: "Before you enter a grade by hand, ask how it came about, or let the learner take the quiz again.",
};

/** A receipt that cannot be read. */
export function unreadable(kind: "mistyped" | "newer"): Diagnostic {
  if (kind === "newer") {
    const message = "This receipt is of a later version of Coursewright.";
    return {
      code: "receipt/newer",
      severity: "error",
      message,
      help: "Read it with the version that built the package.",
    };
  }
  const message = "This is no receipt as it was shown: a character is wrong, missing or too many.";
  const help = "Compare it with the learner's: five groups of four letters and digits, without I, L, O and U.";
  return { code: "receipt/mistyped", severity: "error", message, help };
}

/** A receipt for something or someone else. */
export function wrongOwner(what: "package" | "learner", named: string): Diagnostic {
  const message = `The receipt is not for the ${what} “${named}”.`;
  const help =
    what === "package"
      ? "Ask the learner which activity it is from."
      : "Compare the id with the learner's in your LMS: some LMSs give packages another one than they show.";
  return { code: `receipt/other-${what}`, severity: "error", message, help };
}
