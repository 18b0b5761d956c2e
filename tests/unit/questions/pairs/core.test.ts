import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bits, bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import { pairs as core, type Pairs, type PairsKey } from "../../../../src/questions/pairs/core.ts";
import { accepted } from "../accepted.ts";
import { answered, given, keyOf } from "./keys.ts";

function written(key: PairsKey, response: Pairs): Bits {
  const out = bitWriter();
  core.write(out, key, response);
  return out.done();
}

describe("resume state", () => {
  test("answers read back within the announced bits", () => {
    fc.assert(
      fc.property(answered, ({ key, pairs }) => {
        const bits = written(key, pairs);
        expect(bits.length).toBeLessThanOrEqual(core.maxBits(key));
        expect(core.read(bitReader(bits), key)).toEqual(pairs);
      }),
    );
  });

  test("a full answer to 36 items takes at most 100 characters", () => {
    const items = Array.from({ length: 36 }, (_, index) => ({ o: index + 1, text: "", to: 37 + index }));
    const options = items.map(({ to }) => ({ o: to, text: "" }));
    expect(core.maxBits({ items, options })).toBeLessThanOrEqual(600);
  });

  test("a package with other items and options keeps what still exists", () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 200, max: 5000 }), ({ key, pairs }, fresh) => {
        const [gone, ...options] = key.options;
        const items = [...key.items.slice(1)].reverse();
        const newer = {
          items: [{ o: fresh, text: "new", to: fresh + 1 }, ...items],
          options: [...options, { o: fresh + 1, text: "new" }],
        };
        const kept = items.flatMap(({ o }) => pairs.filter(([item, option]) => item === o && option !== gone?.o));
        expect(core.read(bitReader(written(key, pairs)), newer)).toEqual(kept.length > 0 ? kept : undefined);
      }),
    );
  });

  test("arbitrary bits give a legal answer or none", () => {
    const key = keyOf("Ax By");
    fc.assert(
      fc.property(fc.array(fc.constantFrom<0 | 1>(0, 1), { maxLength: 200 }), (bits) => {
        for (const [item, option] of core.read(bitReader(bits), key) ?? []) {
          expect(key.items.map(({ o }) => o)).toContain(item);
          expect(key.options.map(({ o }) => o)).toContain(option);
        }
      }),
    );
  });
});

describe("reports", () => {
  test.each(["scorm12", "scorm2004"] as const)("a strict %s LMS takes every record, whatever the texts", (standard) => {
    fc.assert(
      fc.property(answered, ({ key, pairs }) => {
        expect(accepted(standard, core.encode(standard, key, pairs))).toEqual([]);
        expect(accepted(standard, core.encode(standard, key, undefined))).toEqual([]);
      }),
    );
  });

  test("a right answer equals the pattern", () => {
    fc.assert(
      fc.property(answered, ({ key }) => {
        for (const standard of ["scorm12", "scorm2004"] as const) {
          const { response, pattern } = core.encode(
            standard,
            key,
            key.items.map(({ o, to }) => [o, to]),
          );
          expect(response).toBe(pattern);
        }
      }),
    );
  });

  const key: PairsKey = {
    items: [
      { o: 1, text: "Lavender", to: 3 },
      { o: 2, text: "Light blue", to: 4 },
    ],
    options: [
      { o: 3, text: "EDTA" },
      { o: 4, text: "Sodium citrate" },
    ],
  };

  test("SCORM 1.2 gets pairs of characters, and a fill-in where an ordinal has none", () => {
    expect(core.encode("scorm12", key, [[1, 4]])).toEqual({ type: "matching", response: "a.d", pattern: "a.c,b.d" });
    const many = { ...key, options: [...key.options, { o: 37, text: "Heparin" }] };
    expect(core.encode("scorm12", many, [[1, 37]])).toEqual({ type: "fill-in", response: "a.n37", pattern: "a.c,b.d" });
  });

  test("SCORM 2004 gets words", () => {
    expect(core.encode("scorm2004", key, [[2, 4]])).toEqual({
      type: "matching",
      response: "b_Light_blue[.]d_Sodium_citrate",
      pattern: "a_Lavender[.]c_EDTA[,]b_Light_blue[.]d_Sodium_citrate",
    });
  });

  test("what no longer exists is not reported", () => {
    const old = given("Ax") ?? [];
    expect(core.encode("scorm12", key, old)).toEqual({ type: "matching", pattern: "a.c,b.d" });
  });
});
