/** What a new course shall be: from flags, else asked on a terminal, else sensible. */
import { type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { CourseWish } from "../scaffold/course.ts";
import { titleFrom, unfitName } from "../scaffold/names.ts";
import type { Io } from "./command.ts";

export interface NewCourseFlags {
  readonly title?: string;
  readonly id?: string;
  readonly lms?: CourseWish["lms"];
}

/** Where students learn, with the words that people know it by. */
export const LMS_CHOICES: readonly (readonly [CourseWish["lms"], string])[] = [
  ["canvas", "Canvas, as a course of its own"],
  ["canvas-scorm", "Canvas, through its SCORM tool"],
  ["moodle", "Moodle"],
  ["other", "another system, or not known yet"],
];

type Asker = Pick<Io, "ask" | "err">;

/** Without a terminal nothing is asked: the title is then the folder's name, the LMS `other`. */
export async function courseWish(io: Asker, folderName: string, flags: NewCourseFlags): Promise<Outcome<CourseWish>> {
  const suggested = titleFrom(folderName) || "My course";
  const title = flags.title ?? (await io.ask?.(`What is the course called? [${suggested}] `)) ?? "";
  const lms = flags.lms ?? (await askLms(io)) ?? "other";
  const wish = { title: title.trim() || suggested, lms, ...(flags.id === undefined ? {} : { id: flags.id }) };
  return settle(wish, flags.id === undefined ? [] : unfitName(flags.id, "course"));
}

async function askLms(io: Asker): Promise<CourseWish["lms"] | undefined> {
  if (!io.ask) return undefined;
  const lines = LMS_CHOICES.map(([, words], index) => `  ${index + 1}  ${words}\n`).join("");
  for (;;) {
    const answer = (await io.ask(`Where do your students learn?\n${lines}Number [4]: `)).trim() || "4";
    const chosen = LMS_CHOICES.find(([lms], index) => answer === lms || answer === String(index + 1));
    if (chosen) return chosen[0];
    io.err(`“${answer}” is none of these.\n`);
  }
}
