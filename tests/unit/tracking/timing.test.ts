import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeState, encodeState } from "../../../src/tracking/codec.ts";
import { beginAttempt, newLearner, reconcile } from "../../../src/tracking/learning.ts";
import type { Plan, QuizPlan } from "../../../src/tracking/plan.ts";
import { quizState } from "../../../src/tracking/standing.ts";
import { noteSpent, secondsLeft, startClock } from "../../../src/tracking/timing.ts";
import { packageOf } from "./arbitrary.ts";

const QUIZ = 9;
const limit = { seconds: 3_600, factors: [150, 200] };
const { plan } = packageOf([], [{ ordinal: QUIZ, questions: [{ ordinal: 1, choices: 2 }], count: 1, weight: 10_000 }]);
const timed: Plan = {
  ...plan,
  modules: plan.modules.map((module) => ({ ...module, ...(module.quiz && { quiz: { ...module.quiz, limit } }) })),
};
const quiz = timed.modules[0]?.quiz as QuizPlan; // packageOf gives each module one

const START = Date.UTC(2026, 10, 22, 10, 0, 40);
const at = (seconds: number): Date => new Date(START + seconds * 1_000);
const begun = (factor = 100) => startClock(beginAttempt(newLearner(7), quiz), QUIZ, factor, at(0));
const left = (state: ReturnType<typeof begun>, now: Date) => secondsLeft(limit, quizState(state, QUIZ).attempt, now);

test("time passes on the wall, also while nothing is open", () => {
  expect([0, 600, 3_599, 3_600, 90_000].map((seconds) => left(begun(), at(seconds)))).toEqual([3_600, 3_000, 1, 0, 0]);
  expect(left(begun(150), at(600))).toBe(4_800);
});

test("without a limit there is nothing to be left", () => {
  expect(secondsLeft(undefined, quizState(begun(), QUIZ).attempt, at(0))).toBeUndefined();
  expect(secondsLeft(limit, quizState(beginAttempt(newLearner(7), quiz), QUIZ).attempt, at(0))).toBeUndefined();
});

test("whatever a device's clock says, an attempt never has more than its limit, nor regains what was spent", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 })), (moments) => {
      let state = begun();
      let least = 3_600;
      for (const moment of moments) {
        state = noteSpent(state, QUIZ, limit, at(moment));
        const now = left(state, at(moment)) ?? -1;
        expect(now).toBeLessThanOrEqual(least);
        least = now;
      }
    }),
  );
});

test("starting the clock twice changes nothing", () => {
  expect(startClock(begun(), QUIZ, 200, at(500))).toEqual(begun());
});

test("the clock survives in the packed state, and an update of the package", () => {
  const state = noteSpent(begun(150), QUIZ, limit, at(120));
  expect(decodeState(encodeState(state, "CW"), "CW")).toEqual({ kind: "state", state });
  expect(left(reconcile(state, timed), at(120))).toBe(5_280);
});

test("a package that no longer limits the time forgets the clock", () => {
  expect(quizState(reconcile(begun(), plan), QUIZ).attempt).not.toHaveProperty("timing");
});
