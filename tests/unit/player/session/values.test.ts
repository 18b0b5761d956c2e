import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clock12,
  decimal,
  identifier,
  isMoreThanZero,
  resultText,
  singleLine,
  timespan12,
  timespan2004,
  timestamp2004,
} from "../../../../src/player/session/values.ts";

describe("decimal", () => {
  test.each([
    [0, "0"],
    [100, "100"],
    [80.5, "80.5"],
    [0.29, "0.29"],
    [79.996, "79.99"],
    [-0.5, "-0.5"],
    [0.001, "0"],
  ])("%f is %s", (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  test("every score in hundredths survives, as percent and as share", () => {
    for (let score = 0; score <= 10_000; score += 1) {
      expect(Math.round(Number(decimal(score / 100)) * 100)).toBe(score);
      expect(Math.round(Number(decimal(score / 10_000, 4)) * 10_000)).toBe(score);
      expect(decimal(score / 100)).toMatch(/^\d{1,3}(\.\d{1,2})?$/);
      expect(decimal(score / 10_000, 4)).toMatch(/^[01](\.\d{1,4})?$/);
    }
  });
});

describe("times", () => {
  test.each([
    [0, "0000:00:00", "PT0S"],
    [59.994, "0000:00:59.99", "PT59.99S"],
    [59.996, "0000:01:00", "PT1M0S"],
    [3723.05, "0001:02:03.05", "PT1H2M3.05S"],
    [Number.NaN, "0000:00:00", "PT0S"],
    [36_000_000, "9999:59:59", "PT10000H0S"],
  ])("%f seconds", (seconds, old, recent) => {
    expect([timespan12(seconds), timespan2004(seconds)]).toEqual([old, recent]);
  });

  test("are legal for every duration, with two decimals or none", () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 4e7 }), (seconds) => {
        expect(timespan12(seconds)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d(\.\d\d)?$/);
        expect(timespan2004(seconds)).toMatch(/^PT(\d+H)?([1-5]?\dM)?[1-5]?\d(\.\d\d)?S$/);
      }),
    );
  });

  test("keep what they say", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999_999 }), (hundredths) => {
        const [hours, minutes, seconds] = timespan12(hundredths / 100)
          .split(":")
          .map(Number);
        expect(Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 100)).toBe(hundredths);
      }),
    );
  });

  test("a moment is local and has no zone", () => {
    const moment = new Date(2026, 0, 2, 3, 4, 5, 678);
    expect(clock12(moment)).toBe("03:04:05");
    expect(timestamp2004(moment)).toBe("2026-01-02T03:04:05");
  });
});

test("identifiers are legal whatever the competency is called", () => {
  expect(identifier("I.P.1")).toBe("I.P.1");
  expect(identifier("1. Ärzte & Pflege")).toBe("x1.-rzte-Pflege");
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect(identifier(text)).toMatch(/^[A-Za-z][A-Za-z0-9._-]{0,249}$/);
    }),
  );
});

test("a description is one line and no half character", () => {
  expect(singleLine(" a\r\n b\tc ", 10)).toBe("a b c");
  expect(singleLine("1234😀", 5)).toBe("1234");
  expect(singleLine("{lang=xx}{a}", 5)).toBe(" {lan");
});

test.each([
  ["0000:00:00.00", false],
  ["PT0H0M0S", false],
  ["", false],
  ["00:00:01", true],
])("isMoreThanZero(%s)", (text, more) => {
  expect(isMoreThanZero(text)).toBe(more);
});

test.each([
  [{ result: 0, response: "a" }, "wrong"],
  [{ result: 1, response: "a" }, "correct"],
  [{ result: 2 / 3, response: "a" }, "0.66"],
  [{ response: "a" }, "neutral"],
  [{}, undefined],
])("resultText(%o)", (interaction, text) => {
  expect(resultText(interaction, "wrong")).toBe(text);
});
