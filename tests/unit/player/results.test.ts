import { expect, test } from "vitest";
import { visit } from "../../../src/forecast/page.ts";
import type { FeedbackPolicy } from "../../../src/tracking/policy.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";
import { fakeApi } from "./session/fake-api.ts";

const QUIZ = 9;

/** Five questions: four of competency 0, one of competency 1; two of lesson 11. The first two are answered rightly. */
async function submitted(feedback: FeedbackPolicy) {
  const questions = [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, choices: 4 }));
  const made = packageOf([11], [{ ordinal: QUIZ, questions, count: 5, weight: 10_000 }], { ...GRADING, feedback });
  const pools = made.pools.map((pool) => ({
    questions: pool.questions.map((question) => ({
      ...question,
      objectives: [question.ordinal === 5 ? 1 : 0],
      ...(question.ordinal < 3 && { lesson: 11 }),
    })),
  }));
  const plan = { ...made.plan, objectives: ["I.C.1", "X.C.1"] };
  const { app } = await visit({ standard: "scorm12", plan, pools, api: fakeApi("scorm12").object });
  await app.begin(QUIZ);
  app.quiz(QUIZ).items.forEach(({ question }, item) => {
    app.answer(QUIZ, item, question.ordinal < 3 ? [1] : [2]);
  });
  expect(app.quiz(QUIZ).results).toEqual({ competencies: [], lessons: [] });
  app.submit(QUIZ);
  return app.quiz(QUIZ).results;
}

test("a submitted attempt is told by competency and lesson, in questions", async () => {
  expect(await submitted("after-submit")).toEqual({
    competencies: [
      { topic: 0, right: 2, all: 4 },
      { topic: 1, right: 0, all: 1 },
    ],
    lessons: [{ topic: 11, right: 2, all: 2 }],
  });
});

test.each(["never", "after-pass"] as const)(
  "%s: fewer than three questions would give single answers away",
  async (policy) => {
    expect(await submitted(policy)).toEqual({ competencies: [{ topic: 0, right: 2, all: 4 }], lessons: [] });
  },
);
