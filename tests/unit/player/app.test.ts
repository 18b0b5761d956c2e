import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import { pass, visit } from "../../../src/forecast/page.ts";
import type { App } from "../../../src/player/app.ts";
import type { Standard } from "../../../src/questions/contract.ts";
import type { Grading } from "../../../src/tracking/policy.ts";
import { readReceipt } from "../../../src/tracking/receipt.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";
import { type FakeApi, fakeApi } from "./session/fake-api.ts";

const QUIZ = 9;
const questions = [1, 2, 3, 4, 5, 6].map((ordinal) => ({ ordinal, choices: 4 }));
const course = (grading: Partial<Grading> = {}) =>
  packageOf([11, 12], [{ ordinal: QUIZ, questions, count: 4, weight: 10_000 }], { ...GRADING, ...grading });

/** The LMS at the learner's next launch: what was stored, and the entry that follows. */
function relaunch(standard: Standard, api: FakeApi, changes: Record<string, string> = {}): FakeApi {
  const entry = standard === "scorm12" ? "cmi.core.entry" : "cmi.entry";
  return fakeApi(standard, { ...Object.fromEntries(api.values), [entry]: "resume", ...changes });
}
const fresh = (standard: Standard): FakeApi =>
  fakeApi(standard, {
    "cmi.core.student_id": "s1",
    "cmi.learner_id": "s1",
    "cmi.core.entry": "ab-initio",
    "cmi.entry": "ab-initio",
  });

/** Takes the quiz with the first choice, which is right, for so many questions, and a wrong one for the rest. */
async function take(app: App, right: number): Promise<void> {
  await app.begin(QUIZ);
  const { length } = app.quiz(QUIZ);
  for (let item = 0; item < length; item += 1) app.answer(QUIZ, item, item < right ? [1] : [2]);
  app.submit(QUIZ);
}
async function read(app: App): Promise<void> {
  for (const lesson of [11, 12]) {
    await app.go({ at: "lesson", lesson });
    app.reachEnd(lesson);
  }
}
const status = (standard: Standard, api: FakeApi): string =>
  standard === "scorm12"
    ? (api.values.get("cmi.core.lesson_status") ?? "")
    : `${api.values.get("cmi.completion_status")}/${api.values.get("cmi.success_status")}`;
const score = (standard: Standard, api: FakeApi) =>
  api.values.get(standard === "scorm12" ? "cmi.core.score.raw" : "cmi.score.raw");

describe.each(["scorm12", "scorm2004"] as const)("%s", (standard) => {
  const open = standard === "scorm12" ? "incomplete" : "incomplete/unknown";
  const done = standard === "scorm12" ? "passed" : "completed/passed";

  test("opening writes exit and an open status, and no score", async () => {
    const api = fresh(standard);
    await visit({ standard, ...course(), api: api.object });
    expect([status(standard, api), score(standard, api)]).toEqual([open, undefined]);
    expect(api.values.get(standard === "scorm12" ? "cmi.core.exit" : "cmi.exit")).toBe("suspend");
  });

  test("fail, come back, retake, pass: the LMS holds each in turn", async () => {
    const api = fresh(standard);
    const first = await visit({ standard, ...course(), api: api.object });
    await read(first.app);
    await take(first.app, 2);
    await pass(first.platform, 5_000);
    expect([status(standard, api), score(standard, api)]).toEqual([open, "50"]);
    first.app.leave();
    await pass(first.platform, 1_000);

    const again = relaunch(standard, api);
    const second = await visit({ standard, ...course(), api: again.object });
    expect(second.app.screen()).toEqual({ at: "result", quiz: QUIZ });
    expect(second.app.quiz(QUIZ)).toMatchObject({ status: "submitted", latest: 5_000, passed: false, attemptsLeft: 2 });
    await take(second.app, 4);
    await pass(second.platform, 5_000);
    expect([status(standard, again), score(standard, again)]).toEqual([done, "100"]);
    expect(second.app.remaining()).toEqual([]);
  });

  test("leaving in the middle brings back the same questions, answers and place", async () => {
    const api = fresh(standard);
    const first = await visit({ standard, ...course(), api: api.object });
    await first.app.begin(QUIZ);
    first.app.answer(QUIZ, 0, [2]);
    await first.app.go({ at: "quiz", quiz: QUIZ, item: 1 });
    first.app.answer(QUIZ, 1, [1, 3]);
    const before = first.app.quiz(QUIZ).items.map(({ question, response, seed }) => [question.ordinal, response, seed]);
    first.app.leave();
    await pass(first.platform, 1_000);

    const second = await visit({ standard, ...course(), api: relaunch(standard, api).object });
    expect(second.app.screen()).toEqual({ at: "quiz", quiz: QUIZ, item: 1 });
    const after = second.app.quiz(QUIZ).items.map(({ question, response, seed }) => [question.ordinal, response, seed]);
    expect(after).toEqual(before);
  });

  test("every question of a submitted attempt has one record with a result, also an unanswered one", async () => {
    const api = fresh(standard);
    const { app, platform } = await visit({ standard, ...course(), api: api.object });
    await app.begin(QUIZ);
    app.answer(QUIZ, 0, [1]);
    app.submit(QUIZ);
    await pass(platform, 5_000);
    const wrong = standard === "scorm12" ? "wrong" : "incorrect";
    const results = [0, 1, 2, 3].map((index) => api.values.get(`cmi.interactions.${index}.result`));
    expect([...results].sort()).toEqual(["correct", wrong, wrong, wrong].sort());
    expect(api.values.has("cmi.interactions.4.id")).toBe(false);
  });

  test("every drawn question has a record from the start, without a gap, and no result before it is final", async () => {
    const api = fresh(standard);
    const { app, platform } = await visit({ standard, ...course(), api: api.object });
    await app.begin(QUIZ);
    app.answer(QUIZ, 3, [1]);
    await pass(platform, 5_000);
    const first = api.of("SetValue").map(([element = ""]) => /^cmi\.interactions\.(\d+)\.id$/.exec(element)?.[1]);
    expect(first.filter((index) => index !== undefined)).toEqual(["0", "1", "2", "3"]);
    const results = [0, 1, 2, 3].map((index) => api.values.get(`cmi.interactions.${index}.result`));
    expect(results.filter((result) => result !== undefined)).toEqual(["neutral"]);
    expect(score(standard, api)).toBeUndefined();
  });

  test("a page that was closed without a word comes back from the journal when the LMS kept the older state", async () => {
    const api = fresh(standard);
    const platform = simulatedDevice();
    const first = await visit({ standard, ...course(), api: api.object, platform });
    await first.app.begin(QUIZ);
    await pass(platform, 5_000);
    const stored = relaunch(standard, api);
    api.answer = (call) => (call === "Commit" ? "false" : "true");
    first.app.answer(QUIZ, 0, [3]);

    const second = await visit({ standard, ...course(), api: stored.object, platform });
    expect(second.app.quiz(QUIZ).items[0]?.response).toEqual([3]);
    await pass(platform, 5_000);
    const responses = [...stored.values].filter(([element]) => /(student|learner)_response$/.test(element));
    expect(responses).toHaveLength(1);
  });

  test.each([
    ["lost", true],
    ["took", false],
  ])("what the LMS %s of a page that was being hidden is there at the next launch", async (_, lost) => {
    const api = fresh(standard);
    const platform = simulatedDevice();
    const { app, events } = await visit({ standard, ...course(), api: api.object, platform });
    await app.begin(QUIZ);
    await pass(platform, 5_000);
    const before = relaunch(standard, api);
    app.answer(QUIZ, 0, [3]);
    // Moodle's beacon: every call says yes, whatever becomes of it.
    events.pagehide(false);
    platform.drop();
    const stored = lost ? before : relaunch(standard, api);

    const second = await visit({ standard, ...course(), api: stored.object, platform });
    expect(second.app.quiz(QUIZ).items[0]?.response).toEqual([3]);
    expect(second.app.keptWork()).toBe(false);
    await pass(platform, 5_000);
    expect([...platform.kept.keys()].filter((key) => key.startsWith("coursewright:"))).toEqual([]);
  });

  test("work after a hidden page follows what the LMS took from it, and what it had before", async () => {
    for (const lost of [true, false]) {
      const api = fresh(standard);
      const platform = simulatedDevice();
      const { app, events } = await visit({ standard, ...course(), api: api.object, platform });
      await app.begin(QUIZ);
      await pass(platform, 5_000);
      const before = relaunch(standard, api);
      app.answer(QUIZ, 0, [3]);
      events.hide();
      const hidden = relaunch(standard, api);
      events.show();
      app.answer(QUIZ, 1, [2]);
      platform.drop();

      const second = await visit({ standard, ...course(), api: (lost ? before : hidden).object, platform });
      expect(second.app.quiz(QUIZ).items.map(({ response }) => response)).toEqual([[3], [2], undefined, undefined]);
    }
  });

  test("of two windows only the one opened last writes, and the other says so", async () => {
    const api = fresh(standard);
    const platform = simulatedDevice();
    const first = await visit({ standard, ...course(), api: api.object, platform });
    await first.app.begin(QUIZ);
    await pass(platform, 5_000);
    const other = relaunch(standard, api);
    const second = await visit({ standard, ...course(), api: other.object, platform });
    second.app.answer(QUIZ, 0, [3]);
    const [calls, kept] = [api.calls.length, [...platform.kept]];

    first.app.answer(QUIZ, 0, [2]);
    first.events.hide();
    first.events.show();
    first.events.pagehide(true);
    first.events.pageshow();
    first.app.leave();
    first.events.pagehide(false);
    await pass(platform, 120_000);
    expect([api.calls.length, first.app.save()]).toEqual([calls, { kind: "elsewhere" }]);
    expect(kept.length).toBeGreaterThan(1);
    expect(second.app.save().kind).toBe("saved");

    const third = await visit({ standard, ...course(), api: relaunch(standard, other).object, platform });
    expect(third.app.quiz(QUIZ).items[0]?.response).toEqual([3]);
  });

  test("records stay without a gap when the LMS missed an attempt, also on a page that took it from the journal", async () => {
    const api = fresh(standard);
    const platform = simulatedDevice();
    const first = await visit({ standard, ...course(), api: api.object, platform });
    await pass(platform, 5_000);
    const stored = relaunch(standard, api);
    api.answer = (call) => (call === "Commit" ? "false" : "true");
    await take(first.app, 2);
    await first.app.begin(QUIZ);
    first.app.answer(QUIZ, 3, [1]);
    platform.drop();

    const second = await visit({ standard, ...course(), api: stored.object, platform });
    await pass(platform, 5_000);
    expect(second.app.quiz(QUIZ).items[3]?.response).toEqual([1]);
    const ids = stored.of("SetValue").map(([element = ""]) => /^cmi\.interactions\.(\d+)\.id$/.exec(element)?.[1]);
    expect(ids.filter((index) => index !== undefined)).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  test("another learner on the same computer gets nothing from the journal", async () => {
    const api = fresh(standard);
    const platform = simulatedDevice();
    const first = await visit({ standard, ...course(), api: api.object, platform });
    await first.app.begin(QUIZ);
    await pass(platform, 5_000);
    const stored = relaunch(standard, api, { "cmi.core.student_id": "s2", "cmi.learner_id": "s2" });
    first.app.answer(QUIZ, 0, [3]);
    const second = await visit({ standard, ...course(), api: stored.object, platform });
    expect(second.app.quiz(QUIZ).items[0]?.response).toBeUndefined();
  });

  test("an emptied LMS takes kept work only with the learner's word", async () => {
    for (const yes of [true, false]) {
      const api = fresh(standard);
      const platform = simulatedDevice();
      api.answer = (call) => (call === "Commit" ? "false" : "true");
      const first = await visit({ standard, ...course(), api: api.object, platform });
      await first.app.begin(QUIZ);
      first.app.answer(QUIZ, 0, [3]);
      const emptied = fresh(standard);
      const second = await visit({ standard, ...course(), api: emptied.object, platform });
      expect(second.app.keptWork()).toBe(true);
      expect(second.app.quiz(QUIZ).status).toBe("new");
      await second.app.useKeptWork(yes);
      expect(second.app.quiz(QUIZ).status).toBe(yes ? "open" : "new");
      expect(second.app.keptWork()).toBe(false);
    }
  });

  test.each([false, true])(
    "the question about kept work stays open until it is answered and saved (said yes: %s)",
    async (yes) => {
      const api = fresh(standard);
      const platform = simulatedDevice();
      api.answer = (call) => (call === "Commit" ? "false" : "true");
      const first = await visit({ standard, ...course(), api: api.object, platform });
      await first.app.begin(QUIZ);
      first.app.answer(QUIZ, 0, [3]);
      platform.drop();

      const emptied = fresh(standard);
      const later = { ...platform, random32: () => 5 };
      const second = await visit({ standard, ...course(), api: emptied.object, platform: later });
      await pass(platform, 5_000);
      const beginning = relaunch(standard, emptied);
      emptied.answer = (call) => (call === "Commit" ? "false" : "true");
      if (yes) await second.app.useKeptWork(true);
      platform.drop();

      const third = await visit({ standard, ...course(), api: beginning.object, platform: later });
      expect(third.app.keptWork()).toBe(true);
      await third.app.useKeptWork(true);
      expect(third.app.quiz(QUIZ).items[0]?.response).toEqual([3]);
    },
  );

  test("a finished status is not taken back by a launch whose state is gone", async () => {
    const finished =
      standard === "scorm12"
        ? { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90" }
        : { "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.raw": "90" };
    const api = relaunch(standard, fresh(standard), { ...finished, "cmi.suspend_data": "" });
    const { app, platform } = await visit({ standard, ...course(), api: api.object });
    expect(app.notices).toEqual(["cleared"]);
    await read(app);
    await pass(platform, 5_000);
    expect([status(standard, api), score(standard, api)]).toEqual([done, "90"]);
    await take(app, 1);
    await pass(platform, 5_000);
    expect([status(standard, api), score(standard, api)]).toEqual([open, "25"]);
  });

  test.each([
    ["damaged", "not ours"],
    ["damaged", "AAAA"],
  ])("a %s state is said and replaced", async (notice, text) => {
    const api = relaunch(standard, fresh(standard), { "cmi.suspend_data": text });
    const { app } = await visit({ standard, ...course(), api: api.object });
    expect(app.notices).toEqual([notice]);
    expect(app.screen()).toEqual({ at: "start" });
  });

  test.each(["browse", "review"] as const)("%s writes nothing and says so", async (mode) => {
    const api = relaunch(standard, fresh(standard), { "cmi.core.lesson_mode": mode, "cmi.mode": mode });
    const { app, platform } = await visit({ standard, ...course(), api: api.object });
    await read(app);
    await take(app, 4);
    app.leave();
    await pass(platform, 60_000);
    expect(app.notices).toContain(mode);
    expect(api.of("SetValue")).toEqual([]);
  });

  test("a page that was only looked at in review ends its session when it closes", async () => {
    const api = relaunch(standard, fresh(standard), { "cmi.core.lesson_mode": "review", "cmi.mode": "review" });
    const { events } = await visit({ standard, ...course(), api: api.object });
    events.pagehide(false);
    expect([api.of("Finish"), api.of("SetValue"), api.of("Commit")]).toEqual([[[""]], [], []]);
  });
});

describe("feedback", () => {
  const marks = (app: App) => app.quiz(QUIZ).items.map(({ mark }) => mark?.earned);

  test.each([
    ["after-submit", 2, [1, 1, 0, 0]],
    ["after-pass", 2, [undefined, undefined, undefined, undefined]],
    ["after-pass", 4, [1, 1, 1, 1]],
    ["never", 4, [undefined, undefined, undefined, undefined]],
  ] as const)("%s with %i right", async (feedback, right, expected) => {
    const { app } = await visit({ standard: "scorm12", ...course({ feedback }), api: fresh("scorm12").object });
    await take(app, right);
    expect(marks(app)).toEqual(expected);
  });

  test("immediate: one answer at a time, final once explained", async () => {
    const api = fresh("scorm12");
    const { app } = await visit({ standard: "scorm12", ...course({ feedback: "immediate" }), api: api.object });
    await app.begin(QUIZ);
    app.answer(QUIZ, 0, [2]);
    app.reveal(QUIZ, 0);
    app.answer(QUIZ, 0, [1]);
    expect(app.quiz(QUIZ).items[0]).toMatchObject({ response: [2], revealed: true, mark: { earned: 0, possible: 1 } });
    expect(app.quiz(QUIZ).items[1]?.mark).toBeUndefined();
  });
});

describe("what is left", () => {
  const quizzesLeft = (app: App) => app.remaining().filter(({ kind }) => kind === "quiz");
  const openWith = async (grading: Partial<Grading>, of = course(grading)) =>
    (await visit({ standard: "scorm12", ...of, api: fresh("scorm12").object })).app;
  const retry = { kind: "quiz", quiz: QUIZ, title: "Quiz 9", failed: true };

  test("the last attempt, while it is being taken", async () => {
    const app = await openWith({ attempts: 2 });
    await take(app, 1);
    await app.begin(QUIZ);
    expect(quizzesLeft(app)).toEqual([retry]);
    app.submit(QUIZ);
    expect(quizzesLeft(app)).toEqual([]);
  });

  test("no retake that cannot change what counts", async () => {
    const app = await openWith({ score: "first" });
    await take(app, 1);
    expect(quizzesLeft(app)).toEqual([]);
  });

  test("quizzes that reach their own marks while their total is below the package's", async () => {
    const { plan, pools } = course({ pass: 5_000 });
    const app = await openWith({}, { plan: { ...plan, grading: { ...plan.grading, pass: 9_000 } }, pools });
    await take(app, 3);
    expect(quizzesLeft(app)).toEqual([retry]);
    await take(app, 4);
    expect(quizzesLeft(app)).toEqual([]);
  });

  test("no quiz for practice, and the lessons where there is no other quiz", async () => {
    const quiz = { ordinal: QUIZ, questions, count: 4, weight: 0 };
    const app = await openWith({}, packageOf([11, 12], [quiz], { ...GRADING, completion: "quiz" }));
    expect(app.remaining().map(({ kind }) => kind)).toEqual(["lesson", "lesson"]);
  });
});

test("without an LMS the package works and says that nothing is recorded", async () => {
  const { app } = await visit({ standard: "scorm12", ...course(), api: undefined });
  expect([app.notices, app.save()]).toEqual([["alone"], { kind: "off" }]);
  await take(app, 4);
  expect(app.quiz(QUIZ)).toMatchObject({ passed: true, published: 10_000 });
});

test("a question that is asked again and left open keeps no answer of the attempt before, nor one that was taken back", async () => {
  const api = fresh("scorm12");
  const { plan, pools } = packageOf(
    [],
    [{ ordinal: QUIZ, questions: questions.slice(0, 2), count: 2, weight: 10_000 }],
  );
  const { app, platform } = await visit({ standard: "scorm12", plan, pools, api: api.object });
  const responses = () => [0, 1].map((index) => api.values.get(`cmi.interactions.${index}.student_response`));
  await app.begin(QUIZ);
  app.answer(QUIZ, 0, [1]);
  app.answer(QUIZ, 1, [1]);
  await pass(platform, 5_000);
  app.answer(QUIZ, 1, undefined);
  await pass(platform, 5_000);
  expect(responses().toSorted()).toEqual(["", "a"]);
  app.submit(QUIZ);
  await app.begin(QUIZ);
  app.submit(QUIZ);
  await pass(platform, 5_000);
  expect(responses()).toEqual(["", ""]);
});

test("time on a question is counted over all visits to it", async () => {
  const api = fresh("scorm12");
  const { app, platform } = await visit({ standard: "scorm12", ...course(), api: api.object });
  await app.begin(QUIZ);
  await pass(platform, 4_000);
  await app.go({ at: "quiz", quiz: QUIZ, item: 1 });
  await pass(platform, 60_000);
  await app.go({ at: "quiz", quiz: QUIZ, item: 0 });
  await pass(platform, 2_000);
  app.answer(QUIZ, 0, [1]);
  await pass(platform, 1_000);
  const recorded = [...api.values].filter(([element]) => element.endsWith(".latency")).map(([, value]) => value);
  expect(recorded).toEqual(["0000:00:06"]);
});

test("while the LMS refuses to save there is a receipt that says what was reached", async () => {
  const api = fresh("scorm12");
  const { app, platform } = await visit({ standard: "scorm12", ...course(), api: api.object });
  await take(app, 3);
  await pass(platform, 5_000);
  expect(app.receipt()).toBeUndefined();
  api.answer = (call) => (call === "Commit" ? "false" : "true");
  await read(app);
  await pass(platform, 5_000);
  expect(readReceipt(app.receipt() ?? "")).toMatchObject({
    kind: "receipt",
    receipt: { situation: "failed-again", score: 7_500, attempts: 1 },
  });
});
