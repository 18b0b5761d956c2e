/** A quiz under way: one question at a time. */
import { coreTypes } from "../../questions/registry.core.ts";
import type { App, ItemView, QuizView } from "../app.ts";
import { button, element } from "./element.ts";
import { questionCard } from "./question-card.ts";
import { timePanel } from "./time.ts";
import { askUnanswered } from "./unanswered.ts";
import type { Stage, View } from "./view.ts";

/** The question at `item` (from 0) of the open attempt. */
export function quizView(stage: Stage, quiz: number, item: number): View | undefined {
  const { app } = stage;
  const first = app.quiz(quiz).items[item];
  if (first === undefined) return undefined;
  const numbers = { number: item + 1, all: app.quiz(quiz).items.length };
  const heading = element("h1", { tabindex: "-1" }, app.text("question", numbers));
  const card = questionCard(stage, {
    question: first.question,
    label: app.text("question", numbers),
    hideLabel: true,
    name: `question-${first.question.ordinal}`,
    response: first.response,
    seed: first.seed,
    explains: app.quiz(quiz).plan.grading.feedback === "immediate",
    onChange: (response, pace) => app.answer(quiz, item, response, pace),
  });
  const check = checkButton(app, quiz, item);
  const steps = questionList(app, quiz, item);
  const clock = timePanel(app, quiz);
  let explained = false;
  const update = (): void => {
    const view = app.quiz(quiz);
    const now = view.items[item];
    if (now === undefined) return;
    steps.update(view);
    clock.update();
    check.hidden = !canCheck(view, now);
    if (!now.revealed || now.mark === undefined || explained) return;
    explained = true;
    const said = card.explain(now.response, now.mark);
    // Only a press of the button is followed; a question that was explained earlier leaves the focus at its heading.
    if (document.contains(card.node)) said.focus();
  };
  update();
  const node = element(
    "div",
    { class: "quiz" },
    element("p", { class: "eyebrow" }, app.quiz(quiz).plan.title),
    heading,
    clock.node,
    card.node,
    element("div", { class: "actions" }, check),
    stepButtons(app, quiz, item),
    steps.node,
    isLast(app, quiz, item) ? undefined : element("div", { class: "actions" }, submitButton(app, quiz, "plain")),
  );
  return { node, heading, update };
}

function canCheck({ plan }: QuizView, item: ItemView): boolean {
  const { question, revealed, isAnswered } = item;
  const says = question.rationale !== undefined || (coreTypes[question.type]?.saysMore?.(question.key) ?? true);
  return plan.grading.feedback === "immediate" && says && !revealed && isAnswered;
}

function checkButton(app: App, quiz: number, item: number): HTMLButtonElement {
  return button(app.text("checkAnswer"), () => app.reveal(quiz, item), "primary");
}

const isLast = (app: App, quiz: number, item: number): boolean => item === app.quiz(quiz).items.length - 1;

/** Forward is always at the same end; before the last question that is never what ends the attempt. */
function stepButtons(app: App, quiz: number, item: number): HTMLElement {
  const to = (next: number) => void app.go({ at: "quiz", quiz, item: next });
  return element(
    "div",
    { class: "actions steps" },
    item > 0 ? button(app.text("previous"), () => to(item - 1)) : undefined,
    isLast(app, quiz, item)
      ? submitButton(app, quiz, "primary")
      : button(app.text("next"), () => to(item + 1), "primary"),
  );
}

function submitButton(app: App, quiz: number, kind: "primary" | "plain"): HTMLButtonElement {
  return button(app.text("submitQuiz"), () => submit(app, quiz), kind);
}

function submit(app: App, quiz: number): void {
  const open = app.quiz(quiz).items.flatMap(({ isAnswered, question }, item) => {
    return isAnswered ? [] : [{ item, sentence: question.description }];
  });
  if (open.length === 0) app.submit(quiz);
  else askUnanswered(app, quiz, open);
}

/** The row of question numbers, each a way to its question. */
function questionList(app: App, quiz: number, item: number) {
  const { items } = app.quiz(quiz);
  const links = items.map((_, at) => {
    const link = button(String(at + 1), () => void app.go({ at: "quiz", quiz, item: at }));
    link.className = "jump";
    if (at === item) link.setAttribute("aria-current", "step");
    return link;
  });
  const count = element("p", { class: "answered" });
  return {
    node: element(
      "nav",
      { class: "jumps", "aria-label": app.text("questions") },
      count,
      element("ol", {}, ...links.map((link) => element("li", {}, link))),
    ),
    update({ items }: QuizView): void {
      for (const [at, { isAnswered: answered }] of items.entries()) {
        links[at]?.classList.toggle("is-answered", answered);
        links[at]?.setAttribute("aria-label", app.text(answered ? "jumpAnswered" : "jump", { number: at + 1 }));
      }
      const done = items.filter(({ isAnswered }) => isAnswered).length;
      count.textContent = app.text("answered", { count: done, all: items.length });
    },
  };
}
