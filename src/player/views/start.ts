import type { App } from "../app.ts";
import { element } from "./element.ts";
import { remainingPanel } from "./remaining.ts";
import { type Stop, screenOf, stopsOf } from "./route.ts";
import type { Stage, View } from "./view.ts";

/** The start page, which the build has rendered: its button leads on, and a panel says what is left. */
export function startView({ app }: Stage, node: HTMLElement): View {
  const begin = node.querySelector<HTMLButtonElement>("#start-button");
  const panel = element("div");
  node.append(panel);
  const update = (): void => {
    const begun = stopsOf(app.plan).some((stop) => isTouched(app, stop));
    const way = nextStop(app) ? "resume" : "lookAgain";
    if (begin) begin.textContent = app.text(begun ? way : "start");
    panel.replaceChildren(...(begun ? [remainingPanel(app)] : []));
  };
  begin?.addEventListener("click", () => {
    const next = nextStop(app) ?? stopsOf(app.plan)[0];
    if (next) void app.go(screenOf(app, next));
  });
  update();
  return { node, heading: node.querySelector("h1") ?? node, update };
}

function isTouched(app: App, { kind, ordinal }: Stop): boolean {
  return kind === "lesson" ? app.seen(ordinal) : app.quiz(ordinal).status !== "new";
}

/** A quiz under way, else the first thing that is left. */
function nextStop(app: App): Stop | undefined {
  const stops = stopsOf(app.plan);
  const [first] = app.remaining();
  return (
    stops.find(({ kind, ordinal }) => kind === "quiz" && app.quiz(ordinal).status === "open") ??
    stops.find(
      ({ kind, ordinal }) => first?.kind === kind && ordinal === (first.kind === "lesson" ? first.lesson : first.quiz),
    )
  );
}
