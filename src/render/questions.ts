/** Questions → what the player loads: HTML, the marking key, and what the LMS's report names. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Question } from "../model/course.ts";
import type { RenderKit } from "../questions/authoring.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import type { PoolQuestion } from "../tracking/plan.ts";
import type { Markdown } from "./markdown.ts";
import type { PackageIndex } from "./package-index.ts";
import type { Page } from "./page-context.ts";
import type { Templates } from "./templates.ts";

/** What rendering a question needs. */
export interface QuestionDesk {
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
  const { ordinal, id, points, scoring, shuffle, rationale, spec, parts } = question;
  const stem = desk.markdown.stem(question.stem.text, questionPage(name, question.stem.place, desk));
  const { key, view } = type.deliver({ spec, parts }, renderKit(question, name, desk));
  const lesson = desk.lesson(question);
  return {
    ordinal,
    id,
    type: question.type,
    points,
    scoring,
    shuffle,
    key,
    before: stem.before,
    sentence: stem.sentence,
    controls: desk.templates.render(`question/${question.type}`, view),
    description: stem.plain,
    objectives: desk.objectives(question),
    ...(rationale && { rationale: desk.markdown.block(rationale.text, questionPage(name, rationale.place, desk)) }),
    ...(lesson !== undefined && { lesson }),
  };
}

function renderKit(question: Question, name: string, desk: QuestionDesk): RenderKit {
  const page = (text: number) => questionPage(name, question.places[text] ?? question.place, desk);
  return {
    inline: (markdown, text) => desk.markdown.inline(markdown, page(text)),
    block: (markdown, text) => desk.markdown.block(markdown, page(text)),
  };
}

/** Questions come from YAML as well, where a text's lines are not the file's: findings point at the text's beginning. */
function questionPage(prefix: string, place: Place, desk: QuestionDesk): Page {
  const { folder, index, notes } = desk;
  return { prefix, folder, line: place.line ?? 1, locate: () => place, index, headings: new Set(), notes };
}
