import { expect, test } from "vitest";
import { lessonMinutes, moduleMinutes } from "../../../src/render/time.ts";
import { lesson, module, question } from "./setup.ts";
import { show } from "./show.ts";

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
const place = { file: "duties/quiz.md", line: 1 };
const quiz = (count: number) => {
  const questions = [question({ ordinal: 1 }), question({ ordinal: 2 }), question({ ordinal: 3 })];
  return { questions, draw: [{ pool: "main", count, items: [1, 2, 3], place }], place };
};

test("the author's minutes stand", () => {
  expect(lessonMinutes(lesson({ ordinal: 1, body: words(1_000), minutes: 3 }))).toBe(3);
  expect(moduleMinutes(module({ lessons: [lesson({ ordinal: 1, body: "Text." })], minutes: 45 }))).toBe(45);
});

test("without them a lesson takes its words and the questions of its checks, rounded up, and never nothing", () => {
  const checks = [{ line: 12, questions: [question({ ordinal: 0 }), question({ ordinal: 0 })] }];
  expect(lessonMinutes(lesson({ ordinal: 1, body: words(541) }))).toBe(4);
  expect(lessonMinutes(lesson({ ordinal: 1, body: words(540), checks }))).toBe(5);
  expect(lessonMinutes(lesson({ ordinal: 1, body: "Text." }))).toBe(1);
});

test("without them a module takes its lessons and a minute for each question that an attempt asks", () => {
  const lessons = [lesson({ ordinal: 1, body: words(400) }), lesson({ ordinal: 2, body: "Text.", minutes: 7 })];
  expect(moduleMinutes(module({ lessons }))).toBe(10);
  expect(moduleMinutes(module({ lessons, quiz: quiz(2) }))).toBe(12);
});

test("an examination takes its time limit", () => {
  expect(moduleMinutes(module({ quiz: { ...quiz(2), limit: { seconds: 5400, factors: [] } } }))).toBe(90);
});

test("pages say it", async () => {
  const { page } = await show(words(400));
  expect(page).toContain('<span class="minutes">About 3 minutes</span>');
  expect(page).toContain("<li>About 3 minutes</li>");
});
