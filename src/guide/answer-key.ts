/** The answer key: every question with its text, what is right in words, and what it is for. */
import type { Module, Question } from "../model/course.ts";
import type { AnswerLine } from "../questions/authoring.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import { poolQuestion, questionAnswers } from "../render/questions.ts";
import type { Desk } from "./desk.ts";
import { fill, type GuideWords, wordFor } from "./words.ts";

/** Questions of a module as HTML, each case before the first of its questions. */
export function answerKey(module: Module, questions: readonly Question[], desk: Desk): string {
  return questions
    .map((question, at) => {
      const isNewCase = question.case !== undefined && question.case.number !== questions[at - 1]?.case?.number;
      const facts = factsOf(question, module, desk);
      return questionKey(module, question, { number: at + 1, name: keyId(question), isNewCase, facts }, desk);
    })
    .join("");
}

/** The checks and branching scenarios of a module's lessons as HTML: they are not graded, and go by their lessons. */
export function practiceKey(module: Module, desk: Desk): string {
  const practice = module.lessons.flatMap((lesson) =>
    lesson.checks.flatMap(({ questions }) => questions).map((question, at) => ({ lesson, question, at })),
  );
  return practice
    .map(({ lesson, question, at }, index) => {
      const name = `key-lesson-${lesson.ordinal}-${at + 1}`;
      const facts = [{ name: "", value: wordFor(desk.words, "type", question.type) }];
      return questionKey(module, question, { number: index + 1, name, title: lesson.title, facts }, desk);
    })
    .join("");
}

interface Standing {
  readonly number: number;
  /** Unique in the guide. */
  readonly name: string;
  /** What it goes by; absent: its id. */
  readonly title?: string;
  /** Whether it is the first question of its case. */
  readonly isNewCase?: boolean;
  readonly facts: readonly object[];
}

function questionKey(module: Module, question: Question, standing: Standing, desk: Desk): string {
  const { number, name, title = "", isNewCase, facts } = standing;
  const questions = desk.questions(module.id);
  const asked = poolQuestion(question, name, questions);
  const { variants, picture } = questionAnswers(question, name, questions);
  const [lines = []] = variants;
  return desk.templates.render("guide/question", {
    name,
    number,
    title,
    id: question.id,
    facts,
    case: isNewCase ? (asked.case?.html ?? "") : "",
    before: asked.before,
    sentence: asked.sentence,
    picture: picture === undefined ? "" : desk.templates.render("partials/marked-picture", picture),
    lines: lines.map((line, at) => lineView(line, at, lines, desk.words)),
    variants: variants.length > 1 ? variantsView(variants, desk.words) : "",
    rationale: asked.rationale ?? "",
    words: desk.words,
  });
}

/** The id of a question's key in the guide. */
export const keyId = ({ ordinal }: Question): string => `key-${ordinal}`;

const SIGNS: Readonly<Partial<Record<AnswerLine["kind"], string>>> = { right: "✓", wrong: "✗" };

/** One line: a sign and a word say whether it is right, never the sign alone. */
function lineView(line: AnswerLine, at: number, all: readonly AnswerLine[], words: GuideWords): object {
  const { kind, html = "", answers = [], refused = [], why = "" } = line;
  const [answer = "", ...also] = answers;
  const gaps = all.filter((other) => other.kind === "answer" && other.html === undefined).length;
  const part = kind === "answer" && html === "" && gaps > 1 ? fill(words.gap, { number: at + 1 }) : html;
  return {
    kind,
    sign: SIGNS[kind] ?? "",
    word: kind === "scene" ? "" : kind === "next" ? `${at + 1}.` : words[kind],
    part,
    isBlock: kind === "model" || kind === "scene",
    answer,
    also: also.length === 0 ? "" : fill(words.also, { answers: also.join(", ") }),
    refused: refused.length === 0 ? "" : fill(words.not, { answers: refused.join(", ") }),
    why,
  };
}

function variantsView(variants: readonly (readonly AnswerLine[])[], words: GuideWords): object {
  const rows = variants.flatMap((lines) =>
    lines.map(({ html = "", answers = [] }) => ({ given: html, answer: answers.join(" ") })),
  );
  return { text: fill(words.variants, { count: variants.length }), rows };
}

/** What a question is, in short words; one point, all or nothing, goes without saying. */
function factsOf(question: Question, module: Module, { words }: Desk): readonly object[] {
  const { type, points, scoring, use, pool, bloom, lesson, competencies, supports } = question;
  const taught = module.lessons.find(({ key }) => key === lesson);
  const isGraded = authoringTypes[type]?.graded !== false;
  const fact = (name: string, value: string | undefined) => (value ? [{ name, value }] : []);
  return [
    ...fact("", wordFor(words, "type", type)),
    ...fact("", isGraded ? undefined : words.notGraded),
    ...fact("", isGraded && points !== 1 ? fill(words.points, { count: points }) : undefined),
    ...fact("", isGraded && scoring !== "all-or-nothing" ? wordFor(words, "scoring", scoring) : undefined),
    ...fact(words.use, wordFor(words, "use", use)),
    ...fact(words.pool, pool === "main" ? undefined : pool),
    ...fact(words.bloom, bloom && wordFor(words, "bloom", bloom)),
    ...fact(words.lesson, taught?.title),
    ...fact(words.competencies, competencies.join(", ")),
    ...fact(words.prepares, supports.join(", ")),
  ];
}

/** The questions whose key stands with their module; the others are kept for the examination. */
export function quizQuestions({ quiz }: Module): readonly Question[] {
  return (quiz?.questions ?? []).filter(({ use }) => use !== "exam");
}

/** The questions that only an examination asks, module by module. */
export function examQuestions({ quiz }: Module): readonly Question[] {
  return (quiz?.questions ?? []).filter(({ use }) => use === "exam");
}
