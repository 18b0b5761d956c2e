import { hasErrors, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Source } from "../load/source.ts";

/**
 * The mended text of a course's lock file after a merge (see `repairLock`). Nothing else of the course is judged.
 *
 * @param renumber keys of entries that were never released
 */
export async function repair(
  source: Source,
  renumber: ReadonlySet<string>,
): Promise<Outcome<{ readonly text: string; readonly changed: boolean }>> {
  const [{ loadCourse }, { repairLock }] = await Promise.all([
    import("../load/raw-course.ts"),
    import("../model/repair.ts"),
  ]);
  const { value, notes } = await loadCourse(source);
  if (!value.lock) return settle({ text: "", changed: false }, []);
  const { file, value: lock } = value.lock;
  // The other files' mistakes are for `check` to report.
  const own = notes.filter(({ place }) => place?.file === file);
  if (!lock || hasErrors(own)) return { ok: false, notes: own };
  const mended = repairLock(lock, renumber);
  if (!mended.ok) return mended;
  const before = new TextDecoder().decode(await source.read(file));
  return settle({ text: mended.value, changed: mended.value !== before }, [...own, ...mended.notes]);
}
