/** One lesson → HTML. */
import type { Course, Lesson, Module, Question, Term } from "../model/course.ts";
import type { PoolQuestion } from "../tracking/plan.ts";
import { holdHyphens } from "./html.ts";
import { locateIn } from "./page-context.ts";
import { poolQuestion, type QuestionDesk } from "./questions.ts";
import { lessonMinutes } from "./time.ts";
import { minutesIn, type Words } from "./words.ts";

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
  const terms = termsOf(course.glossary, lesson.terms);
  const html = desk.markdown.block(body, {
    prefix: `lesson-${ordinal}`,
    folder: desk.folder,
    line: bodyLine,
    locate: locateIn(file, body, bodyLine),
    index: desk.index,
    language: desk.language,
    words: desk.words,
    terms,
    glossary: course.glossary,
    lesson: ordinal,
    check: (line) => checksAt(lesson, line).map(place).join(""),
    headings: desk.headings,
    notes: desk.notes,
  });
  return {
    ordinal,
    html: desk.templates.render("lesson", lessonView(module, lesson, { html, terms, words: desk.words })),
    checks,
  };
}

function checksAt(lesson: Lesson, line: number): readonly Question[] {
  return lesson.checks.find((check) => check.line === line)?.questions ?? [];
}

function lessonView(
  module: Module,
  lesson: Lesson,
  { html, terms, words }: { readonly html: string; readonly terms: readonly Term[]; readonly words: Words },
): object {
  const { ordinal, title, objectives, sources, reviewed = "" } = lesson;
  return {
    ordinal,
    module: module.title,
    title,
    minutes: minutesIn(words, lessonMinutes(lesson)),
    objectives,
    body: html,
    terms: terms.map(termView),
    sources: sources.map(({ title, publisher = "", year = "", url = "" }) => ({ title, publisher, year, url })),
    reviewed,
    words,
  };
}

/** The terms of a lesson that the glossary explains; the validator has reported the others. */
function termsOf(glossary: readonly Term[], names: readonly string[]): readonly Term[] {
  return names.flatMap((name) => glossary.find(({ term }) => term.toLowerCase() === name.toLowerCase()) ?? []);
}

function termView({ term, definition, pronunciation = "", parts }: Term): object {
  return { term, definition, pronunciation, parts: holdHyphens(parts.join(" · ")) };
}
