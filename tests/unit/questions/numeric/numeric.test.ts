import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import { numeric as authoring } from "../../../../src/questions/numeric/authoring.ts";
import { type NumericKey, numeric } from "../../../../src/questions/numeric/core.ts";
import { NUMBER } from "../../../../src/questions/numeric/rational.ts";
import { accepted } from "../accepted.ts";
import { kit } from "../kit.ts";

const deliver = (keys: object, stem = "How many?", variant = 0, rationale?: string, language = "en") =>
  authoring.deliver(
    { spec: authoring.schema.parse(keys), parts: [], stem, ...(rationale === undefined ? {} : { rationale }) },
    { ...kit, language },
    variant,
  );
const keyOf = (keys: object) => deliver(keys).key as NumericKey; // deliver's own product

/** What readNumber can give. */
const typedNumbers = fc.stringMatching(/^-?(\d{1,15}|\d{0,7}\.\d{1,7})$/).filter((text) => NUMBER.test(text));
const anyKey = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.nat())
  .map(
    ([n, d, spread]): NumericKey => ({
      low: `${n}/${d}`,
      high: `${n + BigInt(spread)}/${d}`,
      answer: { text: String(n) },
      unit: { text: "" },
    }),
  );

test("numbers read back as typed, within the announced bits", () => {
  fc.assert(
    fc.property(typedNumbers, anyKey, (typed, key) => {
      const out = bitWriter();
      numeric.write(out, key, typed);
      expect(out.length).toBeLessThanOrEqual(numeric.maxBits(key));
      expect(numeric.read(bitReader(out.done()), key)).toBe(typed);
    }),
  );
});

test("damaged state is no number", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<(0 | 1)[]>(0, 1)), (bits) => {
      const read = numeric.read(bitReader(bits), keyOf({ answer: "1" }));
      if (read !== undefined) expect(read).toMatch(NUMBER);
    }),
  );
});

test("strict LMSs take every record", () => {
  fc.assert(
    fc.property(typedNumbers, anyKey, (typed, key) => {
      for (const standard of ["scorm12", "scorm2004"] as const) {
        expect(accepted(standard, numeric.encode(standard, key, typed))).toEqual([]);
        expect(accepted(standard, numeric.encode(standard, key, undefined))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test("reports give the number and both ends of what is right", () => {
  const key = keyOf({ answer: "1 / 3", tolerance: "0.01" });
  expect(numeric.encode("scorm2004", key, ".330")).toEqual({
    type: "numeric",
    response: "0.33",
    pattern: "0.3233333[:]0.3433333",
  });
  expect(numeric.encode("scorm12", key, "-5")).toEqual({ type: "numeric", response: "-5", pattern: "0.33" });
  expect(numeric.encode("scorm12", key, "12345678901")).toEqual({
    type: "fill-in",
    response: "12345678901",
    pattern: "0.33",
  });
});

const DOSE = { answer: "lb / 2.2 * 10", variables: { lb: { from: "22", to: "66", step: "11" } }, unit: "mg" };

test("each variant has its own numbers in stem, key and rationale", () => {
  const made = [0, 1, 4].map((variant) =>
    deliver(DOSE, "The child weighs {{lb}} lb.", variant, "{{lb}} ÷ 2.2 = {{lb / 2.2}} kg, so {{answer}} mg"),
  );
  expect(authoring.variants?.(authoring.schema.parse(DOSE))).toBe(5);
  expect(made.map(({ stem }) => stem)).toEqual([22, 33, 66].map((lb) => `The child weighs ${lb} lb.`));
  expect(made.map(({ rationale }) => rationale)).toEqual([
    "22 ÷ 2.2 = 10 kg, so 100 mg",
    "33 ÷ 2.2 = 15 kg, so 150 mg",
    "66 ÷ 2.2 = 30 kg, so 300 mg",
  ]);
});

test("values are shown as written, results in the language's way", () => {
  const keys = { answer: "ml * 1.5", variables: { ml: ["0.50", "2"] } };
  expect(deliver(keys, "{{ml}} ml", 0, "{{answer}}").stem).toBe("0.50 ml");
  const german = deliver(keys, "{{ml}} ml", 0, "{{answer}}", "de");
  expect([german.stem, german.rationale]).toEqual(["0,50 ml", "0,75"]);
});

test("in the address of a picture or link a number stays as it is", () => {
  const keys = { answer: "pay * 2", variables: { pay: ["45000"], cut: ["0.5"] } };
  const stem =
    "![Pay of {{pay}}](assets/pay-{{pay}}-{{cut}}.svg) and [more](https://example.org/{{pay * 2}}), ({{pay}})";
  expect(deliver(keys, stem).stem).toBe(
    "![Pay of 45,000](assets/pay-45000-0.5.svg) and [more](https://example.org/90000), (45,000)",
  );
  expect(deliver(keys, "![{{cut}}](a-{{cut}}.svg)", 0, "", "de").stem).toBe("![0,5](a-0.5.svg)");
});

test("phones get a keyboard with a minus where the answer is negative", () => {
  expect(deliver({ answer: "5" }).view).toEqual({ unit: "", mode: "decimal" });
  expect(deliver({ answer: "0 - 5" }).view).toEqual({ unit: "", mode: "text" });
});

test("a stored variant's number keeps its meaning: other values are another shape, another answer is not", () => {
  const shape = (keys: object) => authoring.shape(authoring.schema.parse(keys), "");
  expect(shape({ answer: "1" })).toBe(shape({ answer: "2" }));
  expect(shape(DOSE)).toBe(shape({ ...DOSE, answer: "lb" }));
  expect(shape(DOSE)).not.toBe(shape({ ...DOSE, variables: { lb: ["22", "33"] } }));
});
