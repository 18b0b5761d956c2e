import type { Ever } from "../tracking/budget.ts";
import type { Drift } from "../translation/drift.ts";
import type { Course } from "./course.ts";
import type { Papers } from "./papers.ts";

/** A lock file as it should be; `changed` when it is not yet so. Only the command line writes it. */
export interface LockFile {
  readonly file: string;
  readonly text: string;
  readonly changed: boolean;
}

/** A course with its identifiers and ordinals. */
export interface Assembled {
  readonly course: Course;
  /** What instructors alone read. */
  readonly papers: Papers;
  readonly lock: LockFile;
  /** What an old learner's state can still hold beyond the course as it is now. */
  readonly ever: Ever;
  /** Of an edition: how far it is behind the base. */
  readonly drift?: Drift;
}
