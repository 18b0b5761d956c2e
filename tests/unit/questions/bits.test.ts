import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitsToText, bitWriter, numberBits, textToBits } from "../../../src/questions/bits.ts";

const naturals = fc.integer({ min: 0, max: 2 ** 40 });

test("numbers read back, in as many bits as announced", () => {
  fc.assert(
    fc.property(fc.array(naturals), (numbers) => {
      const out = bitWriter();
      for (const number of numbers) out.number(number);
      expect(out.length).toBe(numbers.reduce((sum, number) => sum + numberBits(number), 0));
      const input = bitReader(out.done());
      expect(numbers.map(() => input.number())).toEqual(numbers);
      expect(input.overrun).toBe(false);
    }),
  );
});

test("a larger number never takes fewer bits", () => {
  fc.assert(fc.property(naturals, naturals, (a, b) => numberBits(Math.min(a, b)) <= numberBits(Math.max(a, b))));
});

test("text holds bits, padded to whole characters of six", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<(0 | 1)[]>(0, 1)), (bits) => {
      const text = bitsToText(bits);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(text.length).toBe(Math.ceil(bits.length / 6));
      expect(textToBits(text)?.slice(0, bits.length)).toEqual(bits);
    }),
  );
});

test("reading past the end gives zeros and says so", () => {
  const input = bitReader([1, 1]);
  expect(input.fixed(4)).toBe(12);
  expect(input.overrun).toBe(true);
});

test("a foreign character is refused", () => expect(textToBits("ab c")).toBeUndefined());

test("a value that does not fit is the caller's fault", () => {
  expect(() => bitWriter().fixed(4, 2)).toThrow(RangeError);
});
