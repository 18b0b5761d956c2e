/** Questions → what the player loads: HTML, the marking key, and what the LMS's report names. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Question } from "../model/course.ts";
import type { AnswerLine, RenderKit } from "../questions/authoring.ts";
import { plain } from "../questions/plain.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import type { PoolQuestion, QuestionFace } from "../tracking/plan.ts";
import { questionImage } from "./links.ts";
import type { Markdown } from "./markdown.ts";
import type { PackageIndex } from "./package-index.ts";
import { type Page, report } from "./page-context.ts";
import type { Templates } from "./templates.ts";
import type { Words } from "./words.ts";

/** What rendering a question needs. */
export interface QuestionDesk {
  /** The course's language. */
  readonly language: string;
  readonly words: Words;
  readonly markdown: Markdown;
  readonly templates: Templates;
  readonly index: PackageIndex;
  readonly notes: Diagnostic[];
  /** The folder of the module that holds the questions. */
  readonly folder: string;
  /** {@link PoolQuestion.objectives} of a question. */
  objectives(question: Question): readonly number[];
  /** {@link PoolQuestion.lesson} of a question. */
  lesson(question: Question): number | undefined;
}

/**
 * One question as the player gets it.
 *
 * @param name unique in the package; starts the ids in the question's markup.
 */
export function poolQuestion(question: Question, name: string, desk: QuestionDesk): PoolQuestion {
  const type = authoringTypes[question.type];
  if (type === undefined) throw new Error(`There is no question type ${JSON.stringify(question.type)}.`);
  const { ordinal, id, points, scoring, shuffle, floor } = question;
  const faces = Array.from({ length: type.variants?.(question.spec) ?? 1 }, (_, variant) =>
    questionFace(question, variant, name, desk),
  );
  const [face, ...variants] = faces;
  if (face === undefined) throw new Error(`The question type ${question.type} gives no variant.`);
  const lesson = desk.lesson(question);
  return {
    ordinal,
    id,
    type: question.type,
    points,
    scoring,
    shuffle,
    ...face,
    objectives: desk.objectives(question),
    ...(question.case && { case: caseOf(question.case, name, desk) }),
    ...(floor !== undefined && { floor }),
    ...(lesson !== undefined && { lesson }),
    ...(variants.length > 0 && { variants }),
  };
}

/** What the key of a question says in words, variant by variant, and the picture that it points at. */
export interface QuestionAnswers {
  readonly variants: readonly (readonly AnswerLine[])[];
  /** The context of `partials/marked-picture`. */
  readonly picture?: object;
}

/** A question's key for whoever teaches it; `name` as in {@link poolQuestion}. */
export function questionAnswers(question: Question, name: string, desk: QuestionDesk): QuestionAnswers {
  const type = authoringTypes[question.type];
  const { spec, parts, stem } = question;
  const written = { spec, parts, stem: stem.text };
  const kit = renderKit(question, name, desk);
  const picture = type?.picture?.(written, kit);
  const variants = Array.from(
    { length: type?.variants?.(spec) ?? 1 },
    (_, variant) => type?.answers(written, kit, variant) ?? [],
  );
  return { variants, ...(picture && { picture }) };
}

/** Names of regions are read out in full: so many characters of the case's beginning. */
const LONGEST_NAME = 80;

/** Rendered for each question of the case, so that the ids in it stay unique where several are on one page. */
function caseOf({ number, stimulus }: NonNullable<Question["case"]>, name: string, desk: QuestionDesk) {
  const html = desk.markdown.block(stimulus.text, questionPage(`${name}-case`, stimulus.place, desk));
  const words = plain(html).replace(/\s+/g, " ");
  const cut = words.slice(0, LONGEST_NAME).replace(/\s\S*$/, "");
  return { number, html, text: words.length > LONGEST_NAME ? `${cut} …` : words };
}

/** One variant of a question, rendered. */
function questionFace(question: Question, variant: number, name: string, desk: QuestionDesk): QuestionFace {
  const { type, spec, parts, rationale } = question;
  const written = { spec, parts, stem: question.stem.text, ...(rationale && { rationale: rationale.text }) };
  const delivered = authoringTypes[type]?.deliver(written, renderKit(question, name, desk), variant);
  if (delivered === undefined) throw new Error(`There is no question type ${JSON.stringify(type)}.`);
  const page = (place: Place) => questionPage(name, place, desk);
  const stem = desk.markdown.stem(delivered.stem ?? question.stem.text, page(question.stem.place));
  const why = delivered.rationale ?? rationale?.text;
  return {
    key: delivered.key,
    before: stem.before,
    sentence: stem.sentence,
    controls: desk.templates.render(`question/${type}`, delivered.view),
    description: stem.plain,
    ...(why !== undefined && { rationale: desk.markdown.block(why, page(rationale?.place ?? question.place)) }),
  };
}

function renderKit(question: Question, name: string, desk: QuestionDesk): RenderKit {
  const page = (text: number) => questionPage(name, question.places[text] ?? question.place, desk);
  return {
    language: desk.language,
    word: (name) => desk.words[name],
    inline: (markdown, text) => desk.markdown.inline(markdown, page(text)),
    block: (markdown, text) => desk.markdown.block(markdown, page(text)),
    image: (path, text) => questionImage(path, page(text)),
    report: ({ code, ...problem }, text) => report(page(text), 0, { code: `question/${code}`, ...problem }),
  };
}

/** Questions come from YAML as well, where a text's lines are not the file's: findings point at the text's beginning. */
function questionPage(prefix: string, place: Place, desk: QuestionDesk): Page {
  const { folder, index, language, words, notes } = desk;
  const own = { prefix, folder, line: place.line ?? 1, locate: () => place, headings: new Set<string>() };
  return { ...own, index, language, words, notes };
}
