import type { PackageFile } from "../files.ts";
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";

/** Which player the pages of a package load. */
export type Runtime = "scorm12" | "scorm2004" | "none";

/** The standard bodies' schema files, by the name under which they stand in a package's root. */
export type ControlDocuments = Readonly<Record<"scorm12" | "scorm2004-3rd" | "scorm2004-4th", readonly PackageFile[]>>;

/** A package format. A target describes; it never copies, zips or logs. */
export interface Target {
  /** The CLI's value, the folder's name and the registry's key are the same word. */
  readonly name: string;
  readonly title: string;
  readonly runtime: Runtime;
  /** The descriptors of this format. `content` is final, so a manifest is derived from it and can forget no file. */
  describe(
    course: Course,
    unit: CoursePackage,
    content: readonly PackageFile[],
    documents: ControlDocuments,
  ): readonly PackageFile[];
}
