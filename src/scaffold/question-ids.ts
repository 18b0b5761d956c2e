import type { RawCourse } from "../load/raw-course.ts";

type Keys = Readonly<Record<string, unknown>>;

/** A question of a quiz's data, with the way that leads to it. */
export interface FoundQuestion {
  readonly path: readonly (string | number)[];
  readonly keys: Keys;
}

/** The ids that the questions of a course have, whatever else is wrong with them. */
export function questionIds({ modules }: RawCourse): Set<string> {
  const ids = new Set<string>();
  for (const { quizYaml, quizMarkdown } of modules.values()) {
    for (const quiz of [quizYaml, quizMarkdown]) {
      for (const { keys } of questionsIn(quiz?.value?.data)) if (typeof keys.id === "string") ids.add(keys.id);
    }
  }
  return ids;
}

/** The questions of a quiz's data in their order, those of a case behind it. */
export function questionsIn(data: unknown, path: FoundQuestion["path"] = []): readonly FoundQuestion[] {
  const questions = isMap(data) ? data.questions : undefined;
  if (!Array.isArray(questions)) return [];
  return questions.flatMap((question, index) => {
    const at = [...path, "questions", index];
    return [{ path: at, keys: isMap(question) ? question : {} }, ...questionsIn(question, at)];
  });
}

function isMap(data: unknown): data is Keys {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
