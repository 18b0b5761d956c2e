/** A quiz that is not under way: what awaits the learner, or how it went. */
import type { App, QuizView } from "../app.ts";
import { breakdown } from "./breakdown.ts";
import { button, element } from "./element.ts";
import { percent } from "./format.ts";
import { pager } from "./pager.ts";
import { missedItems } from "./practice.ts";
import { receiptPanel } from "./receipt.ts";
import { remainingPanel } from "./remaining.ts";
import { nameOf } from "./route.ts";
import { timeChoice, timeFacts } from "./time.ts";
import type { Stage, View } from "./view.ts";

/** What a new quiz asks for, or the result of the latest attempt. */
export function resultView(stage: Stage, quiz: number): View {
  const { app } = stage;
  const view = app.quiz(quiz);
  const isNew = view.status === "new";
  const title = isNew ? nameOf(app, { kind: "quiz", ...view.plan }) : app.text("result");
  const heading = element("h1", { tabindex: "-1" }, title);
  const receipt = receiptPanel(app);
  const parts = isNew ? introduction(app, view) : [...outcome(app, view), receipt.node];
  const node = element(
    "div",
    { class: "result" },
    isNew ? undefined : element("p", { class: "eyebrow" }, view.plan.title),
    heading,
    ...parts,
    pager(stage, { at: "result", quiz }),
  );
  return { node, heading, update: receipt.update };
}

function introduction(app: App, view: QuizView): readonly HTMLElement[] {
  const facts = [
    app.text("introLength", { count: view.length }),
    app.text("introPass", { pass: percent(app, view.pass) }),
    ...attemptFacts(app, view),
    ...timeFacts(app, view.plan),
  ];
  const time = timeChoice(app, view.plan);
  const begin = () => void app.begin(view.plan.ordinal, time.factor());
  return [
    factList(facts),
    element("p", {}, app.text("introBegin")),
    ...time.nodes,
    element("div", { class: "actions" }, button(app.text("startQuiz"), begin, "primary")),
  ];
}

function outcome(app: App, view: QuizView): readonly (HTMLElement | undefined)[] {
  const { published = 0, latest = 0, passed, pass, attempt, plan } = view;
  const score = app.text("score", { score: percent(app, published), pass: percent(app, pass) });
  const number = { number: attempt, all: plan.grading.attempts };
  const facts = [
    app.text(plan.grading.attempts > 0 ? "attemptOf" : "attempt", number),
    ...(latest === published ? [] : [app.text("thisAttempt", { score: percent(app, latest) })]),
    ...attemptFacts(app, view),
    ...(view.timeUp ? [app.text("timeUp")] : []),
  ];
  const policy = plan.grading.feedback;
  return [
    element(
      "div",
      { class: `score ${passed ? "passed" : "not-passed"}` },
      element("p", { class: "verdict" }, app.text(passed ? "passed" : "notPassed")),
      element("p", { class: "points" }, score),
    ),
    factList(facts),
    view.explains ? undefined : element("p", {}, app.text(policy === "never" ? "explain-never" : "explain-after-pass")),
    ...outcomeButtons(app, view),
    ...breakdown(app, view),
    remainingPanel(app),
  ];
}

function outcomeButtons(app: App, view: QuizView): readonly HTMLElement[] {
  const { plan, passed, attemptsLeft, explains } = view;
  const quiz = plan.ordinal;
  const time = timeChoice(app, plan);
  const begin = () => void app.begin(quiz, time.factor());
  const again = button(app.text("tryAgain"), begin, passed ? "plain" : "primary");
  const practice = button(app.text("practice"), () => void app.go({ at: "practice", quiz }));
  const review = button(
    app.text("reviewAnswers"),
    () => void app.go({ at: "review", quiz }),
    passed ? "primary" : "plain",
  );
  const shown = [
    ...(attemptsLeft > 0 ? [again] : []),
    ...(explains ? [review] : []),
    ...(explains && missedItems(view).length > 0 ? [practice] : []),
  ];
  return [...(attemptsLeft > 0 ? time.nodes : []), element("div", { class: "actions" }, ...shown)];
}

function attemptFacts(app: App, { plan, attemptsLeft }: QuizView): readonly string[] {
  const { attempts, score } = plan.grading;
  const left = attemptsLeft === 0 ? "attemptsNone" : Number.isFinite(attemptsLeft) ? "attemptsLeft" : "attemptsAny";
  return [app.text(left, { count: attemptsLeft }), ...(attempts === 1 ? [] : [app.text(`counts-${score}`)])];
}

function factList(facts: readonly string[]): HTMLElement {
  return element("ul", { class: "facts" }, ...facts.map((fact) => element("li", {}, fact)));
}
