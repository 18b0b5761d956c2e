import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../src/questions/bits.ts";
import type { ChoiceKey } from "../../../src/questions/choice/core.ts";
import { multiple } from "../../../src/questions/multiple/core.ts";
import { single } from "../../../src/questions/single/core.ts";
import { trueFalse } from "../../../src/questions/true-false/core.ts";

const keyOf = (rights: readonly boolean[], texts: readonly string[] = []): ChoiceKey => ({
  choices: rights.map((right, o) => ({ o, right, text: texts[o] ?? `Choice ${o}` })),
});

/** A key of 2 to 60 choices with arbitrary ordinals and text, and some of them chosen. */
const answered = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 2, maxLength: 60 }).chain((ordinals) =>
  fc.record({
    key: fc
      .array(fc.record({ right: fc.boolean(), text: fc.string({ unit: "binary", maxLength: 400 }) }), {
        minLength: ordinals.length,
        maxLength: ordinals.length,
      })
      .map(
        (rest): ChoiceKey => ({
          choices: ordinals.map((o, index) => ({ o, ...(rest[index] ?? { right: false, text: "" }) })),
        }),
      ),
    chosen: fc.subarray(ordinals, { minLength: 1 }).map((list) => [...list].sort((a, b) => a - b)),
  }),
);

test("a single choice has no partial credit", () => {
  expect(single.mark(keyOf([true, false, false]), [0, 1], "per-option")).toEqual({ earned: 0, possible: 1 });
});

test("answers read back within the announced bits, also from a package that had more choices", () => {
  fc.assert(
    fc.property(answered, ({ key, chosen }) => {
      const out = bitWriter();
      multiple.write(out, key, chosen);
      expect(out.length).toBeLessThanOrEqual(multiple.maxBits(key));
      expect(multiple.read(bitReader(out.done()), key)).toEqual(chosen);
      const fewer = { choices: key.choices.slice(1) };
      const kept = chosen.filter((ordinal) => fewer.choices.some(({ o }) => o === ordinal));
      expect(multiple.read(bitReader(out.done()), fewer)).toEqual(kept.length > 0 ? kept : undefined);
    }),
  );
});

test("SCORM 1.2 gets single characters, or a fill-in where there are not enough of them", () => {
  fc.assert(
    fc.property(answered, ({ key, chosen }) => {
      const { type, response, pattern } = multiple.encode("scorm12", key, chosen);
      expect(response?.length).toBeLessThanOrEqual(255);
      expect(pattern?.length ?? 0).toBeLessThanOrEqual(255);
      if (type === "choice") expect(response).toMatch(/^[a-z0-9](,[a-z0-9])*$/);
      else expect(Math.max(...key.choices.map(({ o }) => o))).toBeGreaterThan(36);
    }),
  );
});

test("SCORM 2004 gets distinct short identifiers that Moodle takes, or one line where they are too many", () => {
  fc.assert(
    fc.property(answered, ({ key, chosen }) => {
      const { type, response = "" } = multiple.encode("scorm2004", key, chosen);
      const many = key.choices.length > 36;
      expect(type).toBe(many ? "long-fill-in" : "choice");
      if (many) expect(response).toMatch(/^[\w ]{1,4000}$/);
      const tokens = response.split(many ? " " : "[,]");
      expect(new Set(tokens).size).toBe(chosen.length);
      for (const token of tokens) expect(token).toMatch(/^\w{1,250}$/);
    }),
  );
});

test("unanswered questions send no response", () => {
  expect(single.encode("scorm12", keyOf([false, true]), undefined)).toEqual({ type: "choice", pattern: "a" });
  expect(trueFalse.encode("scorm2004", keyOf([true, false]), undefined)).toEqual({
    type: "true-false",
    pattern: "false",
  });
});

test("true-false speaks each standard's words", () => {
  const key = {
    choices: [
      { o: 1, right: true, text: "True" },
      { o: 0, right: false, text: "False" },
    ],
  };
  expect(trueFalse.encode("scorm12", key, [0])).toEqual({ type: "true-false", response: "f", pattern: "t" });
  expect(trueFalse.encode("scorm2004", key, [1])).toEqual({ type: "true-false", response: "true", pattern: "true" });
});
