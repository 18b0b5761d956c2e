import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { type Keep, keepNothing } from "../keep.ts";
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
import type { QuestionOrdinals } from "./allot.ts";
import type { Assembled } from "./assembled.ts";
import type { Course, Lesson, Module, Question, Quiz, Stratum } from "./course.ts";
import { directionOf } from "./ids.ts";
import { EMPTY_LOCK, everOf, lockFile } from "./lock.ts";
import { duplicateOrdinals, readLock } from "./lock-read.ts";
import { EXAM, keyOf, lessonKey, type Numbers, numbersFor } from "./numbers.ts";
import { renamedNotes } from "./renamed.ts";
import { drawnStrata, wholeStrata } from "./strata.ts";

/**
 * Puts a checked course together: ordinals from the lock file, strata of the draws, all in course order.
 *
 * @param still says of an edition's items, by their keys, that they are up to date as they are
 * @param keep gives the same objects for what did not change
 */
export function assemble(
  checked: CheckedCourse,
  still?: (key: string) => boolean,
  keep = keepNothing,
): Outcome<Assembled> {
  const read = keep("model/lock", [checked.lock], () => checked.lock && readLock(checked.lock));
  const damage = [...(read?.notes ?? []), ...duplicateOrdinals(read?.value?.numbered ?? [])];
  if (read && !read.value) return { ok: false, notes: damage };
  const { edition } = checked;
  const known = read?.value?.lock ?? EMPTY_LOCK;
  const compared = edition && compare(edition.comparison, known.translations, still);
  const numbers = numbersFor(checked, known, { translations: compared?.translations, keep });
  const drifted = edition && compared ? driftNotes(compared.drift, edition.files) : [];
  const quizzes = checked.modules.map(({ quiz }) => quiz);
  const nameless = keep("model/nameless", quizzes, () => namelessQuestions(checked));
  const value = {
    course: courseOf(checked, numbers, keep),
    papers: checked.papers,
    lock: { file: lockFile(edition?.language), text: numbers.text, changed: !read || numbers.changed },
    ever: everOf(numbers.lock),
    ...(compared && { drift: compared.drift }),
  };
  return settle(value, [...damage, ...renamedNotes(checked, known), ...nameless, ...drifted]);
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

function courseOf(checked: CheckedCourse, numbers: Numbers, keep: Keep): Course {
  const { settings, targets, grading, frameworks, glossary, lomSchemas, theme, templates, place } = checked;
  const { scorm2004, ...own } = settings;
  const modules = checked.modules.map((module) => moduleOf(module, numbers, keep));
  return {
    ...own,
    ...{ targets, grading, frameworks, glossary, templates, place },
    ...(theme && { theme }),
    identifier: numbers.lock.packages.get("") ?? "",
    direction: directionOf(settings.language),
    ...(checked.edition && { edition: checked.edition.language }),
    scorm2004: { edition: scorm2004.edition, ...(lomSchemas ? { lomSchemas } : {}) },
    modules,
    ...(checked.exam && { exam: keptExam(checked.exam, modules, numbers, keep) }),
  };
}

function moduleOf(checked: CheckedModule, numbers: Numbers, keep: Keep): Module {
  const { quiz: written, lessons: texts, ...own } = checked;
  const lessons = texts.map((lesson) => {
    const key = lessonKey(checked, lesson);
    const ordinal = numbers.lessons.get(key) ?? 0;
    return keep(`model/lesson ${key}`, [lesson, ordinal], () => lessonOf(lesson, ordinal));
  });
  const quiz = written && keptQuiz(own.id, written, numbers, keep);
  const ordinal = numbers.modules.get(own.id) ?? 0;
  const identifier = numbers.lock.packages.get(own.id) ?? "";
  return keep(`model/module ${own.id}`, [checked, ordinal, identifier, quiz, ...lessons], () => ({
    ...{ ...own, ordinal, identifier, lessons },
    ...(quiz ? { quiz } : {}),
  }));
}

function keptExam(exam: CheckedExam, modules: readonly Module[], numbers: Numbers, keep: Keep): Module {
  const own = [numbers.modules.get(EXAM), numbers.lock.packages.get(EXAM)];
  const asked = modules.flatMap(({ id, quiz }) => [id, quiz]);
  return keep("model/exam", [exam, ...own, ...asked], () => examOf(exam, modules, numbers));
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

function keptQuiz(module: string, quiz: CheckedQuiz, { questions }: Numbers, keep: Keep): Quiz {
  const ordinals = quiz.questions.map((question) => questions.get(keyOf(question)));
  const numbers = ordinals.flatMap((each) => (each ? [each.ordinal, ...each.parts] : []));
  return keep(`model/quiz ${module}`, [quiz, ...numbers], () => quizOf(quiz, ordinals));
}

function quizOf(quiz: CheckedQuiz, ordinals: readonly (QuestionOrdinals | undefined)[]): Quiz {
  const questions = quiz.questions.map((question, index) => questionOf(question, ordinals[index]));
  return { questions, draw: strata(quiz, questions), place: quiz.place };
}

/** What an attempt draws: as the author says, else every question, pool by pool in the order of their first question. */
function strata(quiz: CheckedQuiz, questions: readonly Question[]): readonly Stratum[] {
  const asked = questions.filter(({ use }) => use !== "exam");
  return quiz.draw ? drawnStrata(quiz.draw, asked) : wholeStrata(asked, quiz.place);
}
