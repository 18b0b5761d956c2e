import { expect, test } from "vitest";
import { visit } from "../../../../src/forecast/page.ts";
import type { App, QuizView } from "../../../../src/player/app.ts";
import { addressOf, nameOf, neighbors, screenOf, stopAt, stopsOf } from "../../../../src/player/views/route.ts";
import type { Plan, QuizPlan } from "../../../../src/tracking/plan.ts";
import { keyOf } from "../../questions/scenario/keys.ts";
import { GRADING, packageOf } from "../../tracking/arbitrary.ts";
import { fakeApi } from "../session/fake-api.ts";

const lesson = (ordinal: number) => ({ ordinal, key: `k${ordinal}`, title: `Lesson ${ordinal}` });
const quiz = (ordinal: number) => ({ ordinal, title: `Quiz ${ordinal}` }) as QuizPlan; // the route reads no more of it
const plan = {
  modules: [
    { id: "a", title: "A", lessons: [lesson(5), lesson(2)], quiz: quiz(1) },
    { id: "b", title: "B", lessons: [lesson(9)] },
  ],
} as unknown as Plan; // the route reads no more of it

const appWith = (view: Partial<QuizView>) => ({ quiz: () => view }) as unknown as App; // screenOf asks nothing else

test("the way leads through each module's lessons and then its quiz", () => {
  expect(stopsOf(plan).map(addressOf)).toEqual(["#lesson-5", "#lesson-2", "#quiz-1", "#lesson-9"]);
});

test("a quiz is called one, except where it stands without lessons", () => {
  const exam = { id: "exam", title: "Exam", lessons: [], quiz: quiz(3) };
  const text = (key: string, values: object) => `${key} ${JSON.stringify(values)}`;
  const app = { text, plan: { modules: [...plan.modules, exam] } } as unknown as App; // nameOf reads no more of it
  expect(stopsOf(app.plan).map((stop) => nameOf(app, stop))).toEqual([
    "Lesson 5",
    "Lesson 2",
    'quizName {"title":"Quiz 1"}',
    "Lesson 9",
    "Quiz 3",
  ]);
});

test("neighbors cross from one module into the next, and end at the edges", () => {
  const around = (screen: Parameters<typeof neighbors>[1]) => {
    const { previous, next } = neighbors(plan, screen);
    return [previous && addressOf(previous), next && addressOf(next)];
  };
  expect(around({ at: "lesson", lesson: 5 })).toEqual([undefined, "#lesson-2"]);
  expect(around({ at: "result", quiz: 1 })).toEqual(["#lesson-2", "#lesson-9"]);
  expect(around({ at: "lesson", lesson: 9 })).toEqual(["#quiz-1", undefined]);
});

test("every screen of a quiz is at its stop; start and end are at none", () => {
  for (const at of ["result", "review"] as const) expect(stopAt(plan, { at, quiz: 1 })?.kind).toBe("quiz");
  expect(stopAt(plan, { at: "quiz", quiz: 1, item: 3 })?.ordinal).toBe(1);
  expect(stopAt(plan, { at: "start" })).toBeUndefined();
  expect(stopAt(plan, { at: "left" })).toBeUndefined();
});

test("a quiz under way opens at its first open question, any other at its result", () => {
  const item = (isAnswered: boolean) => ({ isAnswered }) as QuizView["items"][number]; // screenOf reads no more of it
  const stop = { kind: "quiz", ordinal: 1 } as const;
  expect(screenOf(appWith({ status: "open", items: [item(true), item(false)] }), stop)).toEqual({
    at: "quiz",
    quiz: 1,
    item: 1,
  });
  expect(screenOf(appWith({ status: "open", items: [] }), stop)).toEqual({ at: "quiz", quiz: 1, item: 0 });
  expect(screenOf(appWith({ status: "new", items: [] }), stop)).toEqual({ at: "result", quiz: 1 });
});

test("a scenario that is half decided is still open", async () => {
  const quizzes = [
    { ordinal: 1, questions: [1, 2].map((ordinal) => ({ ordinal, choices: 2 })), count: 2, weight: 10_000 },
  ];
  const made = packageOf([], quizzes, GRADING);
  const pools = made.pools.map(({ questions }) => ({
    questions: questions.map((question) => ({ ...question, type: "scenario", key: keyOf("0 A1 b1|1 C2 d2|2") })),
  }));
  const { app } = await visit({ standard: "scorm12", plan: made.plan, pools, api: fakeApi("scorm12").object });
  await app.begin(1);
  const opens = () => screenOf(app, { kind: "quiz", ordinal: 1 });
  const [first, second] = ["A", "C"].map((letter) => letter.charCodeAt(0));
  app.answer(1, 0, [first]);
  expect(opens()).toEqual({ at: "quiz", quiz: 1, item: 0 });
  app.answer(1, 0, [first, second]);
  expect(opens()).toEqual({ at: "quiz", quiz: 1, item: 1 });
});
