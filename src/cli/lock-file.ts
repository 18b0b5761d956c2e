import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Built } from "../build.ts";

type LockFile = Built["lock"];

/** The lock file of each edition. */
export function locksOf({ editions }: Pick<Built, "editions">): readonly LockFile[] {
  return editions.map(({ lock }) => lock);
}

/** Writes the lock files that changed. Only the command line does so: the API gives their texts. */
export async function writeLocks(root: string, locks: readonly LockFile[]): Promise<void> {
  for (const { file, text, changed } of locks) if (changed) await writeFile(join(root, file), text);
}
