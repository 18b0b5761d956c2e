import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import type { ChoiceKey } from "../../../../src/questions/choice/core.ts";
import type { Standard } from "../../../../src/questions/contract.ts";
import { likert as authoring } from "../../../../src/questions/likert/authoring.ts";
import { likert } from "../../../../src/questions/likert/core.ts";
import { accepted } from "../accepted.ts";
import { kit } from "../kit.ts";

const deliver = (data: object, parts: readonly number[] = []) =>
  authoring.deliver({ spec: authoring.schema.parse(data), parts, stem: "How sure are you?" }, kit, 0);

test("without a scale, agreement in five steps has the same ordinals in every course", () => {
  expect(authoring.parts(authoring.schema.parse({}), "")).toEqual([]);
  expect(deliver({}).key).toEqual({
    choices: [
      { o: 1, right: false, text: "Strongly disagree" },
      { o: 2, right: false, text: "Disagree" },
      { o: 3, right: false, text: "Neither agree nor disagree" },
      { o: 4, right: false, text: "Agree" },
      { o: 5, right: false, text: "Strongly agree" },
    ],
  });
});

test("an author's scale keeps its order and the lock file's ordinals, and is another question than agreement", () => {
  const spec = authoring.schema.parse({ scale: ["Never", "Always"] });
  expect(deliver({ scale: ["Never", "Always"] }, [7, 3]).key).toEqual({
    choices: [
      { o: 7, right: false, text: "Never" },
      { o: 3, right: false, text: "Always" },
    ],
  });
  expect(authoring.parts(spec, "")).toEqual([{ text: "Never" }, { text: "Always" }]);
  expect(authoring.shape(spec, "")).not.toBe(authoring.shape(authoring.schema.parse({}), ""));
});

test.each([
  ["one step", { scale: ["Never"] }],
  ["twelve steps", { scale: Array.from({ length: 12 }, (_, step) => `Step ${step}`) }],
  ["an empty step", { scale: ["Never", " "] }],
  ["points", { points: "2" }],
  ["a scoring rule", { scoring: "per-option" }],
])("refuses %s", (_name, data) => {
  expect(authoring.schema.safeParse(data).success).toBe(false);
});

test("finds equal steps", () => {
  const spec = authoring.schema.parse({ scale: ["Never", "Always", "Never"] });
  expect(authoring.problems(spec, "").map(({ code, path }) => [code, path])).toEqual([
    ["duplicate-step", ["scale", 2]],
  ]);
});

test("whatever is chosen earns nothing and misses nothing", () => {
  const key: ChoiceKey = { choices: [{ o: 1, right: false, text: "Never" }] };
  expect(likert.mark(key, [1], "per-option")).toEqual({ earned: 0, possible: 1 });
  expect(authoring.graded).toBe(false);
});

test("reports the step's position, with its words where the standard takes them, and no correct pattern", () => {
  const { choices } = {
    choices: ["Never", "Sometimes", "Nearly always!"].map((text, o) => ({ o: o + 5, right: false, text })),
  };
  expect(likert.encode("scorm12", { choices }, [7])).toEqual({ type: "likert", response: "3" });
  expect(likert.encode("scorm2004", { choices }, [7])).toEqual({ type: "likert", response: "3_Nearly_always" });
  expect(likert.encode("scorm2004", { choices }, undefined)).toEqual({ type: "likert" });
  expect(likert.encode("scorm12", { choices }, [99])).toEqual({ type: "likert" });
});

/** A scale of 2 to 11 steps with arbitrary ordinals and text, and one of them chosen. */
const answered = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 11 }).chain((ordinals) =>
  fc.record({
    key: fc
      .array(fc.string({ unit: "binary", maxLength: 300 }), { minLength: ordinals.length, maxLength: ordinals.length })
      .map((texts): ChoiceKey => ({ choices: ordinals.map((o, at) => ({ o, right: false, text: texts[at] ?? "" })) })),
    chosen: fc.constantFrom(...ordinals).map((o) => [o]),
  }),
);

test("answers read back within the announced bits, also from a package whose scale had other steps", () => {
  fc.assert(
    fc.property(answered, ({ key, chosen }) => {
      const out = bitWriter();
      likert.write(out, key, chosen);
      expect(out.length).toBeLessThanOrEqual(likert.maxBits(key));
      expect(likert.read(bitReader(out.done()), key)).toEqual(chosen);
      const other = { choices: key.choices.slice(1) };
      const left = other.choices.some(({ o }) => o === chosen[0]);
      expect(likert.read(bitReader(out.done()), other)).toEqual(left ? chosen : undefined);
    }),
  );
});

test.each(["scorm12", "scorm2004"] satisfies Standard[])("a strict LMS takes every record in %s", (standard) => {
  fc.assert(
    fc.property(answered, fc.boolean(), ({ key, chosen }, open) => {
      expect(accepted(standard, likert.encode(standard, key, open ? undefined : chosen))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
