import { expect, test } from "vitest";
import { createText } from "../../../src/player/text.ts";

test("values take their places", () => {
  expect(createText()("score", { score: "79.99", pass: "80" })).toBe("Score: 79.99% (pass mark 80%)");
});

test("one of a thing has its own words", () => {
  const text = createText();
  expect(text("unanswered", { count: 1 })).toBe("1 question is not answered");
  expect(text("unanswered", { count: 2 })).toBe("2 questions are not answered");
  expect(text("answered", { count: 1, all: 3 })).toBe("1 of 3 answered");
});

test("a course's own texts take the place of the English ones", () => {
  const text = createText({ next: "Weiter", unansweredOne: "Eine Frage ist offen" });
  expect([text("next"), text("previous"), text("unanswered", { count: 1 })]).toEqual([
    "Weiter",
    "Previous",
    "Eine Frage ist offen",
  ]);
});

test.each([
  ["start", "Start"],
  ["resume", "Resume"],
  ["previous", "Previous"],
  ["next", "Next"],
  ["checkAnswer", "Check answer"],
  ["startQuiz", "Start quiz"],
  ["submitQuiz", "Submit quiz"],
  ["tryAgain", "Try again"],
  ["reviewAnswers", "Review answers"],
  ["saveAndExit", "Save and exit"],
  ["submitAnyway", "Submit anyway"],
  ["passed", "Passed"],
  ["notPassed", "Not passed"],
  ["yourAnswer", "Your answer"],
  ["correctAnswer", "Correct answer"],
  ["notSaved", "Not saved, retrying"],
])("the text of %s is the one that was promised to learners", (key, words) => {
  expect(createText()(key)).toBe(words);
});
