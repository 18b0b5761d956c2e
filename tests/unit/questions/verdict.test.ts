import { expect, test } from "vitest";
import { verdictOf } from "../../../src/questions/verdict.ts";

const text = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  [key, values.text].join(" ").trim();

test.each([
  ["a right part", { given: "a", right: "a", fits: true }, "yourAnswerIs a\ncorrect", "is-right"],
  ["a wrong part", { given: "b", right: "a", fits: false }, "yourAnswerIs b\ncorrectAnswerIs a", "is-wrong"],
  [
    "an open part",
    { given: undefined, right: "a", fits: false },
    "yourAnswerIs unansweredItem\ncorrectAnswerIs a",
    "is-wrong",
  ],
  ["a part too many", { given: "b", right: undefined, fits: false }, "yourAnswerIs b\nwrong", "is-wrong"],
])("says in words what %s is", (_name, given, words, style) => {
  expect(verdictOf(given, { text, showKey: true })).toEqual({ words, style });
  const yours = words.split("\n")[0];
  expect(verdictOf(given, { text, showKey: false })).toEqual({ words: yours, style: "" });
});
