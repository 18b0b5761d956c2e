import { compileEditions, repair } from "../../build.ts";
import { andThen, type Diagnostic, type Outcome, settle } from "../../diagnostics/diagnostic.ts";
import { folder, type Source } from "../../load/source.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { locksOf, writeLocks } from "../lock-file.ts";
import { report } from "../report.ts";

export interface LockFlags {
  readonly repair?: boolean;
  /** Keys of entries that were never released. */
  readonly renumber?: readonly string[];
  /** Keys of translated items that still hold, or `all`. */
  readonly translated?: readonly string[];
}

type Locks = ReturnType<typeof locksOf>;

/** `coursewright lock`: gives what is new its ordinals, or mends the lock files after a merge. */
export async function runLock(io: Io, named: string | undefined, flags: LockFlags): Promise<ExitCode> {
  if (flags.renumber && !flags.repair) {
    io.err("error: --renumber says which entry --repair may change; use both.\n");
    return 2;
  }
  const found = await courseFolder(io.cwd, named);
  const outcome = await andThen(found, async (root) => {
    const source = folder(root);
    const locks = await (flags.repair
      ? repair(source, new Set(flags.renumber))
      : upToDate(source, new Set(flags.translated)));
    if (locks.ok) await writeLocks(root, locks.value);
    return locks;
  });
  io.err(await report(outcome.notes, io, found.ok ? { source: folder(found.value) } : {}));
  for (const { file, changed } of outcome.ok ? outcome.value : []) {
    io.out(`${file} ${changed ? "was written; commit it." : "is up to date."}\n`);
  }
  return exitCodeOf(outcome.notes);
}

/** @param translated keys of items whose translations hold as they are, or `all` */
async function upToDate(source: Source, translated: ReadonlySet<string>): Promise<Outcome<Locks>> {
  const still = (key: string): boolean => translated.has("all") || translated.has(key);
  const compiled = await compileEditions(source, { still });
  return andThen(compiled, (editions) => {
    const items = new Set(["all", ...editions.flatMap(({ drift }) => drift?.upToDate ?? [])]);
    const unknown = [...translated].filter((key) => !items.has(key));
    return settle(locksOf({ editions }), unknown.map(notTranslated));
  });
}

function notTranslated(key: string): Diagnostic {
  return {
    ...{ code: "call/unknown-item", severity: "error", message: `No edition translates “${key}”.` },
    help: "Name it as `coursewright check --drift` does, or write `all`.",
  };
}
