import { expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import type { Content } from "../../../src/player/content.ts";
import { createApp } from "../../../src/player/create-app.ts";
import { openRecord } from "../../../src/player/record.ts";
import { noSession } from "../../../src/player/session/none.ts";
import { packageOf } from "../tracking/arbitrary.ts";

const QUIZ = 9;
const { plan, pools } = packageOf(
  [11, 12],
  [{ ordinal: QUIZ, questions: [{ ordinal: 1, choices: 3 }], count: 1, weight: 10_000 }],
);

/** Content of which every part is held back until the test lets it come. */
function slowContent() {
  const waiting = new Map<string, () => void>();
  const wait = (what: string): Promise<void> => new Promise((resolve) => void waiting.set(what, resolve));
  const content: Content = {
    register: () => undefined,
    plan: () => plan,
    checks: () => [],
    lesson: async (ordinal) => wait(`lesson ${ordinal}`).then(() => ""),
    pool: async () => wait("quiz").then(() => pools[0] ?? expect.fail()),
    loadedPool: () => pools[0],
    images: () => wait("images"),
  };
  return { content, come: (what: string): void => waiting.get(what)?.() };
}

async function openApp() {
  const platform = simulatedDevice();
  const { content, come } = slowContent();
  const record = await openRecord({
    ...{ plan, platform, standard: undefined, session: noSession() },
    poolOf: content.loadedPool,
    onSave: () => undefined,
  });
  return { ...createApp({ plan, content, record, platform, text: (key) => key }), come };
}

test("what was asked for last is shown, also when what was asked for before comes later", async () => {
  const { app, come } = await openApp();
  const slow = app.go({ at: "lesson", lesson: 11 });
  const quick = app.go({ at: "lesson", lesson: 12 });
  come("lesson 12");
  await quick;
  come("lesson 11");
  await slow;
  expect(app.screen()).toEqual({ at: "lesson", lesson: 12 });
});

test("a quiz that a learner walked away from while it loaded takes no attempt", async () => {
  const { app, come } = await openApp();
  const begun = app.begin(QUIZ);
  const gone = app.go({ at: "start" });
  await gone;
  come("quiz");
  await begun;
  expect([app.screen(), app.quiz(QUIZ).status]).toEqual([{ at: "start" }, "new"]);
});

test("after Save and exit nothing that still loads comes back on screen", async () => {
  const { app, come } = await openApp();
  const begun = app.begin(QUIZ);
  come("quiz");
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  app.leave();
  come("images");
  await begun;
  expect([app.screen(), app.quiz(QUIZ).status]).toEqual([{ at: "left" }, "open"]);
});
