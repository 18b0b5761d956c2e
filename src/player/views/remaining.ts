import type { App, Remaining } from "../app.ts";
import { element } from "./element.ts";
import { addressOf } from "./route.ts";

/** What stands between the learner and completion, each with its link. */
export function remainingPanel(app: App): HTMLElement {
  const open = app.remaining();
  const list = element("ul", {}, ...open.map((entry) => element("li", {}, remainingLink(app, entry))));
  return element(
    "section",
    { class: "panel left" },
    element("h2", {}, app.text("left")),
    open.length === 0 ? element("p", {}, app.text("leftNothing")) : list,
  );
}

function remainingLink(app: App, entry: Remaining): HTMLElement {
  const { title } = entry;
  if (entry.kind === "lesson") {
    const href = addressOf({ kind: "lesson", ordinal: entry.lesson });
    return element("a", { href }, app.text("leftRead", { title }));
  }
  const href = addressOf({ kind: "quiz", ordinal: entry.quiz });
  return element("a", { href }, app.text(entry.failed ? "leftRetry" : "leftQuiz", { title }));
}
