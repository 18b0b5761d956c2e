import type { ItemView, QuizView } from "../app.ts";
import { checkCard } from "./checks.ts";
import { button, element } from "./element.ts";
import type { Stage, View } from "./view.ts";

/** Keeps the order of choices apart from the one in the quiz. */
const AGAIN = 1;

/** The graded questions of the submitted attempt that were not wholly right. */
export function missedItems({ items }: QuizView): readonly ItemView[] {
  return items.filter(({ mark, question }) => mark && question.points > 0 && mark.earned < mark.possible);
}

/** What was missed, once more: marked on the page alone, nothing is recorded. */
export function practiceView(stage: Stage, quiz: number): View {
  const { app } = stage;
  const view = app.quiz(quiz);
  const missed = view.explains ? missedItems(view) : [];
  const heading = element("h1", { tabindex: "-1" }, app.text("practice"));
  const cards = missed.map(({ question, seed }, index) => {
    const label = app.text("question", { number: index + 1, all: missed.length });
    return checkCard(stage, question, { name: `practice-${question.ordinal}`, label, seed: seed + AGAIN }).node;
  });
  const back = button(app.text("result"), () => void app.go({ at: "result", quiz }), "primary");
  const node = element(
    "div",
    { class: "review" },
    element("p", { class: "eyebrow" }, view.plan.title),
    heading,
    element("p", {}, app.text("practiceHelp")),
    ...cards,
    element("div", { class: "actions" }, back),
  );
  return { node, heading };
}
