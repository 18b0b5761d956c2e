/**
 * The one door to the LMS. A runtime (SCORM 1.2, SCORM 2004, none) stands behind it; nothing else in the player knows
 * which. Every method is idempotent and none throws.
 */
import type { EncodedResponse } from "../../questions/contract.ts";
import type { Hundredths, ReportPolicy } from "../../tracking/policy.ts";
import type { Situation } from "../../tracking/status.ts";

/** What the LMS said when the session opened. */
export interface Launch {
  /** Anything but an explicit `browse` or `review` is `normal`. */
  readonly mode: "normal" | "browse" | "review";
  /** The LMS's learner id, "" when it gives none. */
  readonly learner: string;
  /** `suspend_data` as stored, "" when empty. */
  readonly state: string;
  readonly entry: "ab-initio" | "resume" | "";
  /** A status, score or time is stored: this is not the learner's first visit. */
  readonly visited: boolean;
  /** A finished status (passed, completed, failed) is stored. */
  readonly finished: boolean;
  /** The pass mark that the LMS supplies, when it supplies one. */
  readonly pass?: Hundredths;
}

export type Opened =
  | { readonly kind: "open"; readonly launch: Launch }
  /** No API was found: a plain web page, or a package opened from a folder. */
  | { readonly kind: "alone" }
  /** An API was found and refused. `code` and `text` are the LMS's own words. */
  | { readonly kind: "refused"; readonly code: string; readonly text: string };

/** One question's record at a fixed index. */
export interface Interaction extends EncodedResponse {
  readonly index: number;
  /** `[A-Za-z][A-Za-z0-9._-]*`, at most 250 characters. */
  readonly id: string;
  /** Earned share: 0 wrong, 1 correct, between partly. Absent for neutral items. */
  readonly result?: number;
  readonly weighting: number;
  /** Active seconds spent on the answer. */
  readonly latency?: number;
  /** Local time of the answer. */
  readonly time: Date;
  readonly description: string;
  readonly objectives: readonly string[];
}

/** A competency as seen from the answered items. */
export interface Objective {
  readonly id: string;
  readonly score: Hundredths;
  readonly status: "passed" | "failed" | "incomplete";
}

/** Everything the LMS shall hold after a write; the runtime sends what changed, then commits once. */
export interface Snapshot {
  /** Absent when the stored status shall stand: it is finished, and the work behind it can no longer be read. */
  readonly situation?: Situation;
  readonly report: ReportPolicy;
  /** Absent until a graded answer was submitted. */
  readonly score?: Hundredths;
  /** Short ASCII bookmark for the LMS's reports; the state holds the real one. */
  readonly location: string;
  /** Packed learner state. */
  readonly state: string;
  /** Records that changed since the session opened, by rising index. */
  readonly interactions: readonly Interaction[];
  readonly objectives: readonly Objective[];
  /** Active seconds of this session. */
  readonly seconds: number;
}

/** The end of one write. "Saved" means that Commit returned true and the error code was 0. */
export type Saved = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly text: string };

export interface Session {
  open(): Promise<Opened>;
  /** Writes and commits. In `browse` and `review` it writes nothing and says ok. */
  checkpoint(snapshot: Snapshot): Promise<Saved>;
  /** The same, synchronously: the page is being hidden. */
  flushOnHide(snapshot: Snapshot): Saved;
  /** Writes, commits and ends the session once. `suspend` asks a SCORM 2004 LMS to keep the attempt open and leave. */
  finish(snapshot: Snapshot, how: "suspend" | "hide"): Saved;
}
