import { relative, resolve } from "node:path";
import { guide } from "../../build.ts";
import { andThen } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { json, report } from "../report.ts";

export interface GuideFlags {
  readonly out: string;
  readonly language?: readonly string[];
  readonly checkOff?: string;
  readonly withoutExam?: boolean;
  readonly json?: boolean;
}

/** `coursewright guide`: the instructor's papers into the output folder; nothing of the course changes. */
export async function runGuide(io: Io, named: string | undefined, flags: GuideFlags): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const out = resolve(io.cwd, flags.out);
  const { checkOff, language: languages, withoutExam = false } = flags;
  io.step("Writing the instructor guide");
  const outcome = await andThen(found, (root) =>
    guide(folder(root), {
      out,
      withoutExam,
      ...(languages && { languages }),
      ...(checkOff !== undefined && { checkOff }),
    }),
  );
  const files = outcome.ok ? outcome.value : [];
  if (flags.json) io.out(json({ ok: outcome.ok, files, diagnostics: outcome.notes }));
  else {
    io.err(await report(outcome.notes, io, found.ok ? { source: folder(found.value) } : {}));
    if (outcome.ok) io.out(written(files, relative(io.cwd, out)));
  }
  return exitCodeOf(outcome.notes);
}

function written(files: readonly string[], out: string): string {
  const count = files.length === 1 ? "1 document" : `${files.length} documents`;
  return [
    `Wrote ${count} for instructors in ${out || "."}:`,
    ...files.map((file) => `  ${file}`),
    "They hold answers: open them in a browser, print them, and keep them from students.",
    "",
  ].join("\n");
}
