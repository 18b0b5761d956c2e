import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import type { Standard } from "../../../../src/questions/contract.ts";
import { type HotspotKey, hotspot } from "../../../../src/questions/hotspot/core.ts";
import { accepted } from "../accepted.ts";

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
