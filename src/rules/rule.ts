import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PaperedCourse } from "../model/papers.ts";

/** What a rule finds; the runner adds code and severity. */
export type Finding = Pick<Diagnostic, "message" | "place" | "help" | "related">;

/** What a rule may know beside the course. */
export interface Circumstances {
  /** The date of today as 2027-01-31; absent: rules about dates find nothing, so that builds stay reproducible. */
  readonly today?: string;
}

/** What a sound course should also be. A rule holds logic only. */
export interface Rule {
  /** Permanent: `area/what-is-wrong`. The rule's file is named after its second part. */
  readonly code: string;
  readonly severity: "warning" | "hint";
  /** One sentence: what a course should be. */
  readonly summary: string;
  /** Why it matters to learners or instructors. */
  readonly reason: string;
  /** A course text that the rule finds fault with. */
  readonly example: string;
  check(course: PaperedCourse, circumstances: Circumstances): Iterable<Finding>;
}

/** The findings of all rules. */
export function lint(
  course: PaperedCourse,
  rules: readonly Rule[],
  circumstances: Circumstances = {},
): readonly Diagnostic[] {
  return rules.flatMap(({ code, severity, check }) =>
    Array.from(check(course, circumstances), (finding) => ({ code, severity, ...finding })),
  );
}
