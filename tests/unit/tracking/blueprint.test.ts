import fc from "fast-check";
import { expect, test } from "vitest";
import { type Blueprint, countOf, neverDrawn, shortfallOf, strataOf } from "../../../src/tracking/blueprint.ts";
import { draw } from "../../../src/tracking/draw.ts";

const ITEMS = [1, 2, 3, 4, 5, 6, 7, 8];
const subset = fc.uniqueArray(fc.constantFrom(...ITEMS), { minLength: 1 }).map((items) => items.sort((a, b) => a - b));
const need = fc.record({ count: fc.integer({ min: 1, max: 3 }), items: subset });
const limit = fc.record({
  kind: fc.constantFrom("at-least" as const, "at-most" as const),
  count: fc.integer({ min: 0, max: 4 }),
  items: subset,
});
const blueprints: fc.Arbitrary<Blueprint> = fc.record({
  items: fc.constant(ITEMS),
  cases: fc.constantFrom(
    [],
    [[1, 2]],
    [
      [1, 2],
      [5, 6, 7],
    ],
  ),
  entries: fc.array(need, { maxLength: 3 }),
  total: fc.integer({ min: 1, max: 8 }),
  limits: fc.array(limit, { maxLength: 2 }),
});

/** Every set of items that an attempt could ask, tried one by one. */
function possible(blueprint: Blueprint): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** ITEMS.length }, (_, mask) => ITEMS.filter((_, index) => (mask >> index) & 1)).filter(
    (asked) => keeps(asked, blueprint),
  );
}

function keeps(asked: readonly number[], { cases, entries, total, limits }: Blueprint): boolean {
  const among = (items: readonly number[]) => asked.filter((item) => items.includes(item)).length;
  const slots = entries.flatMap(({ count, items }) => Array.from({ length: count }, () => items));
  return (
    asked.length === (entries.length > 0 ? slots.length : total) &&
    cases.every((unit) => [0, unit.length].includes(among(unit))) &&
    (entries.length === 0 || matches(asked, slots)) &&
    limits.every(({ kind, count, items }) => (kind === "at-least" ? among(items) >= count : among(items) <= count))
  );
}

/** Whether every question can stand in a slot of its own. */
function matches(asked: readonly number[], slots: readonly (readonly number[])[]): boolean {
  const [first, ...others] = asked;
  if (first === undefined) return true;
  return slots.some((slot, at) => slot.includes(first) && matches(others, slots.toSpliced(at, 1)));
}

test("a draw is refused exactly when no attempt could be drawn", () => {
  fc.assert(
    fc.property(blueprints, (blueprint) => {
      expect(shortfallOf(blueprint) === undefined).toBe(possible(blueprint).length > 0);
    }),
    { numRuns: 600 },
  );
});

test("what is accepted is kept by every attempt of every learner, whatever was asked before", () => {
  fc.assert(
    fc.property(blueprints, fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(255), (blueprint, seed, before) => {
      fc.pre(shortfallOf(blueprint) === undefined);
      const strata = strataOf(blueprint);
      const asked = draw({ seed, attempt: 2, strata, times: (ordinal) => (before >> ordinal) & 1 });
      expect(new Set(asked).size).toBe(asked.length);
      expect(keeps(asked, blueprint)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test("a shortfall names the first wish that cannot be met, and the nearest count that could", () => {
  fc.assert(
    fc.property(blueprints, (blueprint) => {
      const short = shortfallOf(blueprint);
      if (!short || short.possible === undefined) return;
      const { what, index, possible: count } = short;
      const mended: Blueprint = {
        ...blueprint,
        ...(what === "total" && { total: count }),
        entries: what === "entry" ? withCount(blueprint.entries.slice(0, index + 1), index, count) : blueprint.entries,
        limits: what === "limit" ? withCount(blueprint.limits.slice(0, index + 1), index, count) : [],
      };
      expect(possible(mended).length).toBeGreaterThan(0);
      expect(count).not.toBe(short.asked);
    }),
    { numRuns: 600 },
  );
});

function withCount<T extends { readonly count: number }>(
  list: readonly T[],
  index: number,
  count: number,
): readonly T[] {
  return list.map((each, at) => (at === index ? { ...each, count } : each));
}

test("questions that nothing can complete are named", () => {
  fc.assert(
    fc.property(blueprints, (blueprint) => {
      fc.pre(shortfallOf(blueprint) === undefined);
      const strata = strataOf(blueprint);
      const never = new Set(neverDrawn(strata).flat());
      const asked = new Set(possible(blueprint).flat());
      for (const { items } of strata) for (const item of items) expect(never.has(item)).toBe(!asked.has(item));
    }),
    { numRuns: 400 },
  );
});

test("numbers are exact: six of ten applied questions are asked, of which four lie in the pool", () => {
  const pool = ITEMS.slice(0, 4);
  const blueprint = {
    items: ITEMS,
    cases: [],
    entries: [],
    total: 6,
    limits: [{ kind: "at-least" as const, count: 5, items: pool }],
  };
  expect(shortfallOf(blueprint)).toEqual({ what: "limit", index: 0, asked: 5, possible: 4, tangled: false });
  expect(shortfallOf({ ...blueprint, total: 9 })).toMatchObject({ what: "total", asked: 9, possible: 8 });
  expect(countOf([{ count: 2, items: pool }])).toBe(2);
});

test("entries that share nothing stay strata of their own, in their order", () => {
  const entries = [
    { count: 1, items: [5, 6] },
    { count: 2, items: [1, 2, 3] },
  ];
  expect(strataOf({ items: ITEMS, cases: [], entries, limits: [] })).toEqual(entries);
});
