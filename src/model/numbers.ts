/** Identifiers and ordinals of everything in a course, from its lock file and for it. */
import { type Keep, keepNothing } from "../keep.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import type { CheckedCourse, CheckedLesson, CheckedModule, CheckedQuestion, CheckedQuiz } from "../validate/checked.ts";
import { allot, allotQuestions, type QuestionOrdinals, type Shaped } from "./allot.ts";
import { packageIdentifier, partKey, questionKey } from "./ids.ts";
import type { Lock } from "./lock.ts";
import { lockText } from "./lock-text.ts";

/** No module can have this id (`course/reserved-module`). */
export const EXAM = "exam";

export interface Numbers {
  readonly lock: Lock;
  /** The lock file as it should read. */
  readonly text: string;
  /** False when the lock that they were given out from reads the same. */
  readonly changed: boolean;
  readonly modules: ReadonlyMap<string, number>;
  readonly lessons: ReadonlyMap<string, number>;
  readonly questions: ReadonlyMap<string, QuestionOrdinals>;
}

/** By what a lesson is known in the lock file. */
export const lessonKey = (module: CheckedModule, lesson: CheckedLesson): string => `${module.id}/${lesson.key}`;

/** By what a question is known in the lock file. */
export const keyOf = ({ id, stem }: CheckedQuestion): string => questionKey(id, stem.text);

/**
 * Gives out identifiers and ordinals to all that has none in the lock.
 *
 * @param translations of an edition: what they are now
 */
export function numbersFor(
  { modules, exam, edition, settings: { id, version } }: CheckedCourse,
  known: Lock,
  { translations = known.translations, keep = keepNothing }: NumberingOptions = {},
): Numbers {
  const names = [...modules.map((module) => module.id), ...(exam ? [EXAM] : [])];
  const lessons = modules.flatMap((module) => module.lessons.map((lesson) => lessonKey(module, lesson)));
  const shapes = modules.map((module) => keep(`model/shapes ${module.id}`, [module.quiz], () => shapesOf(module.quiz)));
  const language = edition?.language;
  const inputs = [known, translations, id, version, language, names.length, ...names, ...lessons, ...shapes];
  return keep("model/numbers", inputs, () => {
    const packages = new Map(known.packages);
    for (const name of [undefined, ...names]) {
      if (!packages.has(name ?? "")) packages.set(name ?? "", packageIdentifier(id, name, language));
    }
    const allotted = {
      modules: allot(names, known.modules, version),
      lessons: allot(lessons, known.lessons, version),
      questions: allotQuestions(shapes.flat(), known.questions, version),
    };
    const lock: Lock = {
      ...{ packages, translations, modules: allotted.modules.entries, lessons: allotted.lessons.entries },
      questions: allotted.questions.entries,
    };
    const text = lockText(lock);
    return {
      ...{ lock, text, changed: text !== lockText(known) },
      modules: allotted.modules.ordinals,
      lessons: allotted.lessons.ordinals,
      questions: allotted.questions.ordinals,
    };
  });
}

export interface NumberingOptions {
  readonly translations?: Lock["translations"] | undefined;
  readonly keep?: Keep;
}

function shapesOf(quiz: CheckedQuiz | undefined): readonly Shaped[] {
  return (quiz?.questions ?? []).map((question) => {
    const type = authoringTypes[question.type];
    return {
      key: keyOf(question),
      shape: type?.shape(question.spec, question.stem.text) ?? question.type,
      parts: type?.parts(question.spec, question.stem.text).map(partKey) ?? [],
    };
  });
}
