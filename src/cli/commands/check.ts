import { check } from "../../build.ts";
import { andThen } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import type { Course } from "../../model/course.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { json, report } from "../report.ts";

export interface CheckFlags {
  readonly json?: boolean;
  readonly format: "text" | "github";
}

/** `coursewright check`: every problem of a course, without building or writing anything. */
export async function runCheck(io: Io, named: string | undefined, flags: CheckFlags): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const outcome = await andThen(found, (root) => check(folder(root)));
  const code = exitCodeOf(outcome.notes);
  if (flags.json) io.out(json({ ok: outcome.ok, diagnostics: outcome.notes }));
  else if (code === 2) io.err(await report(outcome.notes, io));
  else {
    io.out(await report(outcome.notes, io, { ...(found.ok && { source: folder(found.value) }), how: flags.format }));
    if (outcome.ok && flags.format === "text") io.out(sound(outcome.value.course));
  }
  return code;
}

function sound({ title, modules }: Course): string {
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const questions = modules.reduce((sum, module) => sum + (module.quiz?.questions.length ?? 0), 0);
  return `“${title}” can be built: modules ${modules.length}, lessons ${lessons}, quiz questions ${questions}.\n`;
}
