import { describe, expect, test } from "vitest";
import {
  answerItem,
  beginAttempt,
  newLearner,
  revealItem,
  seeLesson,
  submitAttempt,
} from "../../../src/tracking/learning.ts";
import type { Plan } from "../../../src/tracking/plan.ts";
import type { Grading } from "../../../src/tracking/policy.ts";
import {
  attemptsLeft,
  factsOf,
  packageScore,
  passMarks,
  quizState,
  quizzesOf,
} from "../../../src/tracking/standing.ts";
import type { LearnerState } from "../../../src/tracking/state.ts";
import { situationOf } from "../../../src/tracking/status.ts";
import { GRADING, packageOf } from "./arbitrary.ts";

const questions = [1, 2, 3, 4].map((ordinal) => ({ ordinal, choices: 3 }));
const quiz = { ordinal: 1, questions, count: 2, weight: 10_000 };
const planOf = (grading: Partial<Grading> = {}) => packageOf([1, 2], [quiz], { ...GRADING, ...grading }).plan;

/** Takes a quiz once and earns `percent` of each point. */
function take(plan: Plan, state: LearnerState, percent: number, ordinal = 1): LearnerState {
  const found = quizzesOf(plan).find((entry) => entry.ordinal === ordinal);
  if (!found) throw new Error(`No quiz ${ordinal}`);
  const open = beginAttempt(state, found);
  const items = quizState(open, ordinal).attempt?.items ?? [];
  return submitAttempt(
    open,
    ordinal,
    items.map(() => ({ points: 1, mark: { earned: percent, possible: 100 } })),
  );
}
const read = (state: LearnerState): LearnerState => seeLesson(seeLesson(state, 1), 2);
const situation = (plan: Plan, state: LearnerState, lmsPass?: number) => situationOf(factsOf(plan, state, lmsPass));

describe("one quiz", () => {
  const plan = planOf();

  test("opening and answering publish no score", () => {
    const state = beginAttempt(newLearner(1), quizzesOf(plan)[0] ?? expect.fail());
    expect(packageScore(plan, answerItem(state, 1, 0, [1]))).toBeUndefined();
    expect(situation(plan, state)).toBe("open");
  });

  test("passed with lessons still open, then done", () => {
    const passed = take(plan, newLearner(1), 80);
    expect(situation(plan, passed)).toBe("passed-open");
    expect(situation(plan, read(passed))).toBe("passed-done");
  });

  test("a quiz alone completes when the policy says so", () => {
    const only = planOf({ completion: "quiz" });
    expect(situation(only, take(only, newLearner(1), 80))).toBe("passed-done");
  });

  test("failed with attempts left, and with none", () => {
    const once = take(plan, read(newLearner(1)), 79);
    expect(situation(plan, once)).toBe("failed-again");
    const thrice = take(plan, take(plan, once, 10), 10);
    expect(situation(plan, thrice)).toBe("failed-final");
    expect(beginAttempt(thrice, quizzesOf(plan)[0] ?? expect.fail())).toBe(thrice);
  });

  test("the last attempt does not count as failed while it is being taken", () => {
    const twice = take(plan, take(plan, newLearner(1), 10), 10);
    const open = beginAttempt(twice, quizzesOf(plan)[0] ?? expect.fail());
    expect(attemptsLeft(plan.grading, quizState(open, 1))).toBe(0);
    expect(situation(plan, open)).toBe("failed-again");
  });

  test("what was published stands until a retake is submitted", () => {
    const passed = read(take(plan, newLearner(1), 90));
    const open = beginAttempt(passed, quizzesOf(plan)[0] ?? expect.fail());
    expect([situation(plan, open), packageScore(plan, open)]).toEqual(["passed-done", 9_000]);
  });

  test("a worse retake changes nothing under best, and takes a pass back under latest", () => {
    for (const [score, row, published] of [
      ["best", "passed-done", 9_000],
      ["latest", "failed-again", 2_000],
    ] as const) {
      const policy = planOf({ score });
      const state = take(policy, take(policy, read(newLearner(1)), 90), 20);
      expect([situation(policy, state), packageScore(policy, state)]).toEqual([row, published]);
    }
  });

  test("with the first attempt counting, a failed one is final", () => {
    const first = planOf({ score: "first" });
    expect(situation(first, take(first, newLearner(1), 10))).toBe("failed-final");
  });

  test("without a limit nothing is ever final", () => {
    const endless = planOf({ attempts: 0 });
    let state = newLearner(1);
    for (let attempt = 0; attempt < 30; attempt += 1) state = take(endless, state, 10);
    expect(situation(endless, state)).toBe("failed-again");
  });

  test("the LMS's own pass mark is honored", () => {
    const state = take(plan, read(newLearner(1)), 70);
    expect(situation(plan, state, 7_000)).toBe("passed-done");
    expect(situation(plan, take(plan, read(newLearner(1)), 85), 9_000)).toBe("failed-again");
  });
});

test("an LMS's own pass mark is that of the quiz that counts alone, and of none for practice", () => {
  const practice = { ...quiz, ordinal: 2, weight: 0 };
  const { plan } = packageOf([], [quiz, practice]);
  const { total, of } = passMarks(plan, 6_000);
  expect([total, ...quizzesOf(plan).map(of)]).toEqual([6_000, 6_000, 8_000]);
});

describe("a course of two quizzes", () => {
  const second = { ordinal: 2, questions: [5, 6].map((ordinal) => ({ ordinal, choices: 3 })), count: 2, weight: 4_000 };
  const { plan } = packageOf([1, 2], [{ ...quiz, weight: 6_000 }, second], { ...GRADING, pass: 7_000 });

  test("unsubmitted quizzes count 0 and nothing is passed before all are submitted", () => {
    const state = take(plan, read(newLearner(1)), 100);
    expect([packageScore(plan, state), situation(plan, state)]).toEqual([6_000, "open"]);
  });

  test("every quiz at its own mark and the total at the course's", () => {
    expect(situation(plan, take(plan, take(plan, read(newLearner(1)), 100), 70, 2))).toBe("passed-done");
    expect(situation(plan, take(plan, take(plan, read(newLearner(1)), 100), 60, 2))).toBe("failed-again");
  });
});

test("a package without a quiz is done when its lessons are read", () => {
  const { plan } = packageOf([1, 2], []);
  expect(situation(plan, newLearner(1))).toBe("open");
  expect([situation(plan, read(newLearner(1))), packageScore(plan, read(newLearner(1)))]).toEqual([
    "done-no-quiz",
    undefined,
  ]);
});

test("interaction indices are reserved by ordinal when an attempt begins, and stay", () => {
  const plan = planOf();
  const first = take(plan, newLearner(99), 10);
  expect(first.interactions).toEqual([...first.interactions].sort((a, b) => a - b));
  const second = take(plan, first, 10);
  expect(second.interactions.slice(0, 2)).toEqual(first.interactions);
  expect([...second.interactions].sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});

test("a revealed answer is final, an unanswered one cannot be revealed", () => {
  const plan = planOf();
  const open = beginAttempt(newLearner(1), quizzesOf(plan)[0] ?? expect.fail());
  expect(revealItem(open, 1, 0)).toEqual(open);
  const revealed = revealItem(answerItem(open, 1, 0, [1]), 1, 0);
  expect(answerItem(revealed, 1, 0, [0])).toEqual(revealed);
});
