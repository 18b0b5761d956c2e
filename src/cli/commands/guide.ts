import { relative, resolve } from "node:path";
import { guide, type WrittenGuide } from "../../build.ts";
import { andThen } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { json, report } from "../report.ts";

export interface GuideFlags {
  readonly out: string;
  readonly language?: readonly string[];
  readonly checkOff?: string;
  readonly module?: readonly string[];
  readonly withoutKey?: boolean;
  readonly withoutExam?: boolean;
  readonly json?: boolean;
}

/** `coursewright guide`: the instructor's papers into the output folder; nothing of the course changes. */
export async function runGuide(io: Io, named: string | undefined, flags: GuideFlags): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const out = resolve(io.cwd, flags.out);
  const { checkOff, language: languages, module: modules, withoutKey = false, withoutExam = false } = flags;
  io.step("Writing the instructor guide");
  const outcome = await andThen(found, (root) =>
    guide(folder(root), {
      out,
      withoutKey,
      withoutExam,
      ...(languages && { languages }),
      ...(modules && { modules }),
      ...(checkOff !== undefined && { checkOff }),
    }),
  );
  const { documents: files, removed } = outcome.ok ? outcome.value : { documents: [], removed: [] };
  if (flags.json) io.out(json({ ok: outcome.ok, files, removed, diagnostics: outcome.notes }));
  else {
    io.err(await report(outcome.notes, io, found.ok ? { source: folder(found.value) } : {}));
    if (outcome.ok) io.out(written(outcome.value, relative(io.cwd, out)));
  }
  return exitCodeOf(outcome.notes);
}

function written({ documents, removed }: WrittenGuide, out: string): string {
  const count = documents.length === 1 ? "1 document" : `${documents.length} documents`;
  return [
    `Wrote ${count} for instructors in ${out || "."}:`,
    ...documents.map((file) => `  ${file}`),
    ...removed.map((file) => `  removed ${file}, of an earlier run`),
    "They are for instructors: open them in a browser, print them, and keep them from students.",
    "",
  ].join("\n");
}
