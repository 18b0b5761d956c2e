import type { Ever } from "../tracking/budget.ts";
import type { Course } from "./course.ts";
import type { Papers } from "./papers.ts";

/** A course with its identifiers and ordinals. */
export interface Assembled {
  readonly course: Course;
  /** What instructors alone read. */
  readonly papers: Papers;
  /** The lock file as it should be; `changed` when it is not yet so. Only the command line writes it. */
  readonly lock: { readonly text: string; readonly changed: boolean };
  /** What an old learner's state can still hold beyond the course as it is now. */
  readonly ever: Ever;
}
