import fc from "fast-check";
import { expect, test } from "vitest";
import { draw } from "../../../src/tracking/draw.ts";
import { allot, type Need, sortUnits, takeByNeed } from "../../../src/tracking/quota.ts";

/** Up to eight units of one to three questions, and needs over any of them. */
const given = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 }),
    count: fc.integer({ min: 0, max: 12 }),
    wanted: fc.array(fc.record({ count: fc.integer({ min: 0, max: 5 }), mask: fc.nat(2 ** 24 - 1) }), { maxLength: 4 }),
  })
  .map(({ sizes, count, wanted }) => {
    const starts = sizes.map((_, at) => 1 + sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
    const units = sizes.map((size, at) => Array.from({ length: size }, (_, step) => (starts[at] ?? 0) + step));
    const needs = wanted.map(
      ({ count, mask }): Need => ({
        count,
        items: units.flat().filter((ordinal) => (mask >> ordinal) & 1),
      }),
    );
    return { units, count, needs };
  });

/** All selections of whole units, tried one by one. */
function selections(units: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [unit, ...others] = units;
  if (unit === undefined) return [[]];
  const rest = selections(others);
  return [...rest.map((chosen) => [...unit, ...chosen]), ...rest];
}

const meets = (chosen: readonly number[], count: number, needs: readonly Need[]): boolean =>
  chosen.length === count &&
  needs.every(({ count, items }) => chosen.filter((one) => items.includes(one)).length >= count);

test("a way is found exactly when there is one", () => {
  fc.assert(
    fc.property(given, ({ units, count, needs }) => {
      const { cells } = sortUnits(units, needs);
      const way = allot(
        cells,
        count,
        needs.map((need) => need.count),
      );
      expect(typeof way !== "string").toBe(selections(units).some((chosen) => meets(chosen, count, needs)));
      if (typeof way === "string") return;
      expect(way.every((units, at) => units >= 0 && units <= (cells[at]?.units ?? 0))).toBe(true);
      expect(way.reduce((sum, units, at) => sum + units * (cells[at]?.size ?? 0), 0)).toBe(count);
    }),
    { numRuns: 1_000 },
  );
});

test("what is taken is the most preferred of all that keep every promise", () => {
  fc.assert(
    fc.property(given, ({ units, count, needs }) => {
      // All selections come in the order of preference: with the first unit before without it.
      const best = selections(units).find((chosen) => meets(chosen, count, needs));
      expect(takeByNeed(units, count, needs)).toEqual(best);
    }),
    { numRuns: 1_000 },
  );
});

const EXAM = {
  count: 60,
  items: Array.from({ length: 240 }, (_, index) => index + 1),
  needs: [24, 12, 18, 6].map((count, module) => ({
    count,
    items: Array.from({ length: 60 }, (_, index) => module * 60 + index + 1),
  })),
};
const applied = EXAM.items.filter((ordinal) => ordinal % 3 === 0);

test("every attempt of an examination by four modules and a level keeps all five promises", () => {
  const strata = [{ ...EXAM, needs: [...EXAM.needs, { count: 30, items: applied }] }];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 9 }), (seed, attempt) => {
      const asked = draw({ seed, attempt, strata, times: (ordinal) => ordinal % 2 });
      expect(meets(asked, 60, strata[0]?.needs ?? [])).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("questions that were not asked come first, as far as the needs allow", () => {
  const strata = [{ count: 2, items: [1, 2, 3, 4], needs: [{ count: 1, items: [1, 2] }] }];
  const asked = new Set<number>();
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    for (const ordinal of draw({ seed: 5, attempt, strata, times: (one) => (asked.has(one) ? 1 : 0) }))
      asked.add(ordinal);
  }
  expect(asked.size).toBeGreaterThanOrEqual(3);
});

test("two ways of sorting, each with exact numbers, leave no question out for ever", () => {
  // One of each module and one of each level: the four questions come in two pairs.
  const needs = [
    [1, 2],
    [3, 4],
    [1, 3],
    [2, 4],
  ].map((items) => ({ count: 1, items }));
  const pairs = Array.from({ length: 40 }, (_, seed) =>
    [...draw({ seed, attempt: 1, strata: [{ count: 2, items: [1, 2, 3, 4], needs }], times: () => 0 })].sort().join(),
  );
  expect(new Set(pairs)).toEqual(new Set(["1,4", "2,3"]));
});
