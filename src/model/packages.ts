import type { Grading } from "../tracking/policy.ts";
import type { Course, Module, PackageKind } from "./course.ts";

/** One package to make: one graded activity, one SCO, one LMS score. */
export interface CoursePackage {
  readonly kind: PackageKind;
  /** What stands in file names between course and version: the module's id, `exam`, or `undefined` for the whole course. */
  readonly name?: string;
  readonly identifier: string;
  readonly title: string;
  readonly summary: string;
  readonly grading: Grading;
  readonly modules: readonly Module[];
}

/** The packages that a course asks for, in the order in which it names their kinds. */
export function packagesOf(course: Course): readonly CoursePackage[] {
  return course.packages.flatMap((kind) => {
    if (kind === "course") {
      const { identifier, title, summary, grading, modules } = course;
      return [{ kind, identifier, title, summary, grading, modules }];
    }
    const modules = kind === "exam" ? (course.exam ? [course.exam] : []) : course.modules;
    return modules.map(
      (module): CoursePackage => ({
        kind,
        name: module.id,
        identifier: module.identifier,
        title: module.title,
        summary: module.summary,
        grading: module.grading,
        modules: [module],
      }),
    );
  });
}
