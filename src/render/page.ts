/** index.html: the start page, readable before any script runs, and the lessons of a small package. */
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { Grading, ScorePolicy } from "../tracking/policy.ts";
import type { RenderedLesson } from "./lesson.ts";
import type { Templates } from "./templates.ts";
import { words } from "./words.ts";

export interface PageParts {
  /** Lessons that the page itself holds. */
  readonly lessons: readonly RenderedLesson[];
  /** Content scripts that load with the page. */
  readonly scripts: readonly string[];
  readonly generator: string;
}

/** The HTML of index.html. */
export function indexPage(course: Course, unit: CoursePackage, parts: PageParts, templates: Templates): string {
  const minutes = unit.modules.reduce((sum, module) => sum + (module.minutes ?? 0), 0);
  return templates.render("page", {
    language: course.language,
    direction: course.direction,
    generator: parts.generator,
    title: unit.title,
    // A module's page also says which course it belongs to.
    course: unit.kind === "course" ? "" : course.title,
    summary: unit.summary,
    minutes: minutes === 0 ? "" : words.minutes(minutes),
    objectives: unit.modules.flatMap(({ objectives }) => objectives),
    rules: unit.modules.some(({ quiz }) => quiz !== undefined) ? rulesInWords(unit.grading) : [],
    lessons: parts.lessons,
    scripts: parts.scripts,
    words,
  });
}

const COUNTS: Readonly<Record<ScorePolicy, string>> = {
  best: "Your best attempt counts",
  latest: "Your latest attempt counts",
  first: "Your first attempt counts",
  mean: "The mean of your attempts counts",
};

/** The pass mark and the attempts, as the learner reads them. */
function rulesInWords({ pass, attempts, score }: Grading): readonly string[] {
  const mark = `Pass mark: ${pass / 100}%`;
  if (attempts === 1) return [mark, "One attempt"];
  return [mark, attempts === 0 ? "As many attempts as you like" : `Up to ${attempts} attempts`, COUNTS[score]];
}
