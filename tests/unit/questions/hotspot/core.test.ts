import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import type { ScoringRule, Standard } from "../../../../src/questions/contract.ts";
import { type HotspotKey, hotspot } from "../../../../src/questions/hotspot/core.ts";
import { accepted } from "../accepted.ts";

/** `R` is a right region, `w` a wrong one; ordinals count from 1. */
const keyOf = (regions: string): HotspotKey => ({
  choices: [...regions].map((letter, index) => ({ o: index + 1, right: letter === "R", text: `Region ${index + 1}` })),
});

// regions · chosen · rule · earned/possible, by hand
const CASES: readonly [string, readonly number[] | undefined, ScoringRule, string][] = [
  ["Rw", undefined, "all-or-nothing", "0/1"],
  ["Rw", [1], "all-or-nothing", "1/1"],
  ["Rw", [2], "all-or-nothing", "0/1"],
  ["Rw", [9], "all-or-nothing", "0/1"],
  ["Rwww", undefined, "per-option", "0/1"],
  ["Rwww", [1], "per-option", "1/1"],
  ["Rwww", [4], "per-option", "0/1"],
  ["Rwww", undefined, "right-minus-wrong", "0/1"],
  ["Rwww", [1], "right-minus-wrong", "1/1"],
  ["Rwww", [2], "right-minus-wrong", "-1/1"],
  ["wwR", [3], "all-or-nothing", "1/1"],
  ["RRw", undefined, "all-or-nothing", "0/1"],
  ["RRw", [1, 2], "all-or-nothing", "1/1"],
  ["RRw", [1], "all-or-nothing", "0/1"],
  ["RRw", [1, 2, 3], "all-or-nothing", "0/1"],
  ["RRw", [3], "all-or-nothing", "0/1"],
  ["RRww", undefined, "per-option", "0/4"],
  ["RRww", [1, 2], "per-option", "4/4"],
  ["RRww", [1], "per-option", "3/4"],
  ["RRww", [1, 3], "per-option", "2/4"],
  ["RRww", [3], "per-option", "1/4"],
  ["RRww", [3, 4], "per-option", "0/4"],
  ["RRww", [1, 2, 3, 4], "per-option", "2/4"],
  ["RRww", [1, 9], "per-option", "3/4"],
  ["RRww", undefined, "right-minus-wrong", "0/2"],
  ["RRww", [1, 2], "right-minus-wrong", "2/2"],
  ["RRww", [1], "right-minus-wrong", "1/2"],
  ["RRww", [1, 3], "right-minus-wrong", "0/2"],
  ["RRww", [3, 4], "right-minus-wrong", "-2/2"],
  ["RRR", [1, 2, 3], "per-option", "3/3"],
  ["RRR", [2], "per-option", "1/3"],
];

test.each(CASES)("%s with %j chosen, %s: %s", (regions, chosen, rule, expected) => {
  const { earned, possible } = hotspot.mark(keyOf(regions), chosen, rule);
  expect(`${earned}/${possible}`).toBe(expected);
});

/** Arbitrary regions by arbitrary ordinals, and some of them chosen. */
const answered = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 26 }).chain((ordinals) =>
  fc.record({
    key: fc
      .tuple(...ordinals.map((o) => fc.record({ o: fc.constant(o), right: fc.boolean(), text: text() })))
      .map((choices): HotspotKey => ({ choices }))
      // The build refuses a question without a right region.
      .filter(({ choices }) => choices.some(({ right }) => right)),
    chosen: fc.subarray(ordinals, { minLength: 1 }).map((list) => [...list].sort((a, b) => a - b)),
  }),
);

function text() {
  return fc.string({ unit: "binary", maxLength: 80 });
}

test("answers read back within the announced bits, also after a region was removed", () => {
  fc.assert(
    fc.property(answered, ({ key, chosen }) => {
      const out = bitWriter();
      hotspot.write(out, key, chosen);
      expect(out.length).toBeLessThanOrEqual(hotspot.maxBits(key));
      expect(hotspot.read(bitReader(out.done()), key)).toEqual(chosen);
      const fewer = { choices: key.choices.slice(1).reverse() };
      const kept = chosen.filter((ordinal) => fewer.choices.some(({ o }) => o === ordinal));
      expect(hotspot.read(bitReader(out.done()), fewer)).toEqual(kept.length > 0 ? kept : undefined);
    }),
  );
});

test.each(["scorm12", "scorm2004"] satisfies Standard[])("a strict LMS takes every record in %s", (standard) => {
  fc.assert(
    fc.property(answered, fc.boolean(), ({ key, chosen }, open) => {
      expect(accepted(standard, hotspot.encode(standard, key, open ? undefined : chosen))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
