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

/** A question that is marked and explained here and now. */
export function checkCard(
  stage: Stage,
  question: PoolQuestion,
  { name, label, seed }: { readonly name: string; readonly label: string; readonly seed: number },
): Card {
  const { text } = stage.app;
  let response: unknown;
  const said = element("p", { class: "hint", role: "status" });
  const card = questionCard(stage, {
    question,
    label,
    hideLabel: false,
    name,
    response,
    seed,
    onChange: (given) => {
      response = given;
      said.textContent = "";
    },
  });
  const check = button(text("checkAnswer"), () => {
    const earned = coreTypes[question.type]?.mark(question.key, response, question.scoring);
    const mark = earned && boundMark(earned, question);
    if (response === undefined || mark === undefined) {
      said.textContent = text("chooseFirst");
      return;
    }
    actions.remove();
    card.explain(response, mark).focus();
  });
  const actions = element("div", { class: "actions" }, check, said);
  card.node.append(actions);
  return card;
}
