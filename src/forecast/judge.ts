/** Holds the gradebook's row against what the course's policy says. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Profile, QuirkName } from "../lms/profile.ts";
import type { Grade } from "../lms/quirks.ts";
import { lessonStatus, status2004 } from "../tracking/status.ts";
import type { Deserved, Lived } from "./run.ts";
import type { Subject } from "./subject.ts";

/** Scores are sent with two decimals, and some gradebooks multiply a share. In percent. */
const EQUAL = 0.011;

/** One learner's row, what it should be, and what is wrong with it. */
export interface Verdict {
  readonly learner: string;
  readonly gradebook: Grade;
  readonly expected: Grade;
  readonly notes: readonly Diagnostic[];
}

/**
 * Judges a row. `forecast/grade-lost`: a deserved score or status is missing or lowered. `forecast/grade-invented`: more
 * than was ever deserved. `forecast/attempt-not-counted` (a warning): a deserved pass stands, and a later attempt, which
 * the LMS did not record, would have changed it.
 */
export function judge(lived: Lived, subject: Subject, profile: Profile): Verdict {
  const { learner, gradebook, deserved } = lived;
  const rows = deserved.map((moment) => rowOf(moment, subject));
  const expected = rows.at(-1) ?? { status: "", success: "" };
  const kind = faultOf(gradebook, expected, rows);
  const verdict = { learner, gradebook, expected };
  if (kind === undefined) return { ...verdict, notes: [] };
  return { ...verdict, notes: [finding(kind, verdict, lived.reviewed, { subject, profile })] };
}

/** The row in words: "passed, 80%". */
export function wordsOf({ status, success, score }: Grade): string {
  const words = [...new Set([status === "" ? "no status" : status, ...(success === "" ? [] : [success])])];
  return [words.join("/"), score === undefined ? "no score" : `${score}%`].join(", ");
}

function rowOf({ situation, score }: Deserved, { standard, plan }: Subject): Grade {
  const { report } = plan.grading;
  const percent = score === undefined ? {} : { score: score / 100 };
  if (standard === "scorm12") {
    const status = lessonStatus(situation, report);
    return { status, success: status, ...percent };
  }
  const { completion, success } = status2004(situation, report);
  return { status: completion, success, ...percent };
}

type Fault = "lost" | "invented" | "not-counted";

function faultOf(row: Grade, expected: Grade, deserved: readonly Grade[]): Fault | undefined {
  if (equal(row, expected)) return undefined;
  // A pass that stands: the LMS took no further attempt, and the page said so.
  if (deserved.some((once) => rank(once.success) === 2 && equal(row, once))) return "not-counted";
  const isMore = (word: "status" | "success"): boolean => deserved.every((once) => rank(row[word]) > rank(once[word]));
  const best = Math.max(...deserved.map(({ score = -1 }) => score));
  return (row.score ?? -1) > best + EQUAL || isMore("status") || isMore("success") ? "invented" : "lost";
}

function equal(one: Grade, other: Grade): boolean {
  const words = rank(one.status) === rank(other.status) && rank(one.success) === rank(other.success);
  return words && Math.abs((one.score ?? -1) - (other.score ?? -1)) <= EQUAL;
}

/** Worst to best; blank and unknown words stand between. */
function rank(word: string): number {
  if (word === "passed" || word === "completed") return 2;
  return word === "failed" ? 0 : 1;
}

interface Circumstances {
  readonly subject: Subject;
  readonly profile: Profile;
}

function finding(
  fault: Fault,
  { learner, gradebook, expected }: Omit<Verdict, "notes">,
  reviewed: boolean,
  around: Circumstances,
): Diagnostic {
  const where = `${around.profile.name}, “${learner}”`;
  const holds = `the gradebook would hold “${wordsOf(gradebook)}”`;
  const help = helpFor(fault, reviewed, around);
  if (fault === "not-counted") {
    const message = `${where}: ${holds}; the latest attempt would make it “${wordsOf(expected)}” and is not recorded.`;
    return { code: "forecast/attempt-not-counted", severity: "warning", message, help };
  }
  const deserves = fault === "lost" ? `the learner deserves “${wordsOf(expected)}”` : "the learner never earned that";
  return { code: `forecast/grade-${fault}`, severity: "error", message: `${where}: ${holds}; ${deserves}.`, help };
}

/** What brings it about, by the quirk's name, and what to do. */
function helpFor(fault: Fault, reviewed: boolean, { subject, profile }: Circumstances): string {
  const has = (name: QuirkName): boolean => profile.quirks.some((quirk) => quirk.name === name);
  const failing = subject.plan.grading.report.endsWith("-failed");
  if (subject.mastery !== undefined && !failing && has("mastery-decides-at-finish")) {
    return (
      "At the end of a session this LMS turns a score below the manifest's mastery score into “failed” " +
      "(mastery-decides-at-finish), and opens what failed for review only. Build the package again without a mastery score " +
      "in its manifest, or allow a single attempt with `attempts: 1`."
    );
  }
  if (has("review-after-end") && (failing || reviewed)) {
    const remedy = failing && fault !== "not-counted" ? "Use `report: passed-incomplete`, or `attempts: 1`." : "";
    return (
      "This LMS opens a package that is passed, completed or failed for review only, where nothing is recorded " +
      `(review-after-end). ${remedy || "Use `score: best`, or let it force a new attempt for who shall try again."}`
    );
  }
  return "Build the package again with this version; if it stays so, please report it: no package may do this.";
}
