/** What rules about single questions ask of the course. */
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Course, Module, Question } from "../model/course.ts";
import type { ChoiceSpec } from "../questions/choice/authoring.ts";

/** A choice of a question, with its place. */
export interface PlacedChoice {
  readonly text: string;
  readonly right: boolean;
  readonly place: Place;
}

/** Every question of a course: those of quizzes, then the checks of lessons. */
export function everyQuestion({ modules }: Course): readonly Question[] {
  return modules.flatMap((module) => [...quizOf(module), ...checksOf(module)]);
}

/** A module's graded questions, in the author's order. */
export const quizOf = ({ quiz }: Module): readonly Question[] => quiz?.questions ?? [];

function checksOf({ lessons }: Module): readonly Question[] {
  return lessons.flatMap(({ checks }) => checks.flatMap(({ questions }) => questions));
}

/** The choices of `single` and `multiple`; none for other types. */
export function choicesOf({ type, spec, places, place }: Question): readonly PlacedChoice[] {
  if (type !== "single" && type !== "multiple") return [];
  // Both types' schema makes this of a question's own keys.
  const { choices } = spec as ChoiceSpec;
  let next = 0;
  return choices.map(({ text, right, why }) => {
    const at = places[next] ?? place;
    next += why === undefined ? 1 : 2;
    return { text, right, place: at };
  });
}

/** The last sentence of a stem, which is what it asks; markup is kept. */
export function questionSentence({ stem }: Question): string {
  const last =
    stem.text
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? "";
  // Directions that follow the question, “Choose all that apply.”, are no part of it.
  const asked = last.match(/[^.?!]*\?/g)?.at(-1) ?? last.split(/(?<=[.!])\s+/).at(-1) ?? last;
  return asked.replace(/\s+/g, " ").trim();
}
