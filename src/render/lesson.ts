/** One lesson → HTML. */
import type { Course, Lesson, Module, Question, Term } from "../model/course.ts";
import type { PoolQuestion } from "../tracking/plan.ts";
import { locateIn } from "./page-context.ts";
import { poolQuestion, type QuestionDesk } from "./questions.ts";
import { words } from "./words.ts";

export interface RenderedLesson {
  readonly ordinal: number;
  readonly html: string;
  /** The ungraded questions, in the order in which the page shows them. */
  readonly checks: readonly PoolQuestion[];
}

/**
 * Renders a lesson once. A `:::check` leaves `<div class="check" data-check="LESSON-NUMBER"></div>` for each of its questions;
 * NUMBER counts from 1 through {@link RenderedLesson.checks}, and the player fills the place.
 */
export function renderLesson(
  course: Course,
  module: Module,
  lesson: Lesson,
  desk: QuestionDesk & { readonly headings: Set<string> },
): RenderedLesson {
  const { ordinal, file, body, bodyLine } = lesson;
  const checks: PoolQuestion[] = [];
  const place = (question: Question) => {
    checks.push(poolQuestion(question, `check-${ordinal}-${checks.length + 1}`, desk));
    return `<div class="check" data-check="${ordinal}-${checks.length}"></div>\n`;
  };
  const html = desk.markdown.block(body, {
    prefix: `lesson-${ordinal}`,
    folder: desk.folder,
    line: bodyLine,
    locate: locateIn(file, body, bodyLine),
    index: desk.index,
    lesson: ordinal,
    check: (line) => checksAt(lesson, line).map(place).join(""),
    headings: desk.headings,
    notes: desk.notes,
  });
  return { ordinal, html: desk.templates.render("lesson", lessonView(course, module, lesson, html)), checks };
}

function checksAt(lesson: Lesson, line: number): readonly Question[] {
  return lesson.checks.find((check) => check.line === line)?.questions ?? [];
}

function lessonView(course: Course, module: Module, lesson: Lesson, body: string): object {
  const { ordinal, title, minutes, objectives, sources, reviewed = "" } = lesson;
  return {
    ordinal,
    module: module.title,
    title,
    minutes: minutes === undefined ? "" : words.minutes(minutes),
    objectives,
    body,
    terms: termsOf(course.glossary, lesson.terms),
    sources: sources.map(({ title, publisher = "", year = "", url = "" }) => ({ title, publisher, year, url })),
    reviewed,
    words,
  };
}

function termsOf(glossary: readonly Term[], names: readonly string[]): readonly object[] {
  return names.flatMap((name) => {
    const term = glossary.find(({ term }) => term.toLowerCase() === name.toLowerCase());
    if (term === undefined) return []; // the validator has reported it
    return [{ ...term, pronunciation: term.pronunciation ?? "", parts: term.parts.join(" · ") }];
  });
}
