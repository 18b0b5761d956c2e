import type { App, QuizView, Tally } from "../app.ts";
import { type Child, element } from "./element.ts";
import { addressOf } from "./route.ts";

/** The result by competency and by lesson: how many questions were right, of how many. Never a verdict. */
export function breakdown(app: App, { results }: QuizView): HTMLElement | undefined {
  const lessons = new Map(
    app.plan.modules.flatMap((module) => module.lessons.map(({ ordinal, title }) => [ordinal, title])),
  );
  const line = (topic: string, { right, all }: Tally): string => app.text("topic", { topic, right, all });
  const competencies = results.competencies.flatMap((tally) => {
    const code = app.plan.objectives[tally.topic];
    return code === undefined ? [] : [line(code, tally)];
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
    ...list(app.text("byCompetency"), competencies),
    ...list(app.text("byLesson"), byLesson),
  );
}

function list(title: string, entries: readonly Child[]): readonly HTMLElement[] {
  if (entries.length === 0) return [];
  return [element("h2", {}, title), element("ul", {}, ...entries.map((entry) => element("li", {}, entry)))];
}
