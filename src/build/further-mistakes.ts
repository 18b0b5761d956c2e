import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { assemble } from "../model/assemble.ts";
import type { PackageKind } from "../model/course.ts";
import { packagesOf } from "../model/packages.ts";
import type { CheckedCourse } from "../validate/checked.ts";
import { openPress } from "./printing.ts";

/** Findings that a missing lesson or question could cause all by itself. */
const CAUSED_BY_GAPS = /^(render\/link-|budget\/|question\/)/;

/**
 * What else is wrong in the sound parts of a course that has mistakes, so that one run reports all: missing pictures,
 * unclosed directives, a damaged lock file. Parts with mistakes are left out, and so is what only their absence causes.
 */
export async function furtherMistakes(readable: CheckedCourse): Promise<readonly Diagnostic[]> {
  const kinds: readonly PackageKind[] = ["module", "exam"];
  const assembled = assemble({ ...readable, settings: { ...readable.settings, packages: [...kinds] } });
  const found = [...assembled.notes];
  if (assembled.ok) {
    const press = await openPress(assembled.value, []);
    for (const unit of packagesOf(assembled.value.course)) found.push(...press(unit).notes);
  }
  return found.filter(({ code }) => !CAUSED_BY_GAPS.test(code));
}
