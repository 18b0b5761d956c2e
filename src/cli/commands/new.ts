import { basename, resolve } from "node:path";
import { editorSchemaFiles, newFiles, toolVersion } from "../../assets.ts";
import { andThen, type Outcome } from "../../diagnostics/diagnostic.ts";
import { folder, type Source } from "../../load/source.ts";
import { newCourse } from "../../scaffold/course.ts";
import type { NewFile, ScaffoldKit } from "../../scaffold/files.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { report } from "../report.ts";
import { courseWish, type NewCourseFlags } from "../wishes.ts";
import { writeNew } from "../write-new.ts";

/** `coursewright new course`: a course that builds, in a folder that has none. Asks what flags do not say. */
export async function runNewCourse(io: Io, named: string | undefined, flags: NewCourseFlags): Promise<ExitCode> {
  const root = resolve(io.cwd, named ?? ".");
  const wish = await courseWish(io, basename(root), flags);
  const written = await andThen(wish, async (course) => writeNew(root, newCourse(course, await scaffoldKit()), "keep"));
  io.err(await report(written.notes, io));
  if (!written.ok) return exitCodeOf(written.notes);
  const where = named === undefined ? "" : ` ${/\s/.test(named) ? `"${named}"` : named}`;
  io.out(`${written.value}\nNext: change the texts, and run “coursewright build${where}”.\n`);
  return 0;
}

/** `coursewright new module | lesson | quiz | check-off`: adds to the course that is there. */
export async function runNewPart(
  io: Io,
  named: string | undefined,
  make: (source: Source, kit: ScaffoldKit) => Promise<Outcome<readonly NewFile[]>>,
): Promise<ExitCode> {
  const found = await courseFolder(io.cwd, named);
  const made = await andThen(found, async (root) =>
    andThen(await make(folder(root), await scaffoldKit()), (files) => writeNew(root, files, "refuse")),
  );
  io.err(await report(made.notes, io));
  if (made.ok) io.out(`${made.value}\nNext: replace the texts in the new files, and run “coursewright check”.\n`);
  return exitCodeOf(made.notes);
}

async function scaffoldKit(): Promise<ScaffoldKit> {
  const [templates, schemas, version] = await Promise.all([newFiles(), editorSchemaFiles(), toolVersion()]);
  return { templates, schemas, version };
}
