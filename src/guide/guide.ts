/** The instructor guide: one HTML document that holds all of a course that instructors need, and no student may see. */
import type { Module } from "../model/course.ts";
import { moduleMinutes } from "../render/time.ts";
import { answerKey, examQuestions, keyId } from "./answer-key.ts";
import { type Coverage, coverageOf, isCovered } from "./coverage.ts";
import { type Desk, lessonsOf } from "./desk.ts";
import { moduleView } from "./modules.ts";
import { syllabusView } from "./syllabus.ts";
import { fill } from "./words.ts";

/** A part of the guide; its id is what the table of contents leads to. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** What of the guide is wanted. */
export interface GuideParts {
  /** Leave out every answer key. */
  readonly withoutKey?: boolean;
  /** Leave out the answer key of the examination. */
  readonly withoutExam?: boolean;
  /** Only the chapters of these modules. */
  readonly modules?: readonly string[];
}

/** The body of the guide. */
export function guideBody(desk: Desk, { withoutKey = false, withoutExam = false, modules }: GuideParts): string {
  const { course, words, templates } = desk;
  const picked = course.modules.filter(({ id }) => modules === undefined || modules.includes(id));
  const chapters = picked.flatMap((module) =>
    section(
      `module-${module.id}`,
      module.title,
      templates.render("guide/module", moduleView(module, !withoutKey, desk)),
    ),
  );
  return templates.render("guide/guide", {
    ...{ title: course.title, words, notice: withoutKey ? words.forInstructors : words.holdsAnswers },
    sections: modules === undefined ? around(chapters, !(withoutKey || withoutExam), desk) : chapters,
    facts: factsOf(picked, desk),
  });
}

/** The whole guide: the modules' chapters between those on the whole course. */
function around(chapters: readonly Section[], withExam: boolean, desk: Desk): readonly Section[] {
  const { words, templates } = desk;
  const { opening } = desk.papers;
  return [
    ...section("opening", words.opening, opening ? desk.block(opening, "opening", 3) : ""),
    ...section("syllabus", words.syllabus, templates.render("guide/syllabus", syllabusView(desk))),
    ...chapters,
    ...section("exam", words.examKey, withExam ? examKey(desk) : ""),
    ...section("coverage", words.coverage, coverage(desk)),
    ...section("sources", words.sources, sources(desk)),
  ];
}

const section = (id: string, title: string, html: string): readonly Section[] =>
  html === "" ? [] : [{ id, title, html }];

function factsOf(modules: readonly Module[], { course, papers, words }: Desk): readonly object[] {
  const sum = (numberOf: (module: Module) => number) => modules.reduce((all, module) => all + numberOf(module), 0);
  const fact = (name: string, value: string | number) => (value === 0 ? [] : [{ name, value: String(value) }]);
  return [
    ...fact(words.version, course.version),
    ...fact(words.language, course.language),
    ...fact(words.modules, modules.length),
    ...fact(
      words.lessons,
      sum(({ lessons }) => lessons.length),
    ),
    ...fact(words.time, fill(words.minutes, { count: sum(moduleMinutes) })),
    ...fact(
      words.questions,
      sum(({ quiz }) => quiz?.questions.length ?? 0),
    ),
    ...fact(words.sheets, modules.length < course.modules.length ? 0 : papers.checkOffs.length),
  ];
}

function examKey(desk: Desk): string {
  const { course, templates, words } = desk;
  const modules = course.modules.flatMap((module) => {
    const questions = examQuestions(module);
    return questions.length === 0 ? [] : [{ title: module.title, html: answerKey(module, questions, desk) }];
  });
  return modules.length === 0 ? "" : templates.render("guide/exam", { modules, words });
}

function coverage(desk: Desk): string {
  const { course, papers, templates, words } = desk;
  const frameworks = coverageOf(course, papers).map(({ framework, rows }) => ({
    id: framework.id,
    title: framework.official ? framework.title : words.notOfficial,
    sum: fill(words.coverageSum, { covered: rows.filter(isCovered).length, all: rows.length }),
    rows: rows.map((row) => coverageRow(row, words.notCovered)),
  }));
  return frameworks.length === 0 ? "" : templates.render("guide/coverage", { frameworks, words });
}

function coverageRow(row: Coverage, notCovered: string): object {
  return {
    ...{ code: row.code, label: row.label, anchor: row.anchor },
    taught: row.taught.map(({ ordinal, title }) => ({ href: `#lesson-${ordinal}`, text: title })),
    prepared: row.prepared.map(({ ordinal, title }) => ({ href: `#lesson-${ordinal}`, text: title })),
    asked: row.asked.map((question) => ({ href: `#${keyId(question)}`, text: question.id })),
    sheets: row.sheets.map(({ title }) => title),
    none: isCovered(row) ? "" : notCovered,
  };
}

/** What lessons and sheets are taken from, each source once, with where it is used. */
function sources(desk: Desk): string {
  const { course, papers, templates, words } = desk;
  const used = [...lessonsOf(course).map(({ lesson }) => lesson), ...papers.checkOffs].flatMap(
    ({ title: by, sources }) => sources.map((source) => ({ source, by })),
  );
  const known = new Map<string, { readonly source: (typeof used)[number]["source"]; readonly by: string[] }>();
  for (const { source, by } of used) {
    const key = [source.title, source.publisher, source.year, source.url].join("\n");
    const entry = known.get(key) ?? { source, by: [] };
    known.set(key, entry);
    entry.by.push(by);
  }
  const list = [...known.values()]
    .map(({ source: { title, publisher = "", year = "", url = "" }, by }) => ({
      title,
      publisher,
      year,
      url,
      by: by.join("; "),
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
  return list.length === 0 ? "" : templates.render("guide/sources", { list, words });
}
