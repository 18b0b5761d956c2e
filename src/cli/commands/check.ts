import { check } from "../../build.ts";
import { andThen } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import type { Course } from "../../model/course.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { fixCourse } from "../fix.ts";
import { json, report } from "../report.ts";

export interface CheckFlags {
  readonly json?: boolean;
  /** Mend first what can only be meant one way. */
  readonly fix?: boolean;
  /** Print also what the course holds. */
  readonly stats?: boolean;
  /** A date as 2027-01-31, for lessons whose `review_by` has passed. */
  readonly today?: string;
  readonly format: "text" | "github";
}

/** `coursewright check`: every problem of a course, without building; only with `--fix` is anything written. */
export async function runCheck(io: Io, named: string | undefined, flags: CheckFlags): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const fixed = flags.fix && found.ok ? await fixCourse(found.value) : [];
  const outcome = await andThen(found, (root) =>
    check(folder(root), flags.today === undefined ? {} : { today: flags.today }),
  );
  const stats = flags.stats && outcome.ok ? (await import("../../stats.ts")).statsOf(outcome.value.course) : undefined;
  const code = exitCodeOf(outcome.notes);
  if (flags.json)
    io.out(
      json({
        ok: outcome.ok,
        ...(flags.fix && { fixed: fixed.map(({ path }) => path) }),
        ...(stats && { stats }),
        diagnostics: outcome.notes,
      }),
    );
  else if (code === 2) io.err(await report(outcome.notes, io));
  else {
    for (const { path, what } of fixed) io.err(`fixed ${path}: ${what}\n`);
    io.out(await report(outcome.notes, io, { ...(found.ok && { source: folder(found.value) }), how: flags.format }));
    if (outcome.ok && flags.format === "text") io.out(sound(outcome.value.course));
    if (stats && flags.format === "text") io.out(`\n${(await import("../stats-words.ts")).statsText(stats)}`);
  }
  return code;
}

function sound({ title, modules }: Course): string {
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const questions = modules.reduce((sum, module) => sum + (module.quiz?.questions.length ?? 0), 0);
  return `“${title}” can be built: modules ${modules.length}, lessons ${lessons}, quiz questions ${questions}.\n`;
}
