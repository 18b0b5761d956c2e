/** How a real LMS differs from the letter of the standard, as data. */

export type Standard = "scorm12" | "scorm2004";

/** Everything that this test LMS can imitate; `quirks.ts` says how. */
export type QuirkName =
  /** LMSFinish turns `not attempted` into `completed`. */
  | "not-attempted-becomes-completed"
  /** LMSFinish overwrites the status with passed or failed when there is a mastery score, credit and a raw score. */
  | "mastery-decides-at-finish"
  /** After a status (2004: a completion status) of passed, completed or failed the next launch is `review` without credit. */
  | "review-after-end"
  /** `entry` is `resume` only after `exit=suspend`, and blank when a status is stored all the same. */
  | "resume-only-after-suspend"
  /** What was stored comes back only after `exit=suspend`. */
  | "data-only-after-suspend"
  /** Each value stays stored until it is written again, also while it is not given back. */
  | "values-outlive-sessions"
  /** The gradebook reads `score.raw` as an absolute number; `score.scaled` never reaches it. */
  | "grade-is-raw";

export interface Quirk {
  readonly name: QuirkName;
  /** Where it was read or seen. */
  readonly source: string;
  readonly evidence: "run time" | "source";
}

export interface Profile {
  readonly name: string;
  readonly standards: readonly Standard[];
  /** The LMS and version that the quirks belong to. */
  readonly version: string;
  /** When they were noted. */
  readonly date: string;
  readonly quirks: readonly Quirk[];
}
