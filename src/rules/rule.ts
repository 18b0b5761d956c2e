import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Keep, keepNothing } from "../keep.ts";
import { aroundModules } from "../model/around.ts";
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
  /** True where each module is judged by itself: without its neighbors, the examination and the papers. */
  readonly perModule?: true;
  check(course: PaperedCourse, circumstances: Judging): Iterable<Finding>;
}

/** What a rule may ask for beside the course. */
export interface Judging extends Circumstances {
  readonly keep: Keep;
}

/** The findings of all rules; with `keep`, modules that did not change are not judged again. */
export function lint(
  course: PaperedCourse,
  rules: readonly Rule[],
  { keep = keepNothing, ...circumstances }: Partial<Judging> = {},
): readonly Diagnostic[] {
  const { exam: _exam, teaching: _teaching, checkOffs: _checkOffs, opening: _opening, ...rest } = course;
  const around = keep("rules/around", aroundModules(rest), () => ({}));
  const findings = ({ code, severity, check }: Rule, judged: PaperedCourse) =>
    Array.from(check(judged, { ...circumstances, keep }), (finding) => ({ code, severity, ...finding }));
  return rules.flatMap((rule) => {
    if (!rule.perModule) return findings(rule, course);
    return rest.modules.flatMap((module) =>
      keep(`rules/${rule.code} ${module.id}`, [module, around, circumstances.today], () =>
        findings(rule, { ...rest, modules: [module] }),
      ),
    );
  });
}
