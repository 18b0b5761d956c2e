import fc from "fast-check";
import { expect, test } from "vitest";
import {
  betterDose,
  type DecimalMark,
  decimalMark,
  grouped,
  readNumber,
} from "../../../../src/questions/numeric/typed.ts";

const said = (typed: string, mark: DecimalMark, unit?: string): string => {
  const reading = readNumber(typed, mark, unit);
  if (reading.kind === "ambiguous") return `${reading.whole} or ${reading.decimal}`;
  return reading.kind === "number" ? reading.text : reading.kind;
};

// typed · read where the mark is a point · read where it is a comma
test.each([
  ["", "empty", "empty"],
  ["  ", "empty", "empty"],
  ["5", "5", "5"],
  ["+5", "5", "5"],
  ["−5", "-5", "-5"],
  ["5.", "5", "5"],
  [".5", ".5", ".5"],
  [",5", ".5", ".5"],
  ["0.50", "0.50", "0.50"],
  ["1,5", "1.5", "1.5"],
  ["1.5", "1.5", "1.5"],
  ["1,250", "1250 or 1.250", "1.250"],
  ["1.250", "1.250", "1250 or 1.250"],
  ["-1,250", "-1250 or -1.250", "-1.250"],
  ["0,250", "0.250", "0.250"],
  ["1,250.5", "1250.5", "1250.5"],
  ["1.250,5", "1250.5", "1250.5"],
  ["1,250,000", "1250000", "1250000"],
  ["1.250.000", "1250000", "1250000"],
  ["1 250 000", "1250000", "1250000"],
  ["1’250.5", "1250.5", "1250.5"],
  ["12,50,5", "no-number", "no-number"],
  ["1 2", "no-number", "no-number"],
  ["1 2345", "no-number", "no-number"],
  ["five", "no-number", "no-number"],
  ["1e3", "no-number", "no-number"],
  ["1/2", "no-number", "no-number"],
  [".", "no-number", "no-number"],
  ["-", "no-number", "no-number"],
  ["5 mg", "5", "5"],
  ["5mg", "5", "5"],
  ["mg", "empty", "empty"],
  ["5 g", "no-number", "no-number"],
  ["1234567890123456", "1234567890123456", "1234567890123456"],
  ["12345678901234567", "too-long", "too-long"],
])("reads %j", (typed, point, comma) => {
  expect([said(typed, ".", "mg"), said(typed, ",", "mg")]).toEqual([point, comma]);
});

test("nothing that is typed breaks the reader, and no comma changes a value silently by a thousand", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-+]?[0-9., ]{0,20}$/), (typed) => {
      const [point, comma] = [readNumber(typed, "."), readNumber(typed, ",")];
      if (point.kind === "number" && comma.kind === "number") expect(point.text).toBe(comma.text);
    }),
  );
});

test("the decimal mark follows the language", () => {
  expect(["en", "en-US", "de", "es", "fr-CA", "es-MX"].map(decimalMark)).toEqual([".", ".", ",", ",", ",", "."]);
});

test.each([
  [".5", "0.5"],
  ["-.5", "-0.5"],
  ["5.0", "5"],
  ["0.50", "0.5"],
  [".50", "0.5"],
  ["10.0", "10"],
  ["0.5", undefined],
  ["5", undefined],
  ["100", undefined],
  ["0.05", undefined],
])("a dose of %s is better written %s", (typed, better) => {
  expect(betterDose(typed)).toBe(better);
});

// as a key has it · as it is read with a point · with a comma
test.each([
  ["2024", "2024", "2024"],
  ["0.50", "0.50", "0,50"],
  ["23400", "23,400", "23\u202f400"],
  ["-23400.25", "-23,400.25", "-23\u202f400,25"],
  ["1234567.1234567", "1,234,567.1234567", "1\u202f234\u202f567,1234567"],
  ["007000", "007000", "007000"],
])("%s is shown in groups where it is long", (text, point, comma) => {
  expect(grouped(text, ".")).toBe(point);
  expect(grouped(text, ",")).toBe(comma);
});

test("a number that is shown is read as itself, or asked about", () => {
  const number = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom("", ".5", ".25"));
  fc.assert(
    fc.property(number, fc.constantFrom<DecimalMark>(".", ","), ([whole, fraction], mark) => {
      const text = `${whole}${fraction}`;
      const read = readNumber(grouped(text, mark), mark);
      expect(read.kind === "ambiguous" ? read.whole : read).toEqual(
        read.kind === "ambiguous" ? text : { kind: "number", text },
      );
    }),
  );
});
