import type { Screen } from "../app.ts";
import { button, element } from "./element.ts";
import { neighbors, screenOf } from "./route.ts";
import type { Stage } from "./view.ts";

/** Previous and Next through the package. The first goes back to, and the last on to, the overview. */
export function pager({ app }: Stage, screen: Screen, onNext?: () => void): HTMLElement {
  const { previous, next } = neighbors(app.plan, screen);
  const to = (stop: typeof next): void => void app.go(stop ? screenOf(app, stop) : { at: "start" });
  const name = (stop: typeof next): string => {
    if (stop === undefined) return app.text("overview");
    return stop.kind === "quiz" ? app.text("quizName", { title: stop.title }) : stop.title;
  };
  const forward = button(
    app.text("next"),
    () => {
      onNext?.();
      to(next);
    },
    onNext ? "primary" : "plain",
  );
  return element(
    "div",
    { class: "pager" },
    element(
      "div",
      { class: "pager-side" },
      button(app.text("previous"), () => to(previous)),
      caption(name(previous)),
    ),
    element("div", { class: "pager-side onward" }, forward, caption(name(next))),
  );
}

function caption(title: string): HTMLElement {
  return element("span", { class: "pager-title" }, title);
}
