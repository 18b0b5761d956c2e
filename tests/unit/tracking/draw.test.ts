import fc from "fast-check";
import { expect, test } from "vitest";
import { draw } from "../../../src/tracking/draw.ts";

const input = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  attempt: fc.integer({ min: 1, max: 20 }),
  strata: fc.array(
    fc.record({
      count: fc.integer({ min: 0, max: 10 }),
      items: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }),
    }),
    { maxLength: 4 },
  ),
});
const never = { times: () => 0 };

test("the same learner and attempt draw the same questions, in the same order, however pools are listed", () => {
  fc.assert(
    fc.property(input, (given) => {
      const reversed = given.strata.map(({ count, items }) => ({ count, items: [...items].reverse() }));
      expect(draw({ ...given, strata: reversed, ...never })).toEqual(draw({ ...given, ...never }));
    }),
  );
});

test("no question is asked twice in an attempt, and none from outside its pools", () => {
  fc.assert(
    fc.property(input, (given) => {
      const asked = draw({ ...given, ...never });
      expect(new Set(asked).size).toBe(asked.length);
      for (const ordinal of asked) expect(given.strata.some(({ items }) => items.includes(ordinal))).toBe(true);
    }),
  );
});

test("each stratum gives its count when its pool is large enough", () => {
  const strata = [
    { count: 2, items: [1, 2, 3, 4] },
    { count: 3, items: [5, 6, 7] },
  ];
  const asked = draw({ seed: 1, attempt: 1, strata, ...never });
  expect(asked.slice(0, 2).every((ordinal) => ordinal <= 4)).toBe(true);
  expect(asked.slice(2).sort()).toEqual([5, 6, 7]);
});

test("nothing repeats across attempts until the pool is exhausted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const items = Array.from({ length: 24 }, (_, index) => index + 1);
      const times = new Map<number, number>();
      for (let attempt = 1; attempt <= Math.floor(24 / count); attempt += 1) {
        for (const ordinal of draw({ seed, attempt, strata: [{ count, items }], times: (o) => times.get(o) ?? 0 })) {
          expect(times.get(ordinal)).toBeUndefined();
          times.set(ordinal, 1);
        }
      }
    }),
  );
});

test("every question of a pool is drawn about equally often", () => {
  const items = Array.from({ length: 10 }, (_, index) => index + 1);
  const drawn = Array.from({ length: 2_000 }, (_, seed) =>
    draw({ seed, attempt: 1, strata: [{ count: 5, items }], ...never }),
  ).flat();
  for (const ordinal of items) {
    const share = drawn.filter((asked) => asked === ordinal).length / 2_000;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  }
});
