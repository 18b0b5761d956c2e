import type { App, QuizView, Tally } from "../app.ts";
import { type Child, element } from "./element.ts";
import { addressOf } from "./route.ts";

/**
 * The result by lesson and by competency: how many questions were right, of how many. Never a verdict. Where answers are
 * explained, only the lessons that teach what was missed are named: they are what to do next.
 */
export function breakdown(app: App, { results, explains }: QuizView): readonly HTMLElement[] {
  const { modules, objectives, labels, frameworks = [] } = app.plan;
  const titles = new Map(modules.flatMap(({ lessons }) => lessons.map(({ ordinal, title }) => [ordinal, title])));
  const line = (topic: string, { right, all }: Tally): string => app.text("topic", { topic, right, all });
  const lessons = results.lessons.flatMap((tally) => {
    const title = titles.get(tally.topic);
    const href = addressOf({ kind: "lesson", ordinal: tally.topic });
    if (title === undefined || (explains && tally.right === tally.all)) return [];
    return [element("a", { href }, line(title, tally))];
  });
  const competencies = results.competencies.flatMap((tally) => {
    const code = objectives[tally.topic];
    return code === undefined ? [] : [line(`${code} ${labels?.[tally.topic] ?? ""}`.trim(), tally)];
  });
  const byLesson = [element("h2", {}, app.text(explains ? "missed" : "byLesson")), list(lessons)];
  // Codes and their many lines are for programs: they stay folded.
  const byCompetency = element(
    "details",
    { class: "panel" },
    element("summary", {}, app.text("byCompetency")),
    ...frameworks.map((note) => element("p", { class: "eyebrow" }, note)),
    list(competencies),
  );
  return [
    ...(lessons.length > 0 ? [element("section", { class: "panel" }, ...byLesson)] : []),
    ...(competencies.length > 0 ? [byCompetency] : []),
  ];
}

function list(entries: readonly Child[]): HTMLElement {
  return element("ul", {}, ...entries.map((entry) => element("li", {}, entry)));
}
