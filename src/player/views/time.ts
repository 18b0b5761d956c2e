/** The time limit of a quiz: what is said before it begins, and what is left of it. */
import type { QuizPlan } from "../../tracking/plan.ts";
import { allowedSeconds } from "../../tracking/timing.ts";
import type { App } from "../app.ts";
import { button, element } from "./element.ts";

/** Minutes left at which the time is announced to those who do not look at it. */
const ANNOUNCED = [10, 5, 1];

const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

/** What a learner must know of the time before the quiz begins. */
export function timeFacts(app: App, { limit }: QuizPlan): readonly string[] {
  return limit ? [app.text("introTime", { count: minutesOf(limit.seconds) })] : [];
}

/** The choice of a longer time, where the author allows it. */
export function timeChoice(
  app: App,
  { ordinal, limit }: QuizPlan,
): {
  readonly nodes: readonly HTMLElement[];
  /** In hundredths. */
  factor(): number;
} {
  if (!limit || limit.factors.length === 0) return { nodes: [], factor: () => 100 };
  const choices = [100, ...limit.factors].map((factor, at) => {
    const input = element("input", { type: "radio", name: `time-${ordinal}`, value: String(factor) });
    input.checked = at === 0;
    const minutes = app.text("timeMinutes", { count: minutesOf(allowedSeconds(limit, factor)) });
    return { factor, input, node: element("li", { class: "choice" }, element("label", {}, input, minutes)) };
  });
  const legend = element("legend", {}, app.text("timeChoice"));
  const list = element("ul", { class: "choices" }, ...choices.map(({ node }) => node));
  return {
    nodes: [element("fieldset", { class: "question" }, legend, list)],
    factor: () => choices.find(({ input }) => input.checked)?.factor ?? 100,
  };
}

/** The minutes that are left, which the learner may hide; announced a few times, never counted down aloud. */
export function timePanel(app: App, quiz: number): { readonly node: HTMLElement | undefined; update(): void } {
  if (app.quiz(quiz).timeLeft === undefined) return { node: undefined, update: () => undefined };
  const shown = element("span", {});
  const announced = element("span", { class: "hidden-text", role: "status" });
  const toggle = button(app.text("timeHide"), () => {
    shown.hidden = !shown.hidden;
    toggle.textContent = app.text(shown.hidden ? "timeShow" : "timeHide");
  });
  let before: number | undefined;
  const update = (): void => {
    const { timeLeft } = app.quiz(quiz);
    if (timeLeft === undefined) return;
    const minutes = minutesOf(timeLeft);
    const text = app.text("timeLeft", { count: minutes });
    shown.textContent = text;
    const last = before;
    before = minutes;
    if (last !== undefined && ANNOUNCED.some((at) => minutes <= at && last > at)) announced.textContent = text;
  };
  update();
  return { node: element("div", { class: "actions timer" }, shown, toggle, announced), update };
}
