import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import { compare } from "../translation/drift.ts";
import { driftNotes } from "../translation/notes.ts";
import type {
  CheckedCourse,
  CheckedExam,
  CheckedLesson,
  CheckedModule,
  CheckedQuestion,
  CheckedQuiz,
} from "../validate/checked.ts";
import { allot, allotQuestions, type QuestionOrdinals, type Shaped } from "./allot.ts";
import type { Assembled } from "./assembled.ts";
import type { Course, Lesson, Module, Question, Quiz, Stratum } from "./course.ts";
import { directionOf, packageIdentifier, partKey, questionKey } from "./ids.ts";
import { EMPTY_LOCK, everOf, type Lock, lockFile } from "./lock.ts";
import { duplicateOrdinals, readLock } from "./lock-read.ts";
import { lockText } from "./lock-text.ts";
import { renamedNotes } from "./renamed.ts";
import { drawnStrata, wholeStrata } from "./strata.ts";

/** No module can have this id (`course/reserved-module`). */
const EXAM = "exam";

/** Identifiers and ordinals of everything in the course. */
interface Numbers {
  readonly lock: Lock;
  readonly modules: ReadonlyMap<string, number>;
  readonly lessons: ReadonlyMap<string, number>;
  readonly questions: ReadonlyMap<string, QuestionOrdinals>;
}

/**
 * Puts a checked course together: ordinals from the lock file, strata of the draws, all in course order.
 *
 * @param still says of an edition's items, by their keys, that they are up to date as they are
 */
export function assemble(checked: CheckedCourse, still?: (key: string) => boolean): Outcome<Assembled> {
  const read = checked.lock && readLock(checked.lock);
  const damage = [...(read?.notes ?? []), ...duplicateOrdinals(read?.value?.numbered ?? [])];
  if (read && !read.value) return { ok: false, notes: damage };
  const { edition } = checked;
  const known = read?.value?.lock ?? EMPTY_LOCK;
  const compared = edition && compare(edition.comparison, known.translations, still);
  const numbers = allotAll(checked, { ...known, ...(compared && { translations: compared.translations }) });
  const text = lockText(numbers.lock);
  const changed = !read?.value || text !== lockText(read.value.lock);
  const drifted = edition && compared ? driftNotes(compared.drift, edition.files) : [];
  const value = {
    course: courseOf(checked, numbers),
    papers: checked.papers,
    lock: { file: lockFile(edition?.language), text, changed },
    ever: everOf(numbers.lock),
    ...(compared && { drift: compared.drift }),
  };
  return settle(value, [...damage, ...renamedNotes(checked, known), ...namelessQuestions(checked), ...drifted]);
}

function allotAll(checked: CheckedCourse, lock: Lock): Numbers {
  const { id, version } = checked.settings;
  const names = [...checked.modules.map((module) => module.id), ...(checked.exam ? [EXAM] : [])];
  const packages = new Map(lock.packages);
  for (const name of [undefined, ...names]) {
    if (!packages.has(name ?? "")) packages.set(name ?? "", packageIdentifier(id, name, checked.edition?.language));
  }
  const modules = allot(names, lock.modules, version);
  const lessonKeys = checked.modules.flatMap((module) => module.lessons.map((lesson) => lessonKey(module, lesson)));
  const lessons = allot(lessonKeys, lock.lessons, version);
  const questions = allotQuestions(
    checked.modules.flatMap(({ quiz }) => quiz?.questions.map(shaped) ?? []),
    lock.questions,
    version,
  );
  return {
    lock: { ...lock, packages, modules: modules.entries, lessons: lessons.entries, questions: questions.entries },
    modules: modules.ordinals,
    lessons: lessons.ordinals,
    questions: questions.ordinals,
  };
}

const lessonKey = (module: CheckedModule, lesson: CheckedLesson): string => `${module.id}/${lesson.key}`;
const keyOf = ({ id, stem }: CheckedQuestion): string => questionKey(id, stem.text);

function shaped(question: CheckedQuestion): Shaped {
  const type = authoringTypes[question.type];
  return {
    key: keyOf(question),
    shape: type?.shape(question.spec, question.stem.text) ?? question.type,
    parts: type?.parts(question.spec, question.stem.text).map(partKey) ?? [],
  };
}

/** Without an id a question is known by its stem: correcting a letter makes another question of it. */
function namelessQuestions({ modules }: CheckedCourse): readonly Diagnostic[] {
  const seen = new Set<string>();
  return modules.flatMap(({ quiz }) =>
    (quiz?.questions ?? []).flatMap((question): Diagnostic[] => {
      const key = keyOf(question);
      const twin = question.id === undefined && seen.has(key);
      seen.add(key);
      const { place } = question;
      if (twin) {
        const message = "Another question without an id has the same stem, so the two cannot be told apart.";
        return [{ code: "question/same-stem", severity: "error", message, place, help: "Give both of them an id." }];
      }
      if (question.id !== undefined) return [];
      const message = "This question has no id; when its stem changes, learners' answers to it are lost.";
      return [
        { code: "question/no-id", severity: "hint", message, place, help: "Give it an id before learners start." },
      ];
    }),
  );
}

function courseOf(checked: CheckedCourse, numbers: Numbers): Course {
  const { settings, targets, grading, frameworks, glossary, lomSchemas, theme, templates, place } = checked;
  const { scorm2004, ...own } = settings;
  const modules = checked.modules.map((module) => moduleOf(module, numbers));
  return {
    ...own,
    ...{ targets, grading, frameworks, glossary, templates, place },
    ...(theme && { theme }),
    identifier: numbers.lock.packages.get("") ?? "",
    direction: directionOf(settings.language),
    ...(checked.edition && { edition: checked.edition.language }),
    scorm2004: { edition: scorm2004.edition, ...(lomSchemas ? { lomSchemas } : {}) },
    modules,
    ...(checked.exam && { exam: examOf(checked.exam, modules, numbers) }),
  };
}

function moduleOf(module: CheckedModule, numbers: Numbers): Module {
  const { quiz, lessons, ...own } = module;
  return {
    ...own,
    ordinal: numbers.modules.get(module.id) ?? 0,
    identifier: numbers.lock.packages.get(module.id) ?? "",
    lessons: lessons.map((lesson) => lessonOf(lesson, numbers.lessons.get(lessonKey(module, lesson)) ?? 0)),
    ...(quiz ? { quiz: quizOf(quiz, numbers) } : {}),
  };
}

/** The examination in the shape of a module. Its questions keep their ordinals; the cases of all modules are told apart. */
function examOf(exam: CheckedExam, modules: readonly Module[], numbers: Numbers): Module {
  const { draw, limit, ...own } = exam;
  const cases = new Map<string, number>();
  const numbered = (name: string): number => {
    const number = cases.get(name) ?? cases.size;
    cases.set(name, number);
    return number;
  };
  const questions = modules.flatMap(({ id, quiz }) =>
    (quiz?.questions ?? []).flatMap((question): readonly Question[] => {
      if (question.use === "quiz") return [];
      const of = question.case && { ...question.case, number: numbered(`${id} ${question.case.number}`) };
      return [{ ...question, module: id, ...(of && { case: of }) }];
    }),
  );
  const strata = draw ? drawnStrata(draw, questions) : wholeStrata(questions, exam.place);
  return {
    ...own,
    ...{ id: EXAM, objectives: [], lessons: [], assets: [] },
    ordinal: numbers.modules.get(EXAM) ?? 0,
    identifier: numbers.lock.packages.get(EXAM) ?? "",
    quiz: { questions, draw: strata, ...(limit && { limit }), place: exam.place },
  };
}

function lessonOf(lesson: CheckedLesson, ordinal: number): Lesson {
  const checks = lesson.checks.map(({ line, questions }) => ({
    line,
    questions: questions.map((question) => questionOf(question)),
  }));
  return { ...lesson, ordinal, checks };
}

/** Without ordinals it is an ungraded check, which is never recorded: ordinal 0, parts counted from 1. */
function questionOf(question: CheckedQuestion, ordinals?: QuestionOrdinals): Question {
  const parts = authoringTypes[question.type]?.parts(question.spec, question.stem.text) ?? [];
  return {
    ...question,
    id: keyOf(question),
    ordinal: ordinals?.ordinal ?? 0,
    parts: ordinals?.parts ?? parts.map((_, index) => index + 1),
  };
}

function quizOf(quiz: CheckedQuiz, numbers: Numbers): Quiz {
  const questions = quiz.questions.map((question) => questionOf(question, numbers.questions.get(keyOf(question))));
  return { questions, draw: strata(quiz, questions), place: quiz.place };
}

/** What an attempt draws: as the author says, else every question, pool by pool in the order of their first question. */
function strata(quiz: CheckedQuiz, questions: readonly Question[]): readonly Stratum[] {
  const asked = questions.filter(({ use }) => use !== "exam");
  return quiz.draw ? drawnStrata(quiz.draw, asked) : wholeStrata(asked, quiz.place);
}
