/** Each module for whoever teaches it: objectives, notes, lessons with terms, competencies and sheets, the answer keys. */
import type { Lesson, Module } from "../model/course.ts";
import type { Notes } from "../model/papers.ts";
import { lessonMinutes, moduleMinutes } from "../render/time.ts";
import { answerKey, practiceKey, quizQuestions } from "./answer-key.ts";
import type { Desk } from "./desk.ts";
import { fill } from "./words.ts";

/** The context of `guide/module`. @param withKey whether its answer keys are in it */
export function moduleView(module: Module, withKey: boolean, desk: Desk): object {
  const { words, papers } = desk;
  const teaching = papers.teaching.get(module.id);
  return {
    title: module.title,
    summary: module.summary,
    minutes: fill(words.minutes, { count: moduleMinutes(module) }),
    objectives: module.objectives,
    notes: notesHtml(teaching?.module, `notes-${module.id}`, 4, desk),
    lessons: module.lessons.map((lesson) => lessonView(module, lesson, teaching?.lessons.get(lesson.key), desk)),
    key: withKey ? answerKey(module, quizQuestions(module), desk) : "",
    practice: withKey ? practiceKey(module, desk) : "",
    words,
  };
}

function notesHtml(notes: Notes | undefined, prefix: string, level: number, desk: Desk): string {
  return notes === undefined ? "" : desk.block(notes, prefix, level);
}

function lessonView(module: Module, lesson: Lesson, notes: Notes | undefined, desk: Desk): object {
  const { words, course, papers } = desk;
  const { ordinal, title, objectives, terms } = lesson;
  const sheets = papers.checkOffs.filter(({ lessons }) => lessons.includes(`${module.id}/${lesson.key}`));
  return {
    ordinal,
    title,
    minutes: fill(words.minutes, { count: lessonMinutes(lesson) }),
    objectives,
    terms: terms.flatMap((name) => {
      const found = course.glossary.find(({ term }) => term.toLowerCase() === name.toLowerCase());
      return found ? [{ term: found.term, definition: found.definition }] : [];
    }),
    teaches: codes(lesson.competencies, desk),
    supports: codes(lesson.supports, desk),
    sheets: sheets.map(({ title }) => title),
    notes: notesHtml(notes, `notes-${ordinal}`, 5, desk),
  };
}

/** Codes, each with where the guide says more of it. */
function codes(names: readonly string[], { competency }: Desk): readonly object[] {
  return names.map((code) => ({ code, anchor: competency(code)?.anchor ?? "" }));
}
