/** The outline of the package, with what is read and how the quizzes stand. */
import type { App } from "../app.ts";
import { element } from "./element.ts";
import { percent } from "./format.ts";
import { addressOf, nameOf, type Stop, stopAt, stopsOf } from "./route.ts";

/** Fills the page's navigation and keeps it up to date. */
export function outline(app: App, node: HTMLElement): { update(): void } {
  const entries = stopsOf(app.plan).map((stop) => ({ stop, ...entry(app, stop) }));
  const linkOf = new Map(entries.map(({ stop, item }) => [addressOf(stop), item]));
  const meter = element("progress", { max: String(entries.length), "aria-label": app.text("outline") });
  const count = element("p", { class: "outline-count" });
  const home = element("a", { class: "outline-home", href: "#start" }, app.text("overview"));
  const modules = app.plan.modules.map(({ title, lessons, quiz }) => {
    const stops = [
      ...lessons.map(({ ordinal }) => addressOf({ kind: "lesson", ordinal })),
      ...(quiz ? [addressOf({ kind: "quiz", ordinal: quiz.ordinal })] : []),
    ];
    const items = stops.map((address) => linkOf.get(address));
    const list = element("ul", {}, ...items);
    // A package of one module is named above already.
    return app.plan.modules.length === 1 ? list : element("section", {}, element("h2", {}, title), list);
  });
  node.replaceChildren(count, meter, home, ...modules);
  return {
    update() {
      const here = stopAt(app.plan, app.screen());
      for (const { stop, update } of entries) update(stop.kind === here?.kind && stop.ordinal === here.ordinal);
      if (app.screen().at === "start") home.setAttribute("aria-current", "page");
      else home.removeAttribute("aria-current");
      const done = entries.filter(({ stop }) => isDone(app, stop)).length;
      meter.value = done;
      count.textContent = app.text("progress", { done, all: entries.length });
    },
  };
}

function entry(app: App, stop: Stop): { readonly item: HTMLElement; update(isHere: boolean): void } {
  const state = element("span", { class: stop.kind === "quiz" ? "stop-state" : "hidden-text" });
  const link = element(
    "a",
    { href: addressOf(stop), class: "stop" },
    element("span", {}, nameOf(app, stop)),
    " ",
    state,
  );
  return {
    item: element("li", {}, link),
    update(isHere) {
      link.classList.toggle("is-done", isDone(app, stop));
      state.textContent = stateText(app, stop);
      if (isHere) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    },
  };
}

function isDone(app: App, { kind, ordinal }: Stop): boolean {
  if (kind === "lesson") return app.seen(ordinal);
  return app.quiz(ordinal).published !== undefined && app.quiz(ordinal).passed;
}

function stateText(app: App, { kind, ordinal }: Stop): string {
  if (kind === "lesson") return app.seen(ordinal) ? app.text("read") : "";
  const { status, published, passed } = app.quiz(ordinal);
  if (status === "open") return app.text("quizOpen");
  if (published === undefined) return app.text("quizNew");
  return app.text(passed ? "quizPassed" : "quizNotPassed", { score: percent(app, published) });
}
