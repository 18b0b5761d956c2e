/** One question on the page: what stands before it, the group of its controls, and what is said about an answer. */
import type { Mark } from "../../questions/contract.ts";
import type { BoundQuestion } from "../../questions/view.ts";
import type { PoolQuestion } from "../../tracking/plan.ts";
import { element, fromHtml } from "./element.ts";
import type { Stage } from "./view.ts";

export interface CardParts {
  readonly question: PoolQuestion;
  /** "Question 3 of 10": begins the group's name. */
  readonly label: string;
  /** The label is read out but not shown, because a heading says it. */
  readonly hideLabel: boolean;
  /** Unique on the page. */
  readonly name: string;
  readonly response: unknown;
  readonly seed: number;
  /** Whether final steps of an answer are explained at once. */
  readonly explains: boolean;
  onChange(response: unknown, pace?: "now" | "soon"): void;
}

export interface Card {
  readonly node: HTMLElement;
  readonly bound: BoundQuestion<unknown>;
  /** Shows the answer's mark, the key and the rationale; gives the place that says so, focusable. */
  explain(response: unknown, mark: Mark): HTMLElement;
}

/** Builds a question and binds its controls. @throws Error when the package holds a type that this player lacks. */
export function questionCard(stage: Stage, parts: CardParts): Card {
  const { question, label, hideLabel, name, response, seed, explains, onChange } = parts;
  const type = stage.views[question.type];
  if (type === undefined) throw new Error(`This player has no question type ${question.type}`);
  const controls = fromHtml("div", { class: "controls" }, question.controls);
  const legend = element(
    "legend",
    {},
    element("span", { class: hideLabel ? "hidden-text" : "question-label" }, label),
    element("span", { class: "hidden-text" }, ": "),
    fromHtml("span", { class: "sentence" }, question.sentence),
  );
  const node = element(
    "div",
    { class: "card" },
    question.case && caseOf(stage, question.case),
    question.before === "" ? undefined : fromHtml("div", { class: "before prose" }, question.before),
    element("fieldset", { class: "question" }, legend, controls),
  );
  const { text } = stage.app;
  const { shuffle } = question;
  const bound = type.bind(controls, question.key, { response, name, seed, shuffle, explains, text, onChange });
  return {
    node,
    bound,
    explain(given, mark) {
      bound.reveal(given, { text: stage.app.text, showKey: true });
      const said = feedback(stage, question, given, mark);
      node.append(said);
      return said;
    },
  };
}

/** What all questions of a case are about. */
function caseOf({ app }: Stage, { html, text }: NonNullable<PoolQuestion["case"]>): HTMLElement {
  const label = element("p", { class: "question-label" }, app.text("case"));
  const stimulus = fromHtml("div", { class: "prose" }, html);
  return element("section", { class: "case", "aria-label": app.text("caseName", { text }) }, label, stimulus);
}

function feedback({ app }: Stage, question: PoolQuestion, given: unknown, mark: Mark): HTMLElement {
  const verdict = verdictOf(question, given, mark);
  return element(
    "div",
    { class: `feedback ${verdict}`, tabindex: "-1" },
    element("p", { class: "verdict" }, app.text(verdict)),
    question.rationale === undefined ? undefined : fromHtml("div", { class: "rationale" }, question.rationale),
  );
}

type Verdict = "correct" | "partly" | "wrong" | "unansweredItem" | "notGraded";

function verdictOf({ points }: PoolQuestion, given: unknown, { earned, possible }: Mark): Verdict {
  if (given === undefined) return "unansweredItem";
  if (points === 0) return "notGraded";
  if (earned === possible) return "correct";
  return earned > 0 ? "partly" : "wrong";
}
