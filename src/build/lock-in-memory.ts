import type { Source } from "../load/source.ts";
import type { Assembled } from "../model/assembled.ts";
import { lockFile } from "../model/lock.ts";
import type { Ever } from "../tracking/budget.ts";

export interface LockInMemory {
  /** The course with the lock file as it would be by now. */
  readonly source: Source;
  /**
   * Takes a sound course's lock file for the next reading, so that what has an ordinal keeps it while the author works.
   * Gives what an old learner's state can hold: questions that came and went in memory were never released.
   */
  accept(assembled: Pick<Assembled, "lock" | "ever">): Ever;
}

/** A lock file that grows in memory and is never written. When the one on disk changes, that one counts. */
export function lockInMemory(disk: Source, language?: string): LockInMemory {
  const file = lockFile(language);
  let onDisk: string | undefined;
  let grown: string | undefined;
  let retired: number | undefined;
  const refresh = async (isThere: boolean): Promise<void> => {
    const text = isThere ? new TextDecoder().decode(await disk.read(file)) : undefined;
    if (text === onDisk) return;
    onDisk = text;
    grown = undefined;
    retired = undefined;
  };
  return {
    source: {
      ...disk,
      async list() {
        const listing = await disk.list();
        await refresh(listing.paths.includes(file));
        if (grown === undefined) return listing;
        return { ...listing, paths: [...new Set([...listing.paths, file])].sort() };
      },
      read: async (path) => (path === file && grown !== undefined ? new TextEncoder().encode(grown) : disk.read(path)),
    },
    accept({ lock, ever }) {
      grown = lock.text;
      retired ??= ever.retired;
      return { ...ever, retired };
    },
  };
}
