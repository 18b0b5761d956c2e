import type { ItemView } from "../app.ts";
import { button, element } from "./element.ts";
import { questionCard } from "./question-card.ts";
import { addressOf } from "./route.ts";
import type { Stage, View } from "./view.ts";

/** All questions of the latest attempt with the learner's answers, the right ones and why they are right. */
export function reviewView(stage: Stage, quiz: number): View {
  const { app } = stage;
  const { items, plan } = app.quiz(quiz);
  const heading = element("h1", { tabindex: "-1" }, app.text("reviewAnswers"));
  const back = button(app.text("result"), () => void app.go({ at: "result", quiz }), "primary");
  const node = element(
    "div",
    { class: "review" },
    element("p", { class: "eyebrow" }, plan.title),
    heading,
    ...items.map((item, index) => reviewCard(stage, withoutRepeat(item, items[index - 1]), index + 1, items.length)),
    element("div", { class: "actions" }, back),
  );
  return { node, heading };
}

/** The questions of a case stand one below the other: only the first needs its text. */
function withoutRepeat(item: ItemView, before: ItemView | undefined): ItemView {
  const { case: of, ...question } = item.question;
  return of && of.number === before?.question.case?.number ? { ...item, question } : item;
}

function reviewCard(stage: Stage, item: ItemView, number: number, all: number): HTMLElement {
  const { app } = stage;
  const { question, response, mark, seed } = item;
  const name = `review-${question.ordinal}`;
  const label = app.text("question", { number, all });
  // Every control is locked below, so nothing can change.
  const card = questionCard(stage, {
    question,
    label,
    hideLabel: false,
    name,
    response,
    seed,
    explains: false,
    onChange: () => undefined,
  });
  if (mark === undefined) card.bound.reveal(response, { text: app.text, showKey: false });
  else card.explain(response, mark).removeAttribute("tabindex");
  const lesson = app.plan.modules.flatMap(({ lessons }) => lessons).find(({ ordinal }) => ordinal === question.lesson);
  if (lesson !== undefined) {
    const href = addressOf({ kind: "lesson", ordinal: lesson.ordinal });
    card.node.append(
      element("p", { class: "teach" }, element("a", { href }, app.text("readAgain", { title: lesson.title }))),
    );
  }
  return card.node;
}
