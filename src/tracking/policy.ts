/** The author's grading policy: one value that the player, the learner's text, manifests and exports all read. */

/** Which submitted attempt's score is published. */
export type ScorePolicy = "best" | "latest" | "first" | "mean";
/** When answers are explained. */
export type FeedbackPolicy = "immediate" | "after-submit" | "after-pass" | "never";
/** The word for "good" and the word for "not yet". */
export type ReportPolicy = "passed-incomplete" | "passed-failed" | "completed-incomplete" | "completed-failed";
/** What completes a package: every lesson and quiz, or the quizzes alone. */
export type CompletionPolicy = "all" | "quiz";

/**
 * A score or pass mark in hundredths of a percent: an integer from 0 to 10,000. Scores are cut, never rounded up, so that
 * 79.996% does not pass 80%.
 */
export type Hundredths = number;

export interface Grading {
  readonly pass: Hundredths;
  /** How often a quiz may be submitted; 0 is without limit. */
  readonly attempts: number;
  readonly score: ScorePolicy;
  readonly feedback: FeedbackPolicy;
  readonly report: ReportPolicy;
  readonly completion: CompletionPolicy;
}

/** How long an attempt may take, by the clock on the wall. */
export interface TimeLimit {
  readonly seconds: number;
  /** How much longer learners may choose to take, in hundredths: 150 is half as long again. May be empty. */
  readonly factors: readonly number[];
}

/**
 * True when the manifest may carry the pass mark. Moodle's SCORM 1.2 turns `incomplete` plus a score below a manifest's
 * mastery score into `failed` at LMSFinish and locks the further attempts away, so it is written only where no further
 * attempt is meant or `failed` is what the author reports anyway.
 */
export function masteryInManifest(grading: Pick<Grading, "report" | "attempts">): boolean {
  return grading.report.endsWith("-failed") || grading.attempts === 1;
}
