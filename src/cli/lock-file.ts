import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes `course.lock.yaml` when it changed. Only the command line does so: the API gives the text. */
export async function writeLock(
  root: string,
  lock: { readonly text: string; readonly changed: boolean },
): Promise<void> {
  if (lock.changed) await writeFile(join(root, "course.lock.yaml"), lock.text);
}
