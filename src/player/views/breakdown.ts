import type { App, QuizView, Tally } from "../app.ts";
import { type Child, element } from "./element.ts";
import { addressOf } from "./route.ts";

/** The result by lesson and by competency: how many questions were right, of how many. Never a verdict. */
export function breakdown(app: App, { results }: QuizView): HTMLElement | undefined {
  const lessons = new Map(
    app.plan.modules.flatMap((module) => module.lessons.map(({ ordinal, title }) => [ordinal, title])),
  );
  const line = (topic: string, { right, all }: Tally): string => app.text("topic", { topic, right, all });
  const { objectives, labels, frameworks = [] } = app.plan;
  const competencies = results.competencies.flatMap((tally) => {
    const code = objectives[tally.topic];
    return code === undefined ? [] : [line(`${code} ${labels?.[tally.topic] ?? ""}`.trim(), tally)];
  });
  const byLesson = results.lessons.flatMap((tally) => {
    const title = lessons.get(tally.topic);
    const href = addressOf({ kind: "lesson", ordinal: tally.topic });
    return title === undefined ? [] : [element("a", { href }, line(title, tally))];
  });
  if (competencies.length + byLesson.length === 0) return undefined;
  return element(
    "section",
    { class: "panel" },
    ...list(app.text("byLesson"), byLesson),
    ...list(app.text("byCompetency"), competencies, frameworks),
  );
}

function list(title: string, entries: readonly Child[], notes: readonly string[] = []): readonly HTMLElement[] {
  if (entries.length === 0) return [];
  return [
    element("h2", {}, title),
    ...notes.map((note) => element("p", { class: "eyebrow" }, note)),
    element("ul", {}, ...entries.map((entry) => element("li", {}, entry))),
  ];
}
