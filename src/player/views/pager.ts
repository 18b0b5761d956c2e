import type { Screen } from "../app.ts";
import { button, element } from "./element.ts";
import { nameOf, neighbors, screenOf } from "./route.ts";
import type { Stage } from "./view.ts";

/** Previous and Next through the package. The first goes back to, and the last on to, the overview. */
export function pager({ app }: Stage, screen: Screen, onNext?: () => void): HTMLElement {
  const { previous, next } = neighbors(app.plan, screen);
  const to = (stop: typeof next): void => void app.go(stop ? screenOf(app, stop) : { at: "start" });
  const name = (stop: typeof next): string => (stop ? nameOf(app, stop) : app.text("overview"));
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
    // An examination has nothing behind it: one way back is enough.
    previous || next || onNext
      ? element("div", { class: "pager-side onward" }, forward, caption(name(next)))
      : undefined,
  );
}

function caption(title: string): HTMLElement {
  return element("span", { class: "pager-title" }, title);
}
