import { expect, test } from "vitest";
import { visit } from "../../../src/forecast/page.ts";
import type { FeedbackPolicy } from "../../../src/tracking/policy.ts";
import { GRADING, packageOf } from "../tracking/arbitrary.ts";
import { fakeApi } from "./session/fake-api.ts";

const QUIZ = 9;

/**
 * Six questions: all of competency 1, three of them of competency 0 too; three of lesson 11, of which one gives no points. The
 * first two are answered rightly, of the third a part.
 */
async function submitted(feedback: FeedbackPolicy) {
  const questions = [1, 2, 3, 4, 5, 6].map((ordinal) => ({ ordinal, choices: 4 }));
  const made = packageOf([11], [{ ordinal: QUIZ, questions, count: 6, weight: 10_000 }], { ...GRADING, feedback });
  const pools = made.pools.map((pool) => ({
    questions: pool.questions.map((question) => ({
      ...question,
      scoring: "per-option" as const,
      points: question.ordinal === 6 ? 0 : 1,
      objectives: question.ordinal < 4 ? [1, 0] : [1],
      ...([1, 2, 6].includes(question.ordinal) && { lesson: 11 }),
    })),
  }));
  const plan = { ...made.plan, objectives: ["I.C.1", "X.C.1"] };
  const { app } = await visit({ standard: "scorm12", plan, pools, api: fakeApi("scorm12").object });
  await app.begin(QUIZ);
  app.quiz(QUIZ).items.forEach(({ question }, item) => {
    app.answer(QUIZ, item, question.ordinal < 3 ? [1] : [1, 2, 3]);
  });
  expect(app.quiz(QUIZ).results).toEqual({ competencies: [], lessons: [] });
  app.submit(QUIZ);
  return app.quiz(QUIZ).results;
}

test("a submitted attempt is told by competency and lesson, in questions", async () => {
  expect(await submitted("after-submit")).toEqual({
    competencies: [
      { topic: 0, right: 2, all: 3 },
      { topic: 1, right: 2, all: 5 },
    ],
    lessons: [{ topic: 11, right: 2, all: 2 }],
  });
});

test.each(["never", "after-pass"] as const)(
  "%s: fewer than three questions would give single answers away",
  async (policy) => {
    const { competencies, lessons } = await submitted(policy);
    expect(competencies.map(({ all }) => all)).toEqual([3, 5]);
    expect(lessons).toEqual([]);
  },
);
