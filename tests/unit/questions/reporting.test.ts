/** Interactions of every type in both standards: whatever the texts and answers, a strict LMS takes them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coreTypes } from "../../../src/questions/registry.core.ts";
import { QUESTION_TYPES } from "../../../src/questions/types.ts";
import { accepted } from "./accepted.ts";
import { answersOf, anyText } from "./arbitrary.ts";

function encoded(type: string, standard: "scorm12" | "scorm2004", key: unknown, response: unknown) {
  const core = coreTypes[type];
  if (!core) throw new Error(`No type ${type}`);
  return core.encode(standard, key, response);
}

describe.each(["scorm12", "scorm2004"] as const)("%s", (standard) => {
  test.each(QUESTION_TYPES)("takes every record of %s, answered or not", (type) => {
    fc.assert(
      fc.property(answersOf(type), fc.boolean(), ({ key, response }, open) => {
        const record = encoded(type, standard, key, open ? undefined : response);
        expect(accepted(standard, record)).toEqual([]);
        expect("response" in record).toBe(!open);
      }),
      { numRuns: 60 },
    );
  });

  test("takes answers of 2,000 characters, and of separators alone", () => {
    fc.assert(
      fc.property(anyText(2_000), fc.constantFrom("x", "é", "[,]", "{lang=en}"), (text, filler) => {
        for (const response of [text, filler.repeat(2_000).slice(0, 2_000)]) {
          expect(accepted(standard, encoded("essay", standard, { limit: 2_000 }, response))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("takes 60 choices with texts of 300 characters, all right and all chosen", () => {
    const ordinals = Array.from({ length: 60 }, (_, index) => index + 1);
    fc.assert(
      fc.property(fc.tuple(...ordinals.map(() => anyText(300))), (texts) => {
        const key = { choices: ordinals.map((o, at) => ({ o, right: true, text: texts[at] })) };
        expect(accepted(standard, encoded("multiple", standard, key, ordinals))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
