/** The public API. */
import type { Diagnostic } from "./diagnostics/diagnostic.ts";

export {
  type BuildOptions,
  type Built,
  type BuiltPackage,
  build,
  check,
  type GuideOptions,
  guide,
  type WrittenGuide,
} from "./build.ts";
export type { Diagnostic, Outcome, Place, Severity } from "./diagnostics/diagnostic.ts";
export { type Format, format } from "./diagnostics/format.ts";
export { folder, memory, type Source } from "./load/source.ts";
export type { Course, Lesson, Module, Question } from "./model/course.ts";

/**
 * Checks a zip, also of another tool: what would keep it from being imported, from working, or from reporting its grade.
 *
 * @throws Error when the file cannot be read from disk
 */
export async function verify(path: string): Promise<readonly Diagnostic[]> {
  const { openVerifier } = await import("./build.ts");
  return (await openVerifier())(path);
}
