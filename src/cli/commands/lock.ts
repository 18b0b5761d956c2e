import { compile, repair } from "../../build.ts";
import { andThen, settle } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { writeLock } from "../lock-file.ts";
import { report } from "../report.ts";

export interface LockFlags {
  readonly repair?: boolean;
  /** Keys of entries that were never released. */
  readonly renumber?: readonly string[];
}

/** `coursewright lock`: gives what is new its ordinals, or mends the lock file after a merge. */
export async function runLock(io: Io, named: string | undefined, flags: LockFlags): Promise<ExitCode> {
  if (flags.renumber && !flags.repair) {
    io.err("error: --renumber says which entry --repair may change; use both.\n");
    return 2;
  }
  const found = await courseFolder(io.cwd, named);
  const outcome = await andThen(found, async (root) => {
    const source = folder(root);
    const lock = flags.repair ? await repair(source, new Set(flags.renumber)) : await upToDate(source);
    if (lock.ok) await writeLock(root, lock.value);
    return lock;
  });
  io.err(await report(outcome.notes, io, found.ok ? { source: folder(found.value) } : {}));
  if (outcome.ok) io.out(`course.lock.yaml ${outcome.value.changed ? "was written; commit it." : "is up to date."}\n`);
  return exitCodeOf(outcome.notes);
}

async function upToDate(source: ReturnType<typeof folder>) {
  return andThen(await compile(source), ({ lock }) => settle(lock, []));
}
