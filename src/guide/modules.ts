/** Each module for whoever teaches it: objectives, notes, lessons with terms and competencies, the answer key. */
import type { Lesson, Module } from "../model/course.ts";
import type { Notes } from "../model/papers.ts";
import { lessonMinutes, moduleMinutes } from "../render/time.ts";
import { answerKey, keyId, quizQuestions } from "./answer-key.ts";
import type { Desk } from "./desk.ts";
import { fill } from "./words.ts";

/** The context of `guide/module`. */
export function moduleView(module: Module, desk: Desk): object {
  const { words, papers } = desk;
  const teaching = papers.teaching.get(module.id);
  const asked = quizQuestions(module);
  return {
    title: module.title,
    summary: module.summary,
    minutes: fill(words.minutes, { count: moduleMinutes(module) }),
    objectives: module.objectives,
    notes: notesHtml(teaching?.module, `notes-${module.id}`, 4, desk),
    lessons: module.lessons.map((lesson) => lessonView(module, lesson, teaching?.lessons.get(lesson.key), desk)),
    key: asked.length === 0 ? "" : answerKey(module, asked, desk),
    words,
  };
}

function notesHtml(notes: Notes | undefined, prefix: string, level: number, desk: Desk): string {
  return notes === undefined ? "" : desk.block(notes, prefix, level);
}

function lessonView(module: Module, lesson: Lesson, notes: Notes | undefined, desk: Desk): object {
  const { words, course } = desk;
  const { ordinal, title, objectives, terms } = lesson;
  return {
    ordinal,
    title,
    minutes: fill(words.minutes, { count: lessonMinutes(lesson) }),
    objectives,
    terms: terms.flatMap((name) => {
      const found = course.glossary.find(({ term }) => term.toLowerCase() === name.toLowerCase());
      return found ? [{ term: found.term, definition: found.definition }] : [];
    }),
    competencies: competencyRows(module, lesson, desk),
    notes: notesHtml(notes, `notes-${ordinal}`, 5, desk),
  };
}

/** What the lesson does for each of its codes, which of its questions assess or support it, and which sheets assess it. */
function competencyRows(module: Module, lesson: Lesson, desk: Desk): readonly object[] {
  const { words, papers, competency } = desk;
  const row = (code: string, how: string) => {
    const items = (module.quiz?.questions ?? []).filter(
      (question) => question.lesson === lesson.key && [...question.competencies, ...question.supports].includes(code),
    );
    const sheets = papers.checkOffs.filter(({ competencies }) => competencies.includes(code));
    return {
      ...{ code, how, label: competency(code)?.label ?? "" },
      items: items.map((question) => ({ id: question.id, key: keyId(question) })),
      sheets: sheets.map(({ title }) => title),
      none: items.length + sheets.length === 0 ? words.notAsked : "",
    };
  };
  return [
    ...lesson.competencies.map((code) => row(code, words.teaches)),
    ...lesson.supports.map((code) => row(code, words.supports)),
  ];
}
