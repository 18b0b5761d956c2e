import { describe, expect, test } from "vitest";
import { forecast } from "../../../src/forecast/forecast.ts";
import { judge } from "../../../src/forecast/judge.ts";
import type { Deserved } from "../../../src/forecast/run.ts";
import { LEARNERS } from "../../../src/forecast/scripts.ts";
import { type Asked, type Subject, updated } from "../../../src/forecast/subject.ts";
import { PROFILES } from "../../../src/lms/profiles/index.ts";
import type { Grade } from "../../../src/lms/quirks.ts";
import type { Standard } from "../../../src/questions/contract.ts";
import type { Grading } from "../../../src/tracking/policy.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";

const STANDARDS: readonly Standard[] = ["scorm12", "scorm2004"];
const questions = (...ordinals: number[]) => ordinals.map((ordinal) => ({ ordinal, choices: 4 }));
const quiz = (ordinal: number, first: number, weight = 10_000) => ({
  ordinal,
  questions: questions(...[0, 1, 2, 3, 4, 5, 6, 7].map((offset) => first + offset)),
  count: 5,
  weight,
});
const subject = (standard: Standard, grading: Partial<Grading> = {}, more: Partial<Subject> = {}): Subject => ({
  standard,
  ...packageOf([11, 12, 13], [quiz(9, 21)], { ...GRADING, ...grading }),
  ...more,
});

/** What is wrong, as "profile, learner: code". */
async function faults(of: Subject, profiles?: readonly string[]): Promise<readonly string[]> {
  const found = await forecast(of, profiles);
  return found.flatMap(({ profile, rows }) =>
    rows.flatMap(({ learner, notes }) => notes.map(({ code }) => `${profile.name}, ${learner}: ${code}`)),
  );
}
const errorsOf = async (of: Subject): Promise<readonly string[]> =>
  (await faults(of)).filter((fault) => !fault.endsWith("attempt-not-counted"));

describe.each(STANDARDS)("%s", (standard) => {
  test("under the reference policy every learner of every profile has the deserved row", async () => {
    const found = await forecast(subject(standard));
    expect(found.map(({ profile }) => profile.name)).toEqual(["plain", `moodle-${standard}`]);
    for (const { rows } of found) {
      expect(rows.map(({ learner }) => learner)).toEqual(LEARNERS.map(({ name }) => name));
      expect(rows.flatMap(({ notes }) => notes)).toEqual([]);
    }
  });

  test("the rows are what the instructor sees", async () => {
    const [plain] = await forecast(subject(standard), ["plain"]);
    const rows = Object.fromEntries(plain?.rows.map(({ learner, gradebook }) => [learner, gradebook]) ?? []);
    const passed =
      standard === "scorm12" ? { status: "passed", success: "passed" } : { status: "completed", success: "passed" };
    const open =
      standard === "scorm12"
        ? { status: "incomplete", success: "incomplete" }
        : { status: "incomplete", success: "unknown" };
    expect(rows).toEqual({
      "opened and left": open,
      "half done": open,
      failed: { ...open, score: 60 },
      "failed, then passed": { ...passed, score: 100 },
      "passed, then worse": { ...passed, score: 100 },
      "all attempts failed": { ...open, score: 60 },
      "tab killed": { ...passed, score: 100 },
      "offline at exit": { ...passed, score: 100 },
      "resumed on another device": { ...passed, score: 100 },
      "update between sessions": { ...passed, score: 100 },
    });
  });

  test.each<Partial<Grading>>([
    { attempts: 1 },
    { attempts: 0 },
    { attempts: 1, report: "passed-failed" },
    { score: "first" },
    { report: "completed-incomplete" },
    { completion: "quiz" },
    { pass: 0 },
    { feedback: "immediate" },
  ])("nothing is lost or invented with %o", async (grading) => {
    expect(await errorsOf(subject(standard, grading))).toEqual([]);
  });

  test("nor without a quiz, nor with two", async () => {
    expect(await errorsOf({ standard, ...packageOf([11, 12], []) })).toEqual([]);
    const two = packageOf([11, 12], [quiz(8, 21, 4_000), quiz(9, 41, 6_000)]);
    expect(await errorsOf({ standard, ...two })).toEqual([]);
  });
});

describe("when a protection is missing", () => {
  test("a mastery score in the manifest while attempts are left loses the later pass in Moodle", async () => {
    const found = await forecast(subject("scorm12", {}, { mastery: "80" }), ["moodle-scorm12"]);
    const notes = found.flatMap(({ rows }) => rows.flatMap((row) => row.notes));
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(["forecast/grade-lost"]));
    const lost = notes.find(({ message }) => message.includes("failed, then passed"));
    expect(lost?.message).toContain("the gradebook would hold “failed, 60%”; the learner deserves “passed, 100%”");
    expect(lost?.help).toMatch(/mastery-decides-at-finish.*attempts: 1/);
    expect(await faults(subject("scorm12", {}, { mastery: "80" }), ["plain"])).toEqual([]);
  });

  test("reporting failed while attempts are left locks them away in Moodle's SCORM 1.2", async () => {
    const found = await forecast(subject("scorm12", { report: "passed-failed" }), ["moodle-scorm12"]);
    const notes = found.flatMap(({ rows }) => rows.flatMap((row) => row.notes));
    const lost = notes.find(({ message }) => message.includes("failed, then passed"));
    expect(lost).toMatchObject({ code: "forecast/grade-lost", severity: "error" });
    expect(lost?.help).toMatch(/review-after-end.*report: passed-incomplete/);
    expect(await faults(subject("scorm12", { report: "passed-failed" }), ["plain"])).toEqual([]);
    // There it is `completion_status` that ends an attempt, and it stays incomplete.
    expect(await faults(subject("scorm2004", { report: "passed-failed" }))).toEqual([]);
  });

  test.each(STANDARDS)(
    "%s: a later attempt that a review visit does not record is told, and is no error",
    async (standard) => {
      expect(await faults(subject(standard, { score: "latest" }))).toEqual([
        `moodle-${standard}, passed, then worse: forecast/attempt-not-counted`,
      ]);
    },
  );
});

describe("the judge", () => {
  const of = subject("scorm12");
  const [profile] = PROFILES;
  const judged = (gradebook: Grade, ...deserved: readonly Deserved[]) =>
    profile && judge({ learner: "someone", gradebook, deserved, reviewed: false }, of, profile).notes[0]?.code;
  const open: Deserved = { situation: "open" };
  const passed: Deserved = { situation: "passed-done", score: 9_000 };
  const row = (status: string, score?: number): Grade => ({
    status,
    success: status,
    ...(score === undefined ? {} : { score }),
  });

  test.each<[string | undefined, Grade, readonly Deserved[]]>([
    [undefined, row("incomplete"), [open]],
    [undefined, row("passed", 90), [open, passed]],
    ["forecast/grade-invented", row("incomplete", 0), [open]],
    ["forecast/grade-invented", row("completed"), [open]],
    ["forecast/grade-invented", row("passed", 95), [open, passed]],
    ["forecast/grade-lost", row("passed"), [open, passed]],
    ["forecast/grade-lost", row("passed", 80), [open, passed]],
    ["forecast/grade-lost", row("incomplete", 90), [open, passed]],
    ["forecast/grade-lost", row("failed"), [open]],
  ])("%s", (code, gradebook, deserved) => {
    expect(judged(gradebook, ...deserved)).toBe(code);
  });
});

test("an update takes one lesson and one question of each module away and brings others", () => {
  const before = subject("scorm12");
  const after = updated(before);
  const lessons = (of: Asked) => of.plan.modules.flatMap((module) => module.lessons.map(({ ordinal }) => ordinal));
  const asked = (of: Asked) => of.pools.flatMap((pool) => pool.questions.map(({ ordinal }) => ordinal));
  expect([lessons(after), asked(after)]).toEqual([
    [12, 13, 29],
    [30, 22, 23, 24, 25, 26, 27, 28],
  ]);
  expect(after.plan.modules[0]?.quiz?.draw).toEqual([{ count: 5, items: asked(after) }]);
  const [module] = before.plan.modules;
  if (!module?.quiz) throw new Error("The package has no quiz.");
  const draw = [{ count: 5, items: [21, 22, 23], cases: [[21, 22]] }];
  const cased = { ...before, plan: { ...before.plan, modules: [{ ...module, quiz: { ...module.quiz, draw } }] } };
  expect(updated(cased).plan.modules[0]?.quiz?.draw).toEqual([{ count: 5, items: [30, 22, 23], cases: [[30, 22]] }]);
});
