/** The ungraded questions inside a lesson. They are marked here and now; nothing is recorded. */
import { coreTypes } from "../../questions/registry.core.ts";
import type { PoolQuestion } from "../../tracking/plan.ts";
import { boundMark } from "../../tracking/score.ts";
import { button, element } from "./element.ts";
import { type Card, questionCard } from "./question-card.ts";
import type { Stage } from "./view.ts";

/** Fills the places that the lesson's HTML keeps: `data-check="LESSON-NUMBER"`, NUMBER from 1. */
export function fillChecks(stage: Stage, lesson: number, page: HTMLElement): void {
  const questions = stage.app.checks(lesson);
  for (const place of page.querySelectorAll<HTMLElement>("[data-check]")) {
    const number = Number(place.dataset.check?.split("-")[1]);
    const question = questions[number - 1];
    if (question !== undefined) fillCheck(stage, question, lesson * 100 + number, place);
  }
}

function fillCheck(stage: Stage, question: PoolQuestion, seed: number, place: HTMLElement): void {
  const label = stage.app.text("checkName");
  place.replaceChildren(checkCard(stage, question, { name: `check-${seed}`, label, seed }).node);
}

interface CheckName {
  readonly name: string;
  readonly label: string;
  readonly seed: number;
}

/** A question that is marked and explained here and now. */
export function checkCard(stage: Stage, question: PoolQuestion, { name, label, seed }: CheckName): Card {
  const { text } = stage.app;
  const core = coreTypes[question.type];
  let response: unknown;
  const explain = (): HTMLElement | undefined => {
    const mark = response === undefined ? undefined : core?.mark(question.key, response, question.scoring);
    return mark && card.explain(response, boundMark(mark, question));
  };
  const said = element("p", { class: "hint", role: "status" });
  const card = questionCard(stage, {
    question,
    label,
    hideLabel: false,
    name,
    response,
    seed,
    explains: true,
    onChange: (given) => {
      response = given;
      said.textContent = "";
      if (!core?.isFinished?.(question.key, response)) return;
      explain();
      card.node.append(element("div", { class: "actions" }, button(text("startOver"), startOver)));
    },
  });
  const startOver = (): void => {
    const fresh = checkCard(stage, question, { name, label, seed }).node;
    card.node.replaceWith(fresh);
    fresh.querySelector<HTMLElement>(':not([hidden]) > [tabindex="-1"]')?.focus();
  };
  const check = button(text("checkAnswer"), () => {
    const explained = explain();
    if (!explained) {
      said.textContent = text("chooseFirst");
      return;
    }
    actions.remove();
    explained.focus();
  });
  const actions = element("div", { class: "actions" }, check, said);
  // Who answers in steps is told after each of them.
  if (!core?.isFinished) card.node.append(actions);
  return card;
}
