import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bits, bitWriter } from "../../../src/questions/bits.ts";
import { coreTypes } from "../../../src/questions/registry.core.ts";
import { budgetOf } from "../../../src/tracking/budget.ts";
import { decodeState, encodeState } from "../../../src/tracking/codec.ts";
import {
  answerItem,
  beginAttempt,
  moveTo,
  newLearner,
  nextSequence,
  reconcile,
  revealItem,
  seeLesson,
  submitAttempt,
} from "../../../src/tracking/learning.ts";
import { quizState, quizzesOf } from "../../../src/tracking/standing.ts";
import type { LearnerState } from "../../../src/tracking/state.ts";
import { type Package, packages } from "./arbitrary.ts";

const ID = "CW-test";

/** What a learner can do next, by number; all numbers are legal and mean something in every package. */
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(), fc.nat()), { maxLength: 80 });

function live(
  { plan, pools }: Package,
  nonce: number,
  path: readonly (readonly [number, number, number])[],
): LearnerState {
  const lessons = plan.modules.flatMap((module) => module.lessons);
  const quizzes = quizzesOf(plan);
  const questions = new Map(pools.flatMap((pool) => pool.questions.map((question) => [question.ordinal, question])));
  let state = newLearner(nonce);
  for (const [what, a, b] of path) {
    state = nextSequence(state);
    const lesson = lessons[a % Math.max(1, lessons.length)];
    const quiz = quizzes[a % Math.max(1, quizzes.length)];
    if (what === 0 && lesson)
      state = moveTo(seeLesson(state, lesson.ordinal), { at: "lesson", lesson: lesson.ordinal });
    if (!quiz) continue;
    const items = quizState(state, quiz.ordinal).attempt?.items ?? [];
    const at = b % Math.max(1, items.length);
    const question = questions.get(items[at]?.ordinal ?? 0);
    if (what === 1) state = beginAttempt(state, quiz);
    if (what === 2 && question) state = answerItem(state, quiz.ordinal, at, response(question.key, b));
    if (what === 3) state = revealItem(state, quiz.ordinal, at);
    if (what === 4) state = moveTo(state, { at: "quiz", quiz: quiz.ordinal, item: at });
    if (what >= 5 && items.length > 0) {
      const marks = items.map(() => ({ points: 1, mark: { earned: b % 2, possible: 1 } }));
      state = moveTo(submitAttempt(state, quiz.ordinal, marks), { at: "result", quiz: quiz.ordinal });
    }
  }
  return state;
}

function response(key: unknown, number: number): Bits {
  const out = bitWriter();
  coreTypes.multiple?.write(out, key, [number % 60, (number * 7) % 60]);
  return out.done();
}

const learners = packages.chain((course) =>
  fc
    .record({ course: fc.constant(course), nonce: fc.integer({ min: 0, max: 2 ** 32 - 1 }), path: steps })
    .map((made) => ({
      course: made.course,
      state: live(made.course, made.nonce, made.path),
    })),
);

test("decode(encode(state)) is the state, for any life of a learner", () => {
  fc.assert(
    fc.property(learners, ({ state }) => {
      expect(decodeState(encodeState(state, ID), ID)).toEqual({ kind: "state", state });
    }),
  );
});

test("the worst case is a true bound for any life of a learner", () => {
  fc.assert(
    fc.property(learners, ({ course, state }) => {
      const bound = budgetOf(course.plan, course.pools, { highest: 3_000, retired: 0 });
      expect(encodeState(state, ID).length).toBeLessThanOrEqual(bound.characters);
    }),
    { numRuns: 300 },
  );
});

test("the worst case is not far above what a learner reaches who does everything", () => {
  const course = fc.sample(packages, { seed: 7, numRuns: 40 }).find(({ pools }) => pools.length === 3);
  if (!course) throw new Error("The sample holds no package with three quizzes.");
  const everything = [
    ...course.plan.modules.flatMap(({ lessons }) => lessons.map((_, index) => [0, index, 0] as const)),
    ...[0, 1, 2].flatMap(
      (quiz) =>
        [
          [1, quiz, 0],
          [5, quiz, 1],
          [1, quiz, 0],
          [5, quiz, 1],
          [1, quiz, 0],
        ] as const,
    ),
    ...[0, 1, 2].flatMap((quiz) => Array.from({ length: 40 }, (_, item) => [2, quiz, item] as const)),
  ];
  const reached = encodeState(live(course, 2 ** 32 - 1, everything), ID).length;
  expect(budgetOf(course.plan, course.pools, { highest: 3_000, retired: 0 }).characters).toBeLessThan(reached * 1.5);
});

describe("what is not a state of this package", () => {
  const text = encodeState(newLearner(1), ID);

  test("an empty value is empty", () => expect(decodeState("", ID)).toEqual({ kind: "empty" }));
  test("another package's state is foreign", () => expect(decodeState(text, "CW-other")).toEqual({ kind: "foreign" }));
  test("a later format is newer", () => expect(decodeState(`I${text.slice(1)}`, ID)).toEqual({ kind: "newer" }));
  test.each([
    ["words", "cmi.location=3"],
    ["spaces", "AA AA"],
    ["a JSON state of another tool", '{"a":1}'],
    ["a cut state", text.slice(0, -2)],
    ["a lengthened state", `${text}AA`],
  ])("%s: damaged", (_name, value) => expect(decodeState(value, ID)).toEqual({ kind: "damaged" }));

  test("any text is read without an exception, and only real states are taken", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => decodeState(value, ID).kind !== "state"));
  });

  test("one wrong character anywhere is found", () => {
    fc.assert(
      fc.property(learners, fc.nat(), fc.integer({ min: 1, max: 63 }), ({ state }, at, shift) => {
        const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const good = encodeState(state, ID);
        const index = at % good.length;
        const other = alphabet[(alphabet.indexOf(good[index] ?? "") + shift) % 64];
        const bad = good.slice(0, index) + other + good.slice(index + 1);
        const decoded = decodeState(bad, ID);
        // The last character's padding bits carry nothing; there the state itself must be unharmed.
        if (decoded.kind === "state") expect(decoded.state).toEqual(state);
      }),
    );
  });
});

test("an older state keeps in a changed package all that still exists, and the open attempt its questions", () => {
  fc.assert(
    fc.property(learners, packages, ({ state }, newer) => {
      const kept = reconcile(state, newer.plan);
      const lessons = new Set(newer.plan.modules.flatMap((module) => module.lessons.map(({ ordinal }) => ordinal)));
      expect(kept.seen).toEqual(state.seen.filter((lesson) => lessons.has(lesson)));
      for (const quiz of quizzesOf(newer.plan)) {
        const known = new Set(quiz.draw.flatMap(({ items }) => items));
        const before = quizState(state, quiz.ordinal);
        const after = quizState(kept, quiz.ordinal);
        expect(after.scores).toEqual(before.scores);
        expect(after.attempt?.items ?? []).toEqual(
          (before.attempt?.items ?? []).filter(({ ordinal }) => known.has(ordinal)),
        );
      }
      expect(reconcile(kept, newer.plan)).toEqual(kept);
    }),
  );
});
