import { statSync } from "node:fs";
import { join } from "node:path";
import { folder, type Source } from "../load/source.ts";

/** Some file systems count time in steps of two seconds (FAT): a younger file can change again and look the same. */
const YOUNG = 2_000;

interface Stamp {
  readonly size: number;
  readonly inode: number;
  readonly modified: number;
  readonly changed: number;
}

/**
 * A course folder that is read again and again: a file is only read when its size, its times or its place on the disk are
 * not those of the last time, or were too young then to tell.
 */
export function openDisk(root: string, now: () => number = () => Date.now()): Source {
  const disk = folder(root);
  return { ...disk, read: remembering(disk.read, root, now), refer: remembering(disk.refer, root, now) };
}

function remembering<T>(read: (path: string) => Promise<T>, root: string, now: () => number): typeof read {
  const known = new Map<string, { readonly stamp: Stamp; readonly value: T }>();
  return async (path) => {
    const stamp = stampOf(join(root, ...path.split("/")));
    const before = known.get(path);
    if (before && same(before.stamp, stamp)) return before.value;
    known.delete(path);
    const value = await read(path);
    if (now() - Math.max(stamp.modified, stamp.changed) > YOUNG) known.set(path, { stamp, value });
    return value;
  };
}

function stampOf(file: string): Stamp {
  // Thousands of files: waiting for each would cost several times the processor time of asking.
  const { size, ino: inode, mtimeMs: modified, ctimeMs: changed } = statSync(file);
  return { size, inode, modified, changed };
}

function same(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.inode === b.inode && a.modified === b.modified && a.changed === b.changed;
}
