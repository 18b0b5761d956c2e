import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "../../../src/tracking/codec.ts";
import { type Receipt, readReceipt, writeReceipt } from "../../../src/tracking/receipt.ts";

const OWNER = { identifier: "CW-duties-12345678", learner: "s-4711" };
const receipts: fc.Arbitrary<Receipt> = fc
  .record({
    situation: fc.constantFrom("open", "passed-open", "passed-done", "failed-again", "failed-final", "done-no-quiz"),
    score: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }),
    attempts: fc.integer({ min: 0, max: 63 }),
    day: fc.integer({ min: 0, max: 60_000 }).map((day) => Date.UTC(2020, 0, 1) + day * 86_400_000),
  })
  .map(({ score, ...rest }): Receipt => (score === undefined ? rest : { ...rest, score }));

test("a receipt reads back, however it is typed", () => {
  fc.assert(
    fc.property(receipts, fc.constantFrom("", " ", "-", "  "), fc.boolean(), (receipt, gap, small) => {
      const written = writeReceipt(receipt, OWNER);
      expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = written.split("-").join(gap).replaceAll("1", "l").replaceAll("0", "o");
      expect(readReceipt(small ? typed.toLowerCase() : typed)).toEqual({
        kind: "receipt",
        receipt,
        package: fingerprint(OWNER.identifier),
        learner: fingerprint(OWNER.learner),
      });
    }),
  );
});

test("one wrong character or two swapped ones are found", () => {
  fc.assert(
    fc.property(receipts, fc.nat(19), fc.integer({ min: 1, max: 31 }), (receipt, at, shift) => {
      const text = writeReceipt(receipt, OWNER).replaceAll("-", "");
      const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
      const wrong = alphabet[(alphabet.indexOf(text[at] ?? "") + shift) % 32] ?? "";
      expect(readReceipt(text.slice(0, at) + wrong + text.slice(at + 1)).kind).toBe("mistyped");
      const [a = "", b = ""] = text.slice(at, at + 2);
      if (a !== b && b !== "")
        expect(readReceipt(text.slice(0, at) + b + a + text.slice(at + 2)).kind).toBe("mistyped");
    }),
  );
});

test("any text is read without an exception", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => readReceipt(typed).kind !== "receipt"));
});
