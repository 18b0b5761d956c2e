import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PackageFile } from "../files.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { Target } from "../targets/target.ts";
import type { StateBudget } from "../tracking/budget.ts";
import { STATE_BUDGET } from "../tracking/codec.ts";

/** Interactions that SCORM 2004 guarantees (Run-Time Environment 4.2.9, smallest permitted maximum). */
export const INTERACTIONS_LIMIT = 250;

/** What a zip holds without zip64, which LMSs cannot be trusted to read (APPNOTE 6.3.10, 4.4.1.4); a little is for its records. */
export const ZIP_LIMIT = { bytes: 0xffffffff - 16 * 1024 * 1024, files: 60_000 };

/** A package too large for any LMS, found before hours are spent on writing it. */
export function overSize(unit: CoursePackage, files: readonly Pick<PackageFile, "size">[]): readonly Diagnostic[] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= ZIP_LIMIT.bytes && files.length <= ZIP_LIMIT.files) return [];
  const place = unit.modules[0]?.place;
  const message = `“${unit.title}” holds ${files.length} files of ${Math.ceil(bytes / 2 ** 20)} MiB together; a zip that every LMS reads holds less than 4 GiB and 60,000 files.`;
  const help = "Split it into smaller packages, or put long videos on your school's video server and link to them.";
  return [{ code: "budget/zip-size", severity: "error", message, ...(place ? { place } : {}), help }];
}

/** What a package would lose in an LMS that keeps no more than its standard demands. */
export function overBudget(
  unit: CoursePackage,
  state: StateBudget,
  questions: number,
  targets: readonly Pick<Target, "runtime">[],
): readonly Diagnostic[] {
  const place = unit.modules[0]?.place;
  const where = place && unit.kind !== "course" ? { place } : {};
  const notes: Diagnostic[] = [];
  if (state.characters > STATE_BUDGET) {
    const largest = state.largest.map(({ what, characters }) => `${what} (${characters})`).join(", ");
    notes.push({
      code: "budget/resume-state",
      severity: "error",
      message: `“${unit.title}” can need ${state.characters} characters to resume; an LMS may keep no more than ${STATE_BUDGET}.`,
      ...where,
      help: `Draw fewer questions, or split it into smaller packages. What takes most: ${largest}.`,
    });
  }
  if (questions > INTERACTIONS_LIMIT && targets.some(({ runtime }) => runtime === "scorm2004")) {
    notes.push({
      code: "budget/interactions",
      severity: "error",
      message: `“${unit.title}” has ${questions} questions; SCORM 2004 promises room for the answers to ${INTERACTIONS_LIMIT}.`,
      ...where,
      help: "Split it into smaller packages, or build it as scorm12 alone.",
    });
  }
  return notes;
}
