import { decodeState } from "../../tracking/codec.ts";
import type { Plan } from "../../tracking/plan.ts";
import type { Bookmark, LearnerState, QuizState } from "../../tracking/state.ts";

/** Names of a package's lessons and quizzes. */
interface Names {
  readonly lesson: (ordinal: number) => string;
  readonly quiz: (ordinal: number) => string;
  /** How many lessons there are, when that is known. */
  readonly lessons?: number;
}

const TROUBLE = {
  empty: "Nothing is stored yet.",
  foreign: "Another package wrote it.",
  damaged: "It is cut, altered, or not from this player.",
  newer: "A later version of the tool wrote it.",
} as const;

/** What the resume state says of the learner, a sentence a line; without a plan lessons and quizzes go by their ordinals. */
export function stateInWords(text: string, identifier: string, plan?: Plan): readonly string[] {
  const decoded = decodeState(text, identifier);
  return decoded.kind === "state" ? sentences(decoded.state, namesOf(plan)) : [TROUBLE[decoded.kind]];
}

function namesOf(plan: Plan | undefined): Names {
  const lessons = plan?.modules.flatMap((module) => module.lessons) ?? [];
  const quizzes = plan?.modules.flatMap(({ quiz }) => (quiz ? [quiz] : [])) ?? [];
  const title = (known: readonly { ordinal: number; title: string }[], kind: string) => (ordinal: number) => {
    const found = known.find((each) => each.ordinal === ordinal);
    return found ? `“${found.title}”` : `${kind} ${ordinal}`;
  };
  return { lesson: title(lessons, "lesson"), quiz: title(quizzes, "quiz"), ...(plan && { lessons: lessons.length }) };
}

function sentences(state: LearnerState, names: Names): readonly string[] {
  const { seen, quizzes, sequence, interactions } = state;
  const of = names.lessons === undefined ? "" : ` of ${names.lessons}`;
  const list = seen.length === 0 ? "" : `: ${seen.map(names.lesson).join(", ")}`;
  return [
    place(state.bookmark, names),
    `Lessons read to the end, ${seen.length}${of}${list}.`,
    ...quizzes.flatMap((quiz) => quizSentences(quiz, names)),
    `Questions recorded for the LMS's report: ${interactions.length}.`,
    `Stored as number ${sequence} of its kind.`,
  ];
}

function place(bookmark: Bookmark, names: Names): string {
  switch (bookmark.at) {
    case "lesson":
      return `The learner is in the lesson ${names.lesson(bookmark.lesson)}.`;
    case "quiz":
      return `The learner is at question ${bookmark.item + 1} of the quiz ${names.quiz(bookmark.quiz)}.`;
    case "result":
      return `The learner is at the result of the quiz ${names.quiz(bookmark.quiz)}.`;
    case "start":
      return "The learner is on the start page.";
  }
}

function quizSentences({ quiz, scores, attempt }: QuizState, names: Names): readonly string[] {
  const name = names.quiz(quiz);
  const score = (hundredths: number): string => `${hundredths / 100}%`;
  const submitted = scores
    ? [`Quiz ${name}: submitted ${scores.count} times, best ${score(scores.best)}, latest ${score(scores.latest)}.`]
    : [];
  if (!attempt) return submitted;
  const answered = attempt.items.filter(({ response }) => response !== undefined).length;
  const explained = attempt.items.filter(({ revealed }) => revealed).length;
  const kind = attempt.submitted ? "submitted" : "open";
  const open = `Quiz ${name}: attempt ${attempt.number} is ${kind}, answered ${answered} of ${attempt.items.length}, explained ${explained}.`;
  return [...submitted, open];
}
