/** What instructors alone read. It needs no identifiers, so it is as the validator left it. */
import type { CheckedPapers } from "../validate/checked.ts";
import type { Course } from "./course.ts";

export type {
  CheckedCheckOff as CheckOff,
  CheckedNotes as Notes,
  CheckedPapers as Papers,
  CheckedTeaching as Teaching,
} from "../validate/checked.ts";

/** A course with its papers. What makes packages takes a {@link Course}, in which they are not. */
export type PaperedCourse = Course & Partial<CheckedPapers>;
