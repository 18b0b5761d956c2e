/** The reference course keeps what its outline promises: see modules/ and docs/format.md. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../src/build.ts";
import { folder } from "../../src/load/source.ts";
import type { Question } from "../../src/model/course.ts";
import { statsOf } from "../../src/stats.ts";

const outcome = await check(folder(fileURLToPath(new URL("../../modules", import.meta.url))));
if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes, undefined, 2));
const { course, papers } = outcome.value;
const stats = statsOf({ ...course, ...papers });
const lessons = course.modules.flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })));
const questions = course.modules.flatMap(({ quiz }) => quiz?.questions ?? []);
/** What checks of skills on sheets alone can say. */
const sheets = papers?.checkOffs ?? [];

test("no rule finds anything, and nothing is suppressed", () => {
  expect(outcome.notes).toEqual([]);
});

test("four modules hold the forty lessons of the outline", () => {
  expect(course.modules.map(({ id, lessons }) => [id, lessons.length])).toEqual([
    ["duties", 13],
    ["ethics", 7],
    ["terminology", 10],
    ["career", 10],
  ]);
});

describe.each(stats.modules.flatMap(({ module, lessons }) => lessons.map((lesson) => ({ ...lesson, module }))))(
  "$module/$lesson",
  ({ module, lesson: key, words, grade }) => {
    const lesson = lessons.find((each) => each.module.id === module && each.lesson.key === key)?.lesson;

    test("teaches in 500 to 900 words that a first-term student can read", () => {
      expect(words).toBeGreaterThanOrEqual(500);
      expect(words).toBeLessThanOrEqual(900);
      expect(grade).toBeGreaterThanOrEqual(8);
      expect(grade).toBeLessThanOrEqual(11);
    });

    test("has objectives, terms, a scenario, checks, sources and dates", () => {
      expect(lesson?.objectives.length).toBeGreaterThanOrEqual(2);
      expect(lesson?.objectives.length).toBeLessThanOrEqual(4);
      expect(lesson?.terms).not.toEqual([]);
      expect(lesson?.body).toMatch(/^:{3,}scenario/m);
      expect(lesson?.checks.length).toBeGreaterThanOrEqual(2);
      expect(lesson?.sources).not.toEqual([]);
      expect(lesson?.reviewed).toBeDefined();
      expect(lesson?.reviewBy).toBeDefined();
    });

    test("is asked about in its module's quiz and in the examination", () => {
      const about = course.modules
        .find(({ id }) => id === module)
        ?.quiz?.questions.filter((question) => question.lesson === key);
      expect(about?.some(({ use }) => use === "quiz")).toBe(true);
      expect(about?.some(({ use }) => use === "exam")).toBe(true);
    });
  },
);

describe.each([
  { id: "duties", least: 40 },
  { id: "ethics", least: 40 },
  { id: "terminology", least: 80 },
  { id: "career", least: 40 },
])("the quiz of $id", ({ id, least }) => {
  const quiz = course.modules.find((module) => module.id === id)?.quiz;
  const asked = quiz?.questions.filter(({ use }) => use !== "exam") ?? [];

  test(`has ${least} questions, and each pool twice what is drawn of it`, () => {
    expect(asked.length).toBeGreaterThanOrEqual(least);
    for (const { items, count } of quiz?.draw ?? []) expect(items.length).toBeGreaterThanOrEqual(2 * count);
  });

  test("applies rather than recalls in at least half of them", () => {
    expect(stats.modules.find(({ module }) => module === id)?.applied).toBeGreaterThanOrEqual(50);
  });
});

test("every question has a rationale, a competency, a level and a lesson", () => {
  const bare = ({ rationale, competencies, supports, bloom, lesson }: Question): boolean =>
    rationale === undefined || competencies.length + supports.length === 0 || !bloom || !lesson;
  expect(questions.filter(bare).map(({ id }) => id)).toEqual([]);
});

test("every type that a machine marks is used", () => {
  const marked = ["single", "multiple", "true-false", "blank", "numeric", "matching", "ordering", "categorize"];
  const used = new Set(questions.map(({ type }) => type));
  expect([...marked, "hotspot", "build", "scenario"].filter((type) => !used.has(type))).toEqual([]);
  expect(questions.some((question) => question.case)).toBe(true);
});

test("the examination draws sixty by the outline's shares, of at least twice as many", () => {
  const wishes = course.exam?.quiz?.draw.flatMap((stratum) => stratum.wishes ?? [stratum]) ?? [];
  const shares = wishes.filter(({ pool }) => pool.startsWith("module: "));
  expect(shares.map(({ pool, count }) => [pool, count])).toEqual([
    ["module: duties", 24],
    ["module: ethics", 12],
    ["module: terminology", 18],
    ["module: career", 6],
  ]);
  for (const { items, count } of shares) expect(items.length).toBeGreaterThanOrEqual(2 * count);
});

test("every competency has a place: a lesson that teaches it or prepares for it, or a sheet that assesses it", () => {
  const placed = new Set([
    ...lessons.flatMap(({ lesson }) => [...lesson.competencies, ...lesson.supports]),
    ...questions.flatMap(({ competencies, supports }) => [...competencies, ...supports]),
    ...sheets.flatMap(({ competencies }) => competencies),
  ]);
  const [framework] = course.frameworks;
  expect(framework?.competencies.length).toBe(158);
  expect(framework?.competencies.map(({ code }) => code).filter((code) => !placed.has(code))).toEqual([]);
});

test("lessons and questions only prepare for what a sheet must assess", () => {
  const skill = /\.P\.|^A\./;
  const claims = [...lessons.map(({ lesson }) => ({ id: lesson.key, ...lesson })), ...questions];
  expect(
    claims.filter(({ competencies }) => competencies.some((code) => skill.test(code))).map(({ id }) => id),
  ).toEqual([]);
});

test("the glossary explains 250 terms, 200 of them with their parts, in decks", () => {
  expect(course.glossary.length).toBeGreaterThanOrEqual(250);
  expect(course.glossary.filter(({ parts }) => parts.length > 0).length).toBeGreaterThanOrEqual(200);
  expect(new Set(course.glossary.flatMap(({ decks }) => decks)).size).toBeGreaterThanOrEqual(8);
});

test("at least twelve skills have a sheet with critical steps", () => {
  expect(sheets.length).toBeGreaterThanOrEqual(12);
  for (const { steps } of sheets) expect(steps.some((step) => "critical" in step && step.critical)).toBe(true);
});

test("every lesson has teaching notes", () => {
  const hasNotes = ({ module, lesson }: (typeof lessons)[number]) =>
    papers?.teaching.get(module.id)?.lessons.has(lesson.key) === true;
  expect(lessons.filter((each) => !hasNotes(each)).map(({ lesson }) => lesson.key)).toEqual([]);
});
