/** The package's plan: what the learner has to do, in the shape that the player and the manifests' budgets read. */
import type { Course, Module, Question } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import { playerTexts } from "../texts/texts.ts";
import type { LessonPlan, Plan, QuizPlan } from "../tracking/plan.ts";
import type { Hundredths } from "../tracking/policy.ts";

const WHOLE: Hundredths = 10_000;

/** @param onDemand whether lessons are loaded from scripts of their own. */
export function planOf(course: Course, unit: CoursePackage, onDemand: boolean): Plan {
  const weights = weightsOf(unit);
  const texts = playerTexts(course.language);
  return {
    identifier: unit.identifier,
    title: unit.title,
    summary: unit.summary,
    version: course.version,
    language: course.language,
    direction: course.direction,
    modules: unit.modules.map((module) => ({
      id: module.id,
      title: module.title,
      lessons: module.lessons.map((lesson) => lessonPlan(lesson, onDemand)),
      ...quizPlan(module, weights),
    })),
    grading: unit.grading,
    ...competencyPlan(course, objectivesOf(unit).codes),
    ...(texts && { texts }),
  };
}

/** The codes that a package reports, in words for those who do not know them by heart. */
function competencyPlan({ frameworks }: Course, codes: readonly string[]) {
  const all = frameworks.flatMap(({ title, competencies }) => competencies.map((each) => ({ ...each, title })));
  const meanings = codes.map((code) => {
    const own = all.find((each) => each.code === code);
    if (own) return own;
    // A domain stands for the codes below it: it is called as the area that they share.
    const below = all.filter((each) => parentOf(each.code) === code);
    const areas = distinct(below.map(({ area }) => area));
    return { label: areas.length === 1 ? (areas[0] ?? "") : "", title: below[0]?.title };
  });
  const labels = meanings.map(({ label }) => label);
  const titles = distinct(meanings.flatMap(({ title }) => title ?? []));
  return { objectives: codes, ...(titles.length > 0 && { labels, frameworks: titles }) };
}

function lessonPlan(lesson: Module["lessons"][number], onDemand: boolean): LessonPlan {
  const { ordinal, key, title, minutes } = lesson;
  return {
    ordinal,
    key,
    title,
    ...(minutes !== undefined && { minutes }),
    ...(onDemand && { src: `content/lesson-${ordinal}.js` }),
  };
}

function quizPlan(module: Module, weights: ReadonlyMap<number, Hundredths>): { readonly quiz?: QuizPlan } {
  const { ordinal, title, grading, quiz } = module;
  if (quiz === undefined) return {};
  const draw = quiz.draw.map(({ count, items, cases, needs }) => {
    return { count, items, ...(cases && { cases }), ...(needs && { needs }) };
  });
  const weight = weights.get(ordinal) ?? 0;
  const { limit } = quiz;
  return {
    quiz: { ordinal, title, src: `content/quiz-${ordinal}.js`, grading, weight, draw, ...(limit && { limit }) },
  };
}

/** The questions that a module's quiz may ask: those that a stratum names. */
export function askedQuestions(module: Module): readonly Question[] {
  const asked = new Set(module.quiz?.draw.flatMap(({ items }) => items));
  return module.quiz?.questions.filter(({ ordinal }) => asked.has(ordinal)) ?? [];
}

/** SCORM 2004 promises room for so many objectives (Run-Time Environment 4.2.17, smallest permitted maximum). */
const MOST_OBJECTIVES = 100;

export interface Objectives {
  /** In code-unit order. */
  readonly codes: readonly string[];
  /** Indices into {@link codes} of what a question is about. */
  of(question: Question): readonly number[];
}

/**
 * The objectives that a package reports: the competency codes of its questions, or, where those are more than every LMS
 * keeps, the domains above them (`I.C` for `I.C.3`).
 */
export function objectivesOf(unit: CoursePackage): Objectives {
  const questions = unit.modules.flatMap(askedQuestions);
  let codesOf = competenciesOf;
  let codes = distinct(questions.flatMap(codesOf)).sort();
  while (codes.length > MOST_OBJECTIVES && codes.some((code) => parentOf(code) !== code)) {
    const below = codesOf;
    codesOf = (question) => distinct(below(question).map(parentOf));
    codes = distinct(questions.flatMap(codesOf)).sort();
  }
  const indices = new Map(codes.map((code, index) => [code, index]));
  return { codes, of: (question) => codesOf(question).flatMap((code) => indices.get(code) ?? []) };
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)];
const parentOf = (code: string): string => code.replace(/[.:/-][^.:/-]*$/, "");

/** The competencies of a question: those it tests and those it supports. */
function competenciesOf({ competencies, supports }: Question): readonly string[] {
  return distinct([...competencies, ...supports]);
}

/** What each quiz counts, by module ordinal: hundredths that add up to the whole (largest remainder). */
export function weightsOf(unit: CoursePackage): ReadonlyMap<number, Hundredths> {
  const quizzes = unit.modules.filter(({ quiz }) => quiz !== undefined);
  const shares = quizzes.map(({ ordinal, weight }) => ({
    ordinal,
    weight: unit.kind === "course" ? (weight ?? 0) : 1,
  }));
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return new Map();
  const exact = shares.map(({ ordinal, weight }) => ({
    ordinal,
    whole: Math.floor((weight * WHOLE) / total),
    rest: (weight * WHOLE) % total,
  }));
  const missing = WHOLE - exact.reduce((sum, { whole }) => sum + whole, 0);
  const raised = new Set(
    exact
      .toSorted((a, b) => b.rest - a.rest || a.ordinal - b.ordinal)
      .slice(0, missing)
      .map(({ ordinal }) => ordinal),
  );
  return new Map(exact.map(({ ordinal, whole }) => [ordinal, whole + (raised.has(ordinal) ? 1 : 0)]));
}
