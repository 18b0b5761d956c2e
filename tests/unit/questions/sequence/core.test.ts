import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bits, bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import { build } from "../../../../src/questions/build/core.ts";
import { ordering } from "../../../../src/questions/ordering/core.ts";
import type { Sequence, SequenceKey } from "../../../../src/questions/sequence/core.ts";
import { accepted } from "../accepted.ts";
import { answered, given, keyOf } from "./keys.ts";

function written(key: SequenceKey, response: Sequence): Bits {
  const out = bitWriter();
  build.write(out, key, response);
  return out.done();
}

describe("resume state", () => {
  test("answers read back within the announced bits", () => {
    fc.assert(
      fc.property(answered, ({ key, sequence }) => {
        const bits = written(key, sequence);
        expect(bits.length).toBeLessThanOrEqual(build.maxBits(key));
        expect(build.read(bitReader(bits), key)).toEqual(sequence);
      }),
    );
  });

  test("a full answer of 36 parts takes at most 40 characters", () => {
    const parts = Array.from({ length: 36 }, (_, index) => ({ o: index + 1, text: "" }));
    expect(build.maxBits({ parts, right: [1, 2] })).toBeLessThanOrEqual(240);
  });

  test("a package with other parts in another order keeps what still exists", () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 200, max: 5000 }), ({ key, sequence }, fresh) => {
        const parts = [{ o: fresh, text: "new" }, ...key.parts.slice(1).reverse()];
        const kept = sequence.filter((ordinal) => ordinal !== key.parts[0]?.o);
        const read = build.read(bitReader(written(key, sequence)), { parts, right: [fresh] });
        expect(read).toEqual(kept.length > 0 ? kept : undefined);
      }),
    );
  });

  test("an order is always whole: items that came later stand at its end", () => {
    const bits = written(keyOf("abc"), given("cab") ?? []);
    expect(ordering.read(bitReader(bits), keyOf("xadcb"))).toEqual(given("cabdx"));
    expect(ordering.read(bitReader(bits), keyOf("xa"))).toEqual(given("ax"));
    expect(ordering.read(bitReader(bits), keyOf("xyz"))).toBeUndefined();
  });

  test("arbitrary bits give a legal answer or none", () => {
    const key = keyOf("abc+x");
    fc.assert(
      fc.property(fc.array(fc.constantFrom<0 | 1>(0, 1), { maxLength: 200 }), (bits) => {
        const sequence = build.read(bitReader(bits), key) ?? [];
        expect(new Set(sequence).size).toBe(sequence.length);
        for (const ordinal of sequence) expect(key.parts.map(({ o }) => o)).toContain(ordinal);
      }),
    );
  });
});

describe("reports", () => {
  test.each(["scorm12", "scorm2004"] as const)("a strict %s LMS takes every record, whatever the texts", (standard) => {
    fc.assert(
      fc.property(answered, ({ key, sequence }) => {
        expect(accepted(standard, build.encode(standard, key, sequence))).toEqual([]);
        expect(accepted(standard, ordering.encode(standard, key, undefined))).toEqual([]);
      }),
    );
  });

  test("SCORM 1.2 gets characters, and a fill-in where an ordinal has none", () => {
    const key = { parts: [1, 2, 3].map((o) => ({ o, text: `Part ${o}` })), right: [1, 2] };
    expect(build.encode("scorm12", key, [3, 1])).toEqual({ type: "sequencing", response: "c,a", pattern: "a,b" });
    const many = { ...key, parts: [...key.parts, { o: 37, text: "" }] };
    expect(build.encode("scorm12", many, [37])).toEqual({ type: "fill-in", response: "n37", pattern: "a,b" });
  });

  test("an answer that is all right equals the pattern, whichever of two like parts stands where", () => {
    fc.assert(
      fc.property(answered, ({ key, sequence }) => {
        const right = build.mark(key, sequence, "all-or-nothing").earned === 1;
        const { response, pattern } = build.encode("scorm2004", key, sequence);
        expect(response === pattern).toBe(right);
        const twins = new Map(key.parts.flatMap(({ o, like = o }) => [[o, like] as const, [like, o] as const]));
        const exchanged = key.right.map((o) => (key.right.includes(twins.get(o) ?? o) ? (twins.get(o) ?? o) : o));
        expect(build.mark(key, exchanged, "all-or-nothing")).toEqual({ earned: 1, possible: 1 });
        expect(build.encode("scorm2004", key, exchanged).response).toBe(pattern);
      }),
    );
  });

  test("SCORM 2004 gets words, none twice", () => {
    const key = {
      parts: [
        { o: 1, text: "gastr" },
        { o: 2, text: "o" },
        { o: 3, text: "enter" },
        { o: 4, text: "o", like: 2 },
        { o: 5, text: "-logy" },
      ],
      right: [1, 2, 3, 4, 5],
    };
    const pattern = "a_gastr[,]b_o[,]c_enter[,]d_o[,]e_logy";
    expect(build.encode("scorm2004", key, [1, 4, 3, 2, 5])).toEqual({ type: "sequencing", response: pattern, pattern });
  });
});
