import type { RawCourse } from "../load/raw-course.ts";

/** The ids that the questions of a course have, whatever else is wrong with them. */
export function questionIds({ modules }: RawCourse): Set<string> {
  const ids = new Set<string>();
  for (const { quizYaml, quizMarkdown } of modules.values()) {
    for (const quiz of [quizYaml, quizMarkdown]) {
      for (const { id } of questionsIn(quiz?.value?.data)) if (typeof id === "string") ids.add(id);
    }
  }
  return ids;
}

/** The questions of a quiz's data, as maps of whatever they hold. */
export function questionsIn(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  const questions = isMap(data) ? data.questions : undefined;
  return Array.isArray(questions) ? questions.map((question) => (isMap(question) ? question : {})) : [];
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
