import fc from "fast-check";
import { expect, test } from "vitest";
import { draw, nearestSum } from "../../../src/tracking/draw.ts";

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

/** A pool of single questions and cases, with a count that they can or cannot make up. */
const pool = fc
  .record({ sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), count: fc.nat(20) })
  .map(({ sizes, count }) => {
    const starts = sizes.map((_, at) => 1 + sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
    const units = sizes.map((size, at) => Array.from({ length: size }, (_, step) => (starts[at] ?? 0) + step));
    return { count, units, items: units.flat(), cases: units.filter(({ length }) => length > 1) };
  });

/** Every number of questions that whole units make up, tried one by one. */
function possible(units: readonly { readonly length: number }[]): ReadonlySet<number> {
  const [unit, ...others] = units;
  if (unit === undefined) return new Set([0]);
  const rest = [...possible(others)];
  return new Set([...rest, ...rest.map((sum) => sum + unit.length)]);
}

test("cases are drawn whole and in their order, and the count is kept exactly wherever it can be", () => {
  fc.assert(
    fc.property(pool, fc.integer({ min: 0, max: 2 ** 32 - 1 }), ({ count, units, items, cases }, seed) => {
      const asked = draw({ seed, attempt: 1, strata: [{ count, items, cases }], ...never });
      const most = Math.max(...[...possible(units)].filter((sum) => sum <= count));
      expect(asked).toHaveLength(most);
      expect(nearestSum(units, count)).toBe(most);
      for (const unit of cases) {
        const at = asked.indexOf(unit[0] ?? 0);
        expect(at < 0 ? [] : asked.slice(at, at + unit.length)).toEqual(at < 0 ? [] : unit);
        if (at < 0) expect(unit.some((ordinal) => asked.includes(ordinal))).toBe(false);
      }
    }),
  );
});

test("the least often asked case comes first, when the count allows it", () => {
  const cases = [
    [1, 2],
    [3, 4],
  ];
  const strata = [{ count: 2, items: [1, 2, 3, 4], cases }];
  for (let seed = 0; seed < 20; seed += 1) {
    expect(draw({ seed, attempt: 2, strata, times: (ordinal) => (ordinal <= 2 ? 1 : 0) })).toEqual([3, 4]);
  }
});
