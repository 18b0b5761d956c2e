/** Learners who do anything at any time, in an LMS that fails at any time: what must never happen, does not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Device, simulatedDevice } from "../../../src/forecast/device.ts";
import { type LearnerPage, pass, visit } from "../../../src/forecast/page.ts";
import { createTestLms, type Faults, type TestLms } from "../../../src/lms/lms.ts";
import type { Profile } from "../../../src/lms/profile.ts";
import { PROFILES } from "../../../src/lms/profiles/index.ts";
import type { Standard } from "../../../src/questions/contract.ts";
import { budgetOf } from "../../../src/tracking/budget.ts";
import { decodeState } from "../../../src/tracking/codec.ts";
import type { LearnerState } from "../../../src/tracking/state.ts";
import { GRADING, type Package, packageOf } from "../tracking/arbitrary.ts";

const QUIZ = 9;
const questions = (...ordinals: number[]) => ordinals.map((ordinal) => ({ ordinal, choices: 3 }));
const quiz = (...ordinals: number[]) => ({
  ordinal: QUIZ,
  questions: questions(...ordinals),
  count: 3,
  weight: 10_000,
});
/** The package, and what it becomes: a lesson and two questions go, others come. */
const OLD = packageOf([11, 12], [quiz(1, 2, 3, 4, 5, 6)], GRADING);
const NEW = packageOf([12, 13], [quiz(2, 3, 5, 6, 7, 8)], GRADING);
const LIMIT = 3_800;

type Step =
  | { readonly do: "read"; readonly lesson: number }
  | { readonly do: "answer"; readonly item: number; readonly right: boolean }
  | { readonly do: "begin" | "submit" | "hide" | "show" | "freeze" | "leave" | "reload" | "kill" | "update" }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "fault"; readonly fault: "commitFails" | "setThrows" | "sessionExpired"; readonly on: boolean }
  | { readonly do: "mode"; readonly mode: Faults["mode"]; readonly blank: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("read" as const), lesson: fc.constantFrom(11, 12, 13) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("answer" as const), item: fc.nat(2), right: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "begin",
        "begin",
        "submit",
        "submit",
        "hide",
        "show",
        "freeze",
        "leave",
        "reload",
        "kill",
        "update",
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("wait" as const), milliseconds: fc.constantFrom(50, 3_000, 90_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom("commitFails", "setThrows", "sessionExpired"),
      on: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("mode" as const),
      mode: fc.constantFrom(undefined, undefined, "browse", "review"),
      blank: fc.boolean(),
    }),
  },
);

/** One learner's life, and what the test itself knows of it. */
interface Life {
  readonly standard: Standard;
  readonly lms: TestLms;
  readonly platform: Device;
  course: Package;
  opened: boolean;
  page: LearnerPage | undefined;
  /** Attempts that were ever submitted on a page that records. */
  submitted: number;
  /** The most attempts that the LMS confirmed. */
  confirmed: number;
  /** The best status seen in the LMS, and how many attempts had been submitted then. */
  passedAt: number | undefined;
}

async function open(life: Life): Promise<void> {
  const api = life.opened ? life.lms.relaunch() : life.lms.api;
  life.opened = true;
  const { standard, platform, course } = life;
  platform.drop();
  platform.clock.resume();
  life.page = await visit({ standard, ...course, api, platform });
}

async function act(life: Life, what: Step): Promise<void> {
  if (life.page === undefined) await open(life);
  const { page } = life;
  if (page === undefined) return;
  const { app, events } = page;
  switch (what.do) {
    case "read": {
      const known = life.course.plan.modules.some(({ lessons }) =>
        lessons.some(({ ordinal }) => ordinal === what.lesson),
      );
      if (!known || app.screen().at === "left") return;
      await app.go({ at: "lesson", lesson: what.lesson });
      return app.reachEnd(what.lesson);
    }
    case "begin":
      return app.screen().at === "left" ? undefined : app.begin(QUIZ);
    case "answer":
      return app.screen().at === "left" ? undefined : app.answer(QUIZ, what.item, what.right ? [1] : [2]);
    case "submit": {
      if (app.screen().at === "left") return;
      const open = app.quiz(QUIZ).status === "open" && app.quiz(QUIZ).items.length > 0;
      app.submit(QUIZ);
      if (open && !app.readOnly) life.submitted += 1;
      return;
    }
    case "hide":
      return events.hide();
    case "show":
      return events.show();
    case "freeze":
      events.pagehide(true);
      return events.pageshow();
    case "leave":
      return app.screen().at === "left" ? undefined : app.leave();
    case "reload":
    case "update":
      events.pagehide(false);
      life.page = undefined;
      if (what.do === "update") life.course = life.course === OLD ? NEW : OLD;
      return open(life);
    case "kill":
      // The process dies: no event at all.
      life.page = undefined;
      return open(life);
    case "wait":
      return pass(life.platform, what.milliseconds);
    case "fault":
      life.lms.faults[what.fault] = what.on;
      return;
    case "mode":
      life.lms.faults.mode = what.mode;
      life.lms.faults.blankMode = what.blank;
      return;
  }
}

/** What must hold after every step. */
function judge(life: Life, profile: Profile): void {
  const record = life.lms.record();
  expect(record.violations).toEqual([]);
  const sessions = record.calls.filter(({ call }) => call === "Finish").length;
  expect(sessions).toBeLessThanOrEqual(record.launches);
  if (record.grade.score !== undefined) expect(life.submitted).toBeGreaterThan(0);

  const text = record.stored["cmi.suspend_data"] ?? "";
  expect(text.length).toBeLessThanOrEqual(LIMIT);
  const stored = stateOf(text);
  const attempts = stored?.quizzes[0]?.scores?.count ?? 0;
  expect(attempts).toBeGreaterThanOrEqual(life.confirmed);
  life.confirmed = attempts;

  const passed = record.grade.success === "passed";
  if (
    !passed &&
    life.passedAt !== undefined &&
    !profile.quirks.some(({ name }) => name === "mastery-decides-at-finish")
  ) {
    expect(life.submitted).toBeGreaterThan(life.passedAt);
  }
  life.passedAt = passed ? life.submitted : undefined;
}

function stateOf(text: string): LearnerState | undefined {
  const decoded = decodeState(text, OLD.plan.identifier);
  return decoded.kind === "state" ? decoded.state : undefined;
}

const CASES = PROFILES.flatMap((profile) => profile.standards.map((standard) => ({ profile, standard })));

describe.each(CASES)("$profile.name, $standard", ({ profile, standard }) => {
  test("no score without an answer, no answer lost, no status taken back, nothing illegal", async () => {
    // Two profiles a standard: together 10,000 lives each.
    const numRuns = 5_000;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const lms = createTestLms({ standard, profile });
        const life: Life = {
          ...{ standard, lms, platform: simulatedDevice(), course: OLD, opened: false, page: undefined },
          ...{ submitted: 0, confirmed: 0, passedAt: undefined },
        };
        await open(life);
        for (const what of steps) {
          await act(life, what);
          await pass(life.platform, 20);
          judge(life, profile);
        }
        await comesBack(life);
      }),
      { numRuns, seed: 20_261_122 },
    );
  }, 300_000);
});

/** When the LMS works again, all that was done is there at the next launch on the same device. */
async function comesBack(life: Life): Promise<void> {
  Object.assign(life.lms.faults, { commitFails: false, setThrows: false, sessionExpired: false });
  life.page?.events.show();
  await pass(life.platform, 200_000);
  const page = life.page;
  if (page === undefined || page.app.readOnly) return;
  const before = page.record.state();
  expect(stateOf(life.lms.record().stored["cmi.suspend_data"] ?? "")?.sequence).toBe(before.sequence);
}

test("the worst case of these packages is within the budget", () => {
  for (const { plan, pools } of [OLD, NEW]) {
    expect(budgetOf(plan, pools, { highest: 13, retired: 2 }).characters).toBeLessThan(LIMIT);
  }
});
