/** index.html: the start page, readable before any script runs, and the lessons of a small package. */
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { Grading } from "../tracking/policy.ts";
import type { RenderedLesson } from "./lesson.ts";
import type { Medium } from "./package-index.ts";
import type { Templates } from "./templates.ts";
import { moduleMinutes } from "./time.ts";
import { fill, minutesIn, type Words, wordsIn } from "./words.ts";

export interface PageParts {
  /** Lessons that the page itself holds. */
  readonly lessons: readonly RenderedLesson[];
  /** Content scripts that load with the page. */
  readonly scripts: readonly string[];
  readonly generator: string;
  /** The style sheet of the course's own look; empty when it has none. */
  readonly style: string;
  /** The logo's place in the package; absent when there is none. */
  readonly logo?: Medium;
}

/** The HTML of index.html. */
export function indexPage(course: Course, unit: CoursePackage, parts: PageParts, templates: Templates): string {
  const words = wordsIn(course.language);
  const minutes = unit.modules.reduce((sum, module) => sum + moduleMinutes(module), 0);
  return templates.render("page", {
    language: course.language,
    direction: course.direction,
    generator: parts.generator,
    title: unit.title,
    // A module's page also says which course it belongs to.
    course: unit.kind === "course" ? "" : course.title,
    summary: unit.summary,
    style: parts.style === "" ? "" : "theme.css",
    logo: parts.logo?.path ?? "",
    minutes: minutes === 0 ? "" : minutesIn(words, minutes),
    objectives: unit.modules.flatMap(({ objectives }) => objectives),
    rules: unit.modules.some(({ quiz }) => quiz !== undefined) ? rulesInWords(unit.grading, words) : [],
    lessons: parts.lessons,
    scripts: parts.scripts,
    words,
  });
}

/** The pass mark and the attempts, as the learner reads them. */
export function rulesInWords({ pass, attempts, score }: Grading, words: Words): readonly string[] {
  const mark = fill(words.passMark, { pass: pass / 100 });
  if (attempts === 1) return [mark, words.attemptOne];
  const many = attempts === 0 ? words.attemptsAny : fill(words.attemptsUpTo, { count: attempts });
  return [mark, many, words[`counts-${score}`]];
}
