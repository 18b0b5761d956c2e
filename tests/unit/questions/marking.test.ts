import fc from "fast-check";
import { expect, test } from "vitest";
import { markParts } from "../../../src/questions/marking.ts";
import { attemptScore, boundMark } from "../../../src/tracking/score.ts";

// right · wrong · all parts · earned/possible by each rule
test.each([
  [0, 0, 3, "0/1", "0/3", "0/3"],
  [3, 0, 3, "1/1", "3/3", "3/3"],
  [2, 0, 3, "0/1", "2/3", "2/3"],
  [2, 1, 3, "0/1", "2/3", "1/3"],
  [1, 2, 3, "0/1", "1/3", "-1/3"],
  [0, 3, 3, "0/1", "0/3", "-3/3"],
  [0, 0, 0, "0/1", "0/1", "0/1"],
] as const)("%i right and %i wrong of %i parts", (right, wrong, all, nothing, each, minus) => {
  const marks = (["all-or-nothing", "per-option", "right-minus-wrong"] as const).map((rule) =>
    markParts({ right, wrong, all }, rule),
  );
  expect(marks.map(({ earned, possible }) => `${earned}/${possible}`)).toEqual([nothing, each, minus]);
});

test("an attempt never scores below 0, and losses reduce what others earned", () => {
  const lost = { points: 2, mark: { earned: -1, possible: 2 } };
  const won = { points: 2, mark: { earned: 1, possible: 1 } };
  expect(attemptScore([lost])).toBe(0);
  expect(attemptScore([lost, won])).toBe(2_500);
});

test("no mark gives fewer points than the floor, and none above it changes", () => {
  const parts = fc.record({
    earned: fc.integer({ min: -60, max: 60 }),
    possible: fc.integer({ min: 1, max: 60 }),
    points: fc.integer({ min: 1, max: 100 }),
    loss: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(parts, ({ earned, possible, points, loss }) => {
      const mark = { earned: Math.min(earned, possible), possible };
      const floor = -Math.min(loss, points);
      const bound = boundMark(mark, { points, floor });
      expect(bound.earned * points).toBeGreaterThanOrEqual(floor * bound.possible);
      if (mark.earned * points >= floor * mark.possible) expect(bound).toEqual(mark);
    }),
  );
});
