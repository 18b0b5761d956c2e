import { relative, resolve } from "node:path";
import { type Built, build, STATE_BUDGET } from "../../build.ts";
import { andThen, type Outcome } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { locksOf, writeLocks } from "../lock-file.ts";
import { nextSteps } from "../next-steps.ts";
import { json, report } from "../report.ts";

export interface BuildFlags {
  readonly target?: readonly string[];
  readonly module?: readonly string[];
  readonly language?: readonly string[];
  readonly out: string;
  /** In hundredths. */
  readonly timeFactor?: number;
  readonly frozen?: boolean;
  readonly json?: boolean;
}

/** `coursewright build`: packages into the output folder, the lock files beside the course. */
export async function runBuild(io: Io, named: string | undefined, flags: BuildFlags): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const out = resolve(io.cwd, flags.out);
  const outcome = await andThen(found, async (root) => {
    const built = await build(folder(root), {
      out,
      ...(flags.target && { targets: flags.target }),
      ...(flags.module && { modules: flags.module }),
      ...(flags.language && { languages: flags.language }),
      ...(flags.timeFactor !== undefined && { timeFactor: flags.timeFactor }),
      frozen: flags.frozen ?? false,
      onStep: io.step,
    });
    if (built.ok) await writeLocks(root, locksOf(built.value));
    return built;
  });
  if (flags.json) io.out(json(summary(outcome)));
  else {
    io.err(await report(outcome.notes, io, found.ok ? { source: folder(found.value) } : {}));
    if (outcome.ok) io.out(`${table(outcome.value, relative(io.cwd, out))}\n${nextStepsOf(outcome.value)}`);
  }
  return exitCodeOf(outcome.notes);
}

function summary(outcome: Outcome<Built>): object {
  const { packages, unchanged, removed } = outcome.ok ? outcome.value : { packages: [], unchanged: [], removed: [] };
  return { ok: outcome.ok, packages, unchanged, removed, diagnostics: outcome.notes };
}

function nextStepsOf({ course, packages }: Built): string {
  return nextSteps(course.lms, packages);
}

/** One line a package: file, size, and how much of the resume state it can need. */
function table({ packages, unchanged, removed }: Built, out: string): string {
  const width = Math.max(...packages.map(({ file }) => file.length));
  const rows = packages.map(({ file, size, state }) => {
    const kilobytes = `${Math.ceil(size / 1024)} KB`.padStart(8);
    const same = unchanged.includes(file) ? "   unchanged" : "";
    return `  ${file.padEnd(width)} ${kilobytes}   resume state ${state.characters} of ${STATE_BUDGET} characters${same}`;
  });
  const gone = removed.map((file) => `  removed ${file}, of an earlier build`);
  return [
    `Built ${packages.length} package${packages.length === 1 ? "" : "s"} in ${out || "."}:`,
    ...rows,
    ...gone,
    "",
  ].join("\n");
}
