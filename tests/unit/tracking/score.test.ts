import fc from "fast-check";
import { expect, test } from "vitest";
import { addScore, attemptScore, publishedScore, weightedTotal } from "../../../src/tracking/score.ts";
import type { ScoreRecord } from "../../../src/tracking/state.ts";

const item = (points: number, earned: number, possible: number) => ({ points, mark: { earned, possible } });

// By hand: points × earned ⁄ possible, cut to hundredths of a percent.
test.each([
  ["nothing asked", [], 0],
  ["one of one", [item(1, 1, 1)], 10_000],
  ["two of three", [item(1, 1, 1), item(1, 1, 1), item(1, 0, 1)], 6_666],
  ["one third of a point and a whole one", [item(1, 1, 3), item(1, 1, 1)], 6_666],
  ["thirds that make one", [item(1, 1, 3), item(1, 2, 3)], 5_000],
  ["points weigh", [item(3, 1, 1), item(1, 0, 1)], 7_500],
  ["just below the mark stays below", [item(100, 7_999, 10_000), item(1, 0, 1)], 7_919],
  ["79.996% is not 80%", [item(1, 79_996, 100_000)], 7_999],
])("%s", (_name, items, expected) => expect(attemptScore(items)).toBe(expected));

test("exact whatever the denominators: all parts of a whole make 100%", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 60 })), {
        minLength: 1,
        maxLength: 250,
      }),
      (list) => {
        expect(attemptScore(list.map(([points, possible]) => item(points, possible, possible)))).toBe(10_000);
      },
    ),
  );
});

test("a score never rises when a mark falls", () => {
  const marks = fc.array(
    fc.record({ points: fc.integer({ min: 1, max: 9 }), earned: fc.integer({ min: 1, max: 7 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(marks, (list) => {
      const better = list.map(({ points, earned }) => item(points, earned, 7));
      const worse = list.map(({ points, earned }, index) => item(points, index === 0 ? earned - 1 : earned, 7));
      expect(attemptScore(worse)).toBeLessThanOrEqual(attemptScore(better));
    }),
  );
});

test("each policy publishes its attempt", () => {
  const record = [5_000, 9_000, 7_001].reduce<ScoreRecord | undefined>(addScore, undefined);
  if (!record) throw new Error("No record.");
  expect(publishedScore(record, "first")).toBe(5_000);
  expect(publishedScore(record, "best")).toBe(9_000);
  expect(publishedScore(record, "latest")).toBe(7_001);
  expect(publishedScore(record, "mean")).toBe(7_000);
});

test("a course's score weighs its quizzes", () => {
  expect(
    weightedTotal([
      { weight: 4_000, score: 10_000 },
      { weight: 6_000, score: 5_000 },
    ]),
  ).toBe(7_000);
  expect(
    weightedTotal([
      { weight: 3_333, score: 10_000 },
      { weight: 3_333, score: 10_000 },
      { weight: 3_334, score: 10_000 },
    ]),
  ).toBe(10_000);
});
