import { expect, test } from "vitest";
import { stateInWords } from "../../../src/preview/page/state-words.ts";
import { bitWriter } from "../../../src/questions/bits.ts";
import { encodeState } from "../../../src/tracking/codec.ts";
import type { LearnerState } from "../../../src/tracking/state.ts";
import { packageOf } from "../tracking/arbitrary.ts";

const { plan } = packageOf(
  [1, 2],
  [
    {
      ordinal: 3,
      questions: [
        { ordinal: 4, choices: 3 },
        { ordinal: 5, choices: 3 },
      ],
      count: 2,
      weight: 10_000,
    },
  ],
);
const [first, second] = plan.modules[0]?.lessons ?? [];
const quiz = plan.modules[0]?.quiz;

function answered() {
  const out = bitWriter();
  out.fixed(1, 2);
  return out.done();
}

const STATE: LearnerState = {
  sequence: 7,
  nonce: 1,
  bookmark: { at: "quiz", quiz: 3, item: 1 },
  seen: [1, 2],
  quizzes: [
    {
      quiz: 3,
      scores: { count: 2, first: 4_000, latest: 5_050, best: 5_050, sum: 9_050 },
      history: [],
      attempt: {
        number: 3,
        submitted: false,
        items: [
          { ordinal: 4, variant: 0, response: answered(), revealed: true },
          { ordinal: 5, variant: 0, revealed: false },
        ],
      },
    },
  ],
  interactions: [4, 5],
};

test("says where the learner is and what was done, by the names in the plan", () => {
  expect(stateInWords(encodeState(STATE, "a"), "a", plan)).toEqual([
    `The learner is at question 2 of the quiz “${quiz?.title}”.`,
    `Lessons read to the end, 2 of 2: “${first?.title}”, “${second?.title}”.`,
    `Quiz “${quiz?.title}”: submitted 2 times, best 50.5%, latest 50.5%.`,
    `Quiz “${quiz?.title}”: attempt 3 is open, answered 1 of 2, explained 1.`,
    "Questions recorded for the LMS's report: 2.",
    "Stored as number 7 of its kind.",
  ]);
});

test.each([
  [{ at: "start" }, "The learner is on the start page."],
  [{ at: "lesson", lesson: 9 }, "The learner is in the lesson lesson 9."],
  [{ at: "result", quiz: 3 }, "The learner is at the result of the quiz quiz 3."],
] as const)("without a plan ordinals stand for names: %o", (bookmark, sentence) => {
  expect(stateInWords(encodeState({ ...STATE, bookmark }, "a"), "a")[0]).toBe(sentence);
});

test("says why it cannot be read", () => {
  expect(stateInWords("", "a")).toEqual(["Nothing is stored yet."]);
  expect(stateInWords("%%%", "a")).toEqual(["It is cut, altered, or not from this player."]);
  expect(stateInWords(encodeState(STATE, "b"), "a")).toEqual(["Another package wrote it."]);
});
