import { expect, test } from "vitest";
import { pass, visit } from "../../../src/forecast/page.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";
import { fakeApi } from "./session/fake-api.ts";

const QUIZ = 9;
const course = packageOf(
  [11],
  [{ ordinal: QUIZ, questions: [{ ordinal: 1, choices: 4 }], count: 1, weight: 10_000 }],
  GRADING,
);

/** How many commits an LMS gets for four changes of one answer, a tenth of a second apart. */
async function commitsFor(pace: "now" | "soon"): Promise<number> {
  const api = fakeApi("scorm12", { "cmi.core.student_id": "s1", "cmi.core.entry": "ab-initio" });
  const { app, platform } = await visit({ standard: "scorm12", ...course, api: api.object });
  await app.begin(QUIZ);
  await pass(platform, 5_000);
  const before = api.of("Commit").length;
  for (const choice of [1, 2, 3, 4]) {
    app.answer(QUIZ, 0, [choice], pace);
    await pass(platform, 100);
  }
  await pass(platform, 5_000);
  expect(app.quiz(QUIZ).items[0]?.response).toEqual([4]);
  return api.of("Commit").length - before;
}

test("typed letters are sent in company, choices each at once", async () => {
  expect([await commitsFor("soon"), await commitsFor("now")]).toEqual([1, 4]);
});
