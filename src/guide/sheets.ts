/** Check-off sheets: what an evaluator takes in hand, one sheet a skill. */
import type { CheckOff } from "../model/papers.ts";
import { type Desk, lessonsOf } from "./desk.ts";
import { fill } from "./words.ts";

type Entry = CheckOff["steps"][number];
type Step = Extract<Entry, { readonly step: string }>;

/** Sheets as HTML, in the order of their lessons in the course; those of no lesson come last. */
export function sheetsBody(sheets: readonly CheckOff[], desk: Desk): string {
  const order = lessonsOf(desk.course).map(({ module, lesson }) => `${module.id}/${lesson.key}`);
  const rank = ({ lessons }: CheckOff): number => {
    const at = order.indexOf(lessons[0] ?? "");
    return at < 0 ? order.length : at;
  };
  return [...sheets]
    .sort((a, b) => rank(a) - rank(b))
    .map((sheet) => desk.templates.render("guide/sheet", sheetView(sheet, desk)))
    .join("");
}

function sheetView(sheet: CheckOff, desk: Desk): object {
  const { words, course } = desk;
  const { id, title, minutes, record, scenario, places, reviewed = "" } = sheet;
  const attempts = Array.from({ length: sheet.attempts }, (_, at) => fill(words.attempt, { number: at + 1 }));
  const steps = sheet.steps.filter(isStep);
  const all = steps.reduce((sum, { points }) => sum + points, 0);
  const allowed = minutes === 1 ? words.allowedOne : fill(words.allowed, { count: minutes ?? 0 });
  return {
    ...{ id, title, attempts, words, reviewed: reviewed && fill(words.reviewed, { date: reviewed }) },
    course: course.title,
    version: course.version,
    competencies: sheet.competencies.map((code) => competencyView(code, desk)),
    lessons: lessonTitles(sheet, desk).join("; "),
    supplies: sheet.supplies.map((text) => desk.inline(text, places.supplies)),
    scenario: scenario === undefined ? "" : desk.inline(scenario, places.scenario),
    allowed: minutes === undefined ? "" : allowed,
    rows: rowsOf(sheet, desk),
    columns: sheet.attempts + 3,
    hasCritical: steps.some(({ critical }) => critical),
    total: fill(words.total, { all }),
    scored: [
      // A share that is no whole number of points is reached by the next whole one.
      fill(words.scoredPlain, { need: Math.ceil((all * sheet.pass) / 10_000), all, pass: sheet.pass / 100 }),
      ...(steps.some(({ critical }) => critical) ? [words.scoredCritical] : []),
    ],
    record: record === undefined ? "" : desk.inline(record, places.record),
    sources: sheet.sources.map(({ title, publisher = "", year = "", url = "" }) => ({ title, publisher, year, url })),
  };
}

const isStep = (entry: Entry): entry is Entry & Step => "step" in entry;

function rowsOf({ steps }: CheckOff, desk: Desk): readonly object[] {
  let number = 0;
  return steps.map((entry) => {
    if (!isStep(entry)) return { heading: entry.heading };
    number += 1;
    const { step, why, critical, points, place } = entry;
    const texts = { step: desk.inline(step, place), why: why === undefined ? "" : desk.inline(why, place) };
    return { heading: "", number, ...texts, critical, points };
  });
}

function competencyView(code: string, { competency, words }: Desk): object {
  const known = competency(code);
  return {
    ...{ code, label: known?.label ?? "", framework: known?.framework.id ?? "" },
    note: known && !known.framework.official ? words.notOfficial : "",
  };
}

function lessonTitles({ lessons }: CheckOff, { course }: Desk): readonly string[] {
  const known = new Map(lessonsOf(course).map(({ module, lesson }) => [`${module.id}/${lesson.key}`, lesson.title]));
  return lessons.flatMap((name) => known.get(name) ?? []);
}
