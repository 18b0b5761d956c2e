import { expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import { pass, visit } from "../../../src/forecast/page.ts";
import type { App } from "../../../src/player/app.ts";
import type { TimeLimit } from "../../../src/tracking/policy.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";
import { type FakeApi, fakeApi } from "./session/fake-api.ts";

const QUIZ = 9;
const MINUTE = 60_000;

/** A quiz of four questions with ten minutes, or as `limit` says. */
function examination(limit: TimeLimit = { seconds: 600, factors: [150] }) {
  const questions = [1, 2, 3, 4].map((ordinal) => ({ ordinal, choices: 4 }));
  const { plan, pools } = packageOf([], [{ ordinal: QUIZ, questions, count: 4, weight: 10_000 }], GRADING);
  const modules = plan.modules.map((module) => ({
    ...module,
    ...(module.quiz && { quiz: { ...module.quiz, limit } }),
  }));
  return { plan: { ...plan, modules }, pools };
}

const fresh = (): FakeApi => fakeApi("scorm12", { "cmi.core.student_id": "s1", "cmi.core.entry": "ab-initio" });
const relaunch = (api: FakeApi): FakeApi =>
  fakeApi("scorm12", { ...Object.fromEntries(api.values), "cmi.core.entry": "resume" });
const open = (api: FakeApi, platform = simulatedDevice(), course = examination()) =>
  visit({ standard: "scorm12", ...course, api: api.object, platform });
const status = (app: App) => app.quiz(QUIZ).status;

test("when the time is over, what is answered is submitted by itself", async () => {
  const api = fresh();
  const { app, platform } = await open(api);
  await app.begin(QUIZ);
  expect(app.quiz(QUIZ).timeLeft).toBe(600);
  app.answer(QUIZ, 0, [1]);
  await pass(platform, 9 * MINUTE);
  expect([status(app), app.quiz(QUIZ).timeLeft]).toEqual(["open", 60]);
  await pass(platform, MINUTE);
  await pass(platform, 5_000);
  expect(app.screen()).toEqual({ at: "result", quiz: QUIZ });
  expect(app.quiz(QUIZ)).toMatchObject({ status: "submitted", latest: 2_500, timeUp: true });
  expect(api.values.get("cmi.core.score.raw")).toBe("25");
});

test("a learner who comes back after the end finds the result", async () => {
  const api = fresh();
  const platform = simulatedDevice();
  const first = await open(api, platform);
  await first.app.begin(QUIZ);
  first.app.answer(QUIZ, 0, [1]);
  first.app.leave();
  await pass(platform, 1_000);
  platform.drop();
  platform.advance(20 * MINUTE);

  const again = relaunch(api);
  const second = await open(again, platform);
  await pass(platform, 5_000);
  expect(second.app.screen()).toEqual({ at: "result", quiz: QUIZ });
  expect(second.app.quiz(QUIZ)).toMatchObject({ status: "submitted", latest: 2_500, timeUp: true });
  expect(again.values.get("cmi.core.score.raw")).toBe("25");
});

test("a reload gives no time back, and takes none away", async () => {
  const api = fresh();
  const platform = simulatedDevice();
  const first = await open(api, platform);
  await first.app.begin(QUIZ);
  await pass(platform, 4 * MINUTE);
  platform.drop();
  const second = await open(relaunch(api), platform);
  expect(second.app.quiz(QUIZ).timeLeft).toBe(360);
});

test("a learner who needs longer takes it, and submits in time", async () => {
  const { app, platform } = await open(fresh());
  await app.begin(QUIZ, 150);
  await pass(platform, 14 * MINUTE);
  expect([status(app), app.quiz(QUIZ).timeLeft]).toEqual(["open", 60]);
  app.answer(QUIZ, 1, [1]);
  app.submit(QUIZ);
  expect(app.quiz(QUIZ)).toMatchObject({ status: "submitted", latest: 2_500, timeUp: false });
  await pass(platform, 60 * MINUTE);
  expect(app.quiz(QUIZ)).toMatchObject({ attempt: 1, latest: 2_500 });
});

test("a package with more time gives it to an attempt that is under way", async () => {
  const api = fresh();
  const platform = simulatedDevice();
  const first = await open(api, platform);
  await first.app.begin(QUIZ);
  await pass(platform, 4 * MINUTE);
  platform.drop();
  const second = await open(relaunch(api), platform, examination({ seconds: 900, factors: [] }));
  expect(second.app.quiz(QUIZ).timeLeft).toBe(660);
});

test("the page hears of every minute", async () => {
  const { app, platform } = await open(fresh());
  await app.begin(QUIZ);
  const left: (number | undefined)[] = [];
  app.subscribe((what) => what === "progress" && left.push(app.quiz(QUIZ).timeLeft));
  await pass(platform, 3 * MINUTE);
  expect(left).toEqual([540, 480, 420]);
});

test("after Save and exit nothing happens on the page any more", async () => {
  const { app, platform } = await open(fresh());
  await app.begin(QUIZ);
  app.leave();
  await pass(platform, 60 * MINUTE);
  expect([app.screen().at, status(app)]).toEqual(["left", "open"]);
});
