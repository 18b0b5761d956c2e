import { type Checked, check, type Drift, driftReport } from "../../build.ts";
import { andThen } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import type { CourseStats } from "../../stats.ts";
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
  /** Print also how far translations are behind. */
  readonly drift?: boolean;
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
  const editions = outcome.ok ? outcome.value.editions : [];
  const stats = flags.stats ? await statsOfEach(editions) : [];
  const drift = flags.drift && found.ok ? await driftReport(folder(found.value)) : undefined;
  const code = exitCodeOf(outcome.notes);
  if (flags.json) {
    const [base, ...others] = stats;
    io.out(
      json({
        ok: outcome.ok,
        ...(flags.fix && { fixed: fixed.map(({ path }) => path) }),
        ...(base && { stats: base.stats }),
        ...(others.length > 0 && { editions: others }),
        ...(drift && { drift }),
        diagnostics: outcome.notes,
      }),
    );
  } else if (code === 2) io.err(await report(outcome.notes, io));
  else {
    for (const { path, what } of fixed) io.err(`fixed ${path}: ${what}\n`);
    io.out(await report(outcome.notes, io, { ...(found.ok && { source: folder(found.value) }), how: flags.format }));
    if (flags.format === "text") io.out([...editions.map(sound), ...(await extras(stats, drift))].join(""));
  }
  return code;
}

interface EditionStats {
  readonly language: string;
  readonly stats: CourseStats;
}

async function statsOfEach(editions: Checked["editions"]): Promise<readonly EditionStats[]> {
  const { statsOf } = await import("../../stats.ts");
  return editions.map(({ course, papers }) => {
    return { language: course.language, stats: statsOf({ ...course, ...papers }) };
  });
}

/** What was asked for beside the findings. */
async function extras(stats: readonly EditionStats[], drift: readonly Drift[] | undefined): Promise<readonly string[]> {
  const blocks = stats.length > 0 ? await statsBlocks(stats) : [];
  return [...blocks, ...(drift ? [(await import("../drift-words.ts")).driftText(drift)] : [])].map(
    (block) => `\n${block}`,
  );
}

async function statsBlocks(all: readonly EditionStats[]): Promise<readonly string[]> {
  const { statsText } = await import("../stats-words.ts");
  return all.map(({ language, stats }, index) => `${index === 0 ? "" : `${language}:\n`}${statsText(stats)}`);
}

function sound({ course: { title, modules } }: Checked["editions"][number]): string {
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const questions = modules.reduce((sum, module) => sum + (module.quiz?.questions.length ?? 0), 0);
  return `“${title}” can be built: modules ${modules.length}, lessons ${lessons}, quiz questions ${questions}.\n`;
}
