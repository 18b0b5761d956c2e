import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { RawCourse } from "../load/raw-course.ts";
import type { Source } from "../load/source.ts";
import type { LockFile } from "../model/assembled.ts";
import { openFolder } from "./compile.ts";

/**
 * The mended texts of a course's lock files after a merge (see `repairLock`). Nothing else of the course is judged.
 *
 * @param renumber keys of entries that were never released
 */
export async function repair(source: Source, renumber: ReadonlySet<string>): Promise<Outcome<readonly LockFile[]>> {
  const { languages, read } = await openFolder(source);
  const mended: LockFile[] = [];
  const notes: Diagnostic[] = [];
  for (const language of [undefined, ...languages]) {
    const { value, notes: found } = await read(language);
    // The other files' mistakes are for `check` to report.
    notes.push(...found.filter(({ place }) => place?.file === value.lock?.file));
    const outcome = value.lock && (await repairOne(source, value.lock, renumber));
    notes.push(...(outcome?.notes ?? []));
    if (outcome?.ok) mended.push(outcome.value);
  }
  return settle(mended, notes);
}

/** A file that cannot be read has its note already. */
async function repairOne(
  source: Source,
  { file, value: lock }: RawCourse["lock"] & object,
  renumber: ReadonlySet<string>,
): Promise<Outcome<LockFile> | undefined> {
  if (!lock) return undefined;
  const { repairLock } = await import("../model/repair.ts");
  const mended = repairLock(lock, renumber);
  if (!mended.ok) return mended;
  const before = new TextDecoder().decode(await source.read(file));
  return settle({ file, text: mended.value, changed: mended.value !== before }, mended.notes);
}
