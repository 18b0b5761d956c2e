import { basePath } from "../load/editions.ts";
import type { Source } from "../load/source.ts";
import type { Assembled } from "../model/assembled.ts";
import type { Ever } from "../tracking/budget.ts";

const LOCK = "course.lock.yaml";

export interface LockInMemory {
  /** The course with the lock file as it would be by now. */
  readonly source: Source;
  /**
   * Takes a sound course's lock file for the next reading, so that what has an ordinal keeps it while the author works.
   * Gives what an old learner's state can hold: questions that came and went in memory were never released.
   */
  accept(assembled: Pick<Assembled, "lock" | "ever">): Ever;
}

/** Lock files that grow in memory and are never written. When one on disk changes, that one counts. */
export function lockInMemory(disk: Source): LockInMemory {
  const onDisk = new Map<string, string>();
  const grown = new Map<string, string>();
  let retired: number | undefined;
  const refresh = async (paths: readonly string[]): Promise<void> => {
    const there = paths.filter((path) => basePath(path) === LOCK);
    for (const file of new Set([...there, ...onDisk.keys()])) {
      const text = there.includes(file) ? new TextDecoder().decode(await disk.read(file)) : undefined;
      if (text === onDisk.get(file)) continue;
      if (text === undefined) onDisk.delete(file);
      else onDisk.set(file, text);
      grown.delete(file);
      retired = undefined;
    }
  };
  return {
    source: {
      ...disk,
      async list() {
        const listing = await disk.list();
        await refresh(listing.paths);
        return { ...listing, paths: [...new Set([...listing.paths, ...grown.keys()])].sort() };
      },
      async read(path) {
        const text = grown.get(path);
        return text === undefined ? disk.read(path) : new TextEncoder().encode(text);
      },
    },
    accept({ lock, ever }) {
      grown.set(lock.file, lock.text);
      retired ??= ever.retired;
      return { ...ever, retired };
    },
  };
}
