import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bits, bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import { type Decisions, type ScenarioKey, scenario, walk } from "../../../../src/questions/scenario/core.ts";
import { accepted } from "../accepted.ts";
import { answered, given, keyOf } from "./keys.ts";

const DETOUR = "0 A1 b2|1 C3 d4|2 E1 f4|3|4";

function written(key: ScenarioKey, decisions: Decisions): Bits {
  const out = bitWriter();
  scenario.write(out, key, decisions);
  return out.done();
}

describe("resume state", () => {
  test("answers read back within the announced bits", () => {
    fc.assert(
      fc.property(answered, ({ key, decisions }) => {
        const bits = written(key, decisions);
        expect(bits.length).toBeLessThanOrEqual(scenario.maxBits(key));
        expect(scenario.read(bitReader(bits), key)).toEqual(decisions);
      }),
    );
  });

  test("the longest of many ways is found at once", () => {
    const scenes = Array.from({ length: 36 }, (_, index) => ({
      choices: [1, 2, 3].flatMap((step) => {
        const to = index + step;
        return to < 36 ? [{ o: index * 3 + step, right: true, text: "", to }] : [];
      }),
    }));
    // 7 bits for ordinals up to 106, eight for the width, and 35 decisions.
    expect(scenario.maxBits({ scenes })).toBe(4 + 7 * 35);
  });

  test.each([
    ["AC", DETOUR, "AC"],
    ["bEC", "0 A1 b2 x1|1 C3 d4|2 E1 f4|3|4", "bEC"], // a choice that came later
    ["bEC", "0 A1 b1|1 C3 d4|3|4", "bC"], // a scene is gone: what was decided in the others stays
    ["bEC", "0 A1 g2|1 C3 d4|2 E1 f4|3|4", ""], // the first choice is gone
    ["AC", "0 A3 b2|1 C3 d4|2 E1 f4|3 G4 h4|4", "A"], // a scene came between
  ])("%s in another package, %s, reads as %j", (taken, later, kept) => {
    const bits = written(keyOf(DETOUR), given(taken) ?? []);
    expect(scenario.read(bitReader(bits), keyOf(later))).toEqual(given(kept));
  });

  test("arbitrary bits give a way that the scenario has, or none", () => {
    const key = keyOf(DETOUR);
    fc.assert(
      fc.property(fc.array(fc.constantFrom<0 | 1>(0, 1), { maxLength: 200 }), (bits) => {
        const decisions = scenario.read(bitReader(bits), key);
        expect(walk(key, decisions).steps.map(({ choice }) => choice.o)).toEqual(decisions ?? []);
        expect(decisions).not.toEqual([]);
      }),
    );
  });
});

test("a way is finished in a scene without choices", () => {
  const finished = (taken: string) => scenario.isFinished?.(keyOf(DETOUR), given(taken) ?? []);
  expect(["", "A", "b", "bE"].map(finished)).toEqual([false, false, false, false]);
  expect(["AC", "Ad", "bf", "bEC"].map(finished)).toEqual([true, true, true, true]);
});

describe("reports", () => {
  test.each(["scorm12", "scorm2004"] as const)("a strict %s LMS takes every way, whatever the texts", (standard) => {
    fc.assert(
      fc.property(answered, ({ key, decisions }) => {
        expect(accepted(standard, scenario.encode(standard, key, decisions))).toEqual([]);
        expect(accepted(standard, scenario.encode(standard, key, undefined))).toEqual([]);
      }),
    );
  });

  test("a way that is right to its end equals the pattern, and no other does", () => {
    fc.assert(
      fc.property(answered, ({ key, decisions }) => {
        const right = scenario.mark(key, decisions, "all-or-nothing").earned === 1;
        const { response, pattern } = scenario.encode("scorm2004", key, decisions);
        expect(response === pattern).toBe(right);
      }),
    );
  });

  test("SCORM 1.2 gets characters, and a fill-in where an ordinal has none", () => {
    const choice = (o: number, right: boolean, to: number) => ({ o, right, text: `Say ${o}`, to });
    const key = (last: number): ScenarioKey => ({
      scenes: [
        { choices: [choice(1, true, 1), choice(2, false, 1)] },
        { choices: [choice(3, true, 2), choice(last, false, 2)] },
        { choices: [] },
      ],
    });
    expect(scenario.encode("scorm12", key(4), [2, 4])).toEqual({ type: "sequencing", response: "b,d", pattern: "a,c" });
    expect(scenario.encode("scorm12", key(37), [2, 37])).toEqual({
      type: "fill-in",
      response: "b,n37",
      pattern: "a,c",
    });
    const pattern = "a_Say_1[,]c_Say_3";
    expect(scenario.encode("scorm2004", key(4), [1])).toEqual({ type: "sequencing", response: "a_Say_1", pattern });
  });
});
