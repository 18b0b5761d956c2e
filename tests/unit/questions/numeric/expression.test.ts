import fc from "fast-check";
import Fraction from "fraction.js";
import { expect, test } from "vitest";
import { exactDecimal } from "../../../../src/questions/numeric/answer.ts";
import { numeric } from "../../../../src/questions/numeric/authoring.ts";
import { readFormula } from "../../../../src/questions/numeric/expression.ts";
import {
  combinations,
  MOST_VARIANTS,
  variantCount,
  variantValues,
} from "../../../../src/questions/numeric/variants.ts";

const result = (formula: string): string => {
  const read = readFormula(formula, ["lb"]);
  if ("message" in read) return read.message;
  return read.value(new Map([["lb", new Fraction(22)]]))?.toFraction() ?? "nothing";
};

test.each([
  ["lb / 2.2 * 10", "100"],
  ["0.1 + 0.2", "3/10"],
  ["-(1 - 3) ** 2", "4"],
  ["2 ** 3 ** 2", "512"],
  ["2 ** -2", "1/4"],
  ["2 * 3 + 4 / 8", "13/2"],
  ["round(2.345, 2)", "47/20"],
  ["round(-2.5)", "-3"],
  ["round(1234, -2)", "1200"],
  ["floor(-2.5) + ceil(2.1) + abs(-1)", "1"],
  ["min(3, 1, 2) + max(3, 1, 2)", "4"],
  ["1 / 0", "nothing"],
  ["0 ** -1", "nothing"],
  ["4 ** 0.5", "nothing"],
  ["9 ** 99 ** 99", "nothing"],
  ["round(1, 0.5)", "nothing"],
])("%s is %s", (formula, expected) => expect(result(formula)).toBe(expected));

test.each([
  ["1 +", "“1 +” is no formula."],
  ["kg * 2", "There is no variable “kg”."],
  ["sqrt(4)", "There is no function “sqrt”."],
  ["lb ^ 2", "`^` is no operator of formulas."],
  ["!lb", "`!` is no operator of formulas."],
  ["round()", "`round` is given 0 numbers but takes 1 or 2 numbers."],
  ["min()", "`min` is given 0 numbers but takes at least one number."],
  ["1,5", "The formula holds something other than numbers, variables, operators and functions."],
  ["lb.constructor", "The formula holds something other than numbers, variables, operators and functions."],
  ["'text'", "The formula holds something other than numbers, variables, operators and functions."],
  ["1e3", "The formula holds something other than numbers, variables, operators and functions."],
  ["lb ? 1 : 2", "The formula holds something other than numbers, variables, operators and functions."],
  ["constructor(1)", "There is no function “constructor”."],
  ["(0).toString()", "There is no function “”."],
])("refuses %s", (formula, message) => expect(result(formula)).toBe(message));

test("whatever stands in a formula, it gives a value, none, or a sentence", () => {
  const tokens = fc.constantFrom(
    "lb",
    "2",
    "0",
    ".5",
    "+",
    "-",
    "*",
    "/",
    "**",
    "(",
    ")",
    "round(",
    ",",
    "^",
    "a",
    " ",
    "'",
  );
  fc.assert(
    fc.property(
      fc.array(tokens, { maxLength: 12 }).map((list) => list.join("")),
      (text) => result(text) !== "",
    ),
  );
});

test.each([
  ["1/2", "0.5"],
  ["-1/8", "-0.125"],
  ["100", "100"],
  ["1/3", undefined],
  ["1/1024", "0.0009765625"],
])("%s as a decimal is %s", (fraction, decimal) => expect(exactDecimal(new Fraction(fraction))).toBe(decimal));

const values = fc.uniqueArray(fc.nat({ max: 9_999 }).map(String), { minLength: 1, maxLength: 40 });

test("variants are all combinations, or a sample without repeats", () => {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      const variables = { a, b, c };
      const all = Array.from({ length: variantCount(variables) }, (_, at) =>
        [...variantValues(variables, at).values()].join(),
      );
      expect(all.length).toBe(Math.min(MOST_VARIANTS, combinations(variables)));
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 30 },
  );
});

test("the sample is the same on every machine", () => {
  const variables = {
    a: Array.from({ length: 100 }, (_, at) => String(at)),
    b: Array.from({ length: 100 }, (_, at) => String(at)),
  };
  expect([0, 1, 255].map((at) => [...variantValues(variables, at).values()].join())).toMatchInlineSnapshot(`
    [
      "4,0",
      "45,0",
      "73,99",
    ]
  `);
});

// keys · stem · rationale · codes
test.each<[object, string, string | undefined, string[]]>([
  [{ answer: "5" }, "How many?", undefined, []],
  [{ answer: "lb * 2", variables: { lb: ["1", "2"] } }, "{{lb}} twice?", "{{lb}} × 2 = {{answer}}", []],
  [{ answer: "lb *" }, "How many?", undefined, ["bad-formula"]],
  [{ answer: "kg" }, "How many?", undefined, ["bad-formula"]],
  [{ answer: "1 / 3" }, "How many?", undefined, ["no-answer"]],
  [{ answer: "1 / 3", decimals: "2" }, "How many?", undefined, []],
  [{ answer: "12345678901234567" }, "How many?", undefined, ["no-answer"]],
  [{ answer: "1 / lb", variables: { lb: ["1", "0"] } }, "{{lb}}?", undefined, ["no-answer"]],
  [{ answer: "lb", variables: { lb: ["1"] } }, "{{lbs}}?", undefined, ["bad-number"]],
  [{ answer: "lb", variables: { lb: ["1"] } }, "{{answer}} of {{lb}}?", undefined, ["bad-number"]],
  [{ answer: "lb", variables: { lb: ["1"] } }, "{{lb}}?", "{{lb / 3}}", ["bad-number"]],
  [{ answer: "lb", variables: { lb: ["1"] } }, "{{lb}}?", "{{1 / (lb - 1)}}", ["bad-number"]],
  [{ answer: "5", variables: { lb: ["1"] } }, "How many?", undefined, ["unused-variable"]],
  [{ answer: "5", variables: { "1b": ["1"] } }, "How many?", undefined, ["bad-variable", "unused-variable"]],
  [{ answer: "5", variables: { answer: ["1"] } }, "{{answer}}?", undefined, ["bad-variable"]],
  [{ answer: "5", decimals: "1", figures: "1" }, "How many?", undefined, ["two-roundings"]],
  [{ answer: "5", style: "dose", figures: "1" }, "How many?", undefined, ["dose-with-figures"]],
])("finds what is wrong with %j in %j", (keys, stem, rationale, codes) => {
  const problems = numeric.problems(numeric.schema.parse(keys), stem, rationale);
  expect(problems.map(({ code }) => code)).toEqual(codes);
  for (const { message, help } of problems) expect(`${message} ${help}`).toMatch(/^[“`A-Z].*\.$/s);
});

test.each<[object, string]>([
  [{ answer: "" }, "answer"],
  [{ answer: "1", tolerance: "-1" }, "tolerance"],
  [{ answer: "1", tolerance: "some" }, "tolerance"],
  [{ answer: "1", decimals: "13" }, "decimals"],
  [{ answer: "1", figures: "0" }, "figures"],
  [{ answer: "1", style: "doze" }, "style"],
  [{ answer: "1", variables: { lb: ["one"] } }, "variables.lb.0"],
  [{ answer: "1", variables: { lb: [] } }, "variables.lb"],
  [{ answer: "1", variables: { lb: { from: "1", to: "2" } } }, "variables.lb.step"],
  [{ answer: "1", variables: { lb: { from: "1", to: "2", step: "0" } } }, "variables.lb"],
  [{ answer: "1", variables: { lb: { from: "2", to: "1", step: "1" } } }, "variables.lb"],
  [{ answer: "1", variables: { lb: { from: "0", to: "1", step: "0.000001" } } }, "variables.lb"],
])("refuses %j and says where", (keys, path) => {
  expect(numeric.schema.safeParse(keys).error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("a range counts exactly", () => {
  const { variables } = numeric.schema.parse({
    answer: "1",
    variables: { ml: { from: "0.1", to: "0.5", step: "0.1" } },
  });
  expect(variables.ml).toEqual(["0.1", "0.2", "0.3", "0.4", "0.5"]);
});

test("a question is plain data", () => {
  const spec = numeric.schema.parse({ answer: "1 / 3", tolerance: "2.5%", variables: { lb: ["1"] } });
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(spec.precision.tolerance).toEqual({ amount: "0.025", relative: true });
});
