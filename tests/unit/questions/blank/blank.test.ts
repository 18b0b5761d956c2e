import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import { blank as authoring } from "../../../../src/questions/blank/authoring.ts";
import { type BlankKey, blank, type Filling, shorten } from "../../../../src/questions/blank/core.ts";
import { accepted } from "../accepted.ts";
import { kit } from "../kit.ts";

const deliver = (stem: string, keys: object = {}) => {
  const spec = authoring.schema.parse(keys);
  const parts = authoring.parts(spec, stem).map((_, index) => index + 1);
  return authoring.deliver({ spec, parts, stem }, kit, 0);
};
const keyOf = (stem: string, keys: object = {}) => deliver(stem, keys).key as BlankKey; // deliver's own product

const RESTS = "The [[diastolic | diastolic pressure]] pressure.";
const LIST = "It is [[=high | low | normal]].";
const TWO = "[[Systole]] squeezes, [[diastole]] rests.";
const SUGAR = "The word is [[hyperglycemia | !hypoglycemia]].";

const anyText = fc.string({ unit: "binary", maxLength: 2_000 });

/** A key with arbitrary words and ordinals, and answers to some of its gaps. */
const answered = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 60 })
  .chain((ordinals) => {
    const gap = (o: number) =>
      fc.record({ o: fc.constant(o), words: fc.array(anyText, { minLength: 1, maxLength: 3 }), list: fc.boolean() });
    return fc.tuple(...ordinals.map(gap)).chain((gaps) =>
      fc.record({
        key: fc.constant<BlankKey>({
          caseMatters: false,
          accentsMatter: false,
          spaces: "one",
          spelling: 0,
          gaps: gaps.map(({ o, words, list }) =>
            list
              ? {
                  o,
                  phrase: { text: "" },
                  options: words.map((text, index) => ({ o: index + 1, text, right: index === 0 })),
                }
              : { o, phrase: { text: "" }, accepted: { text: words }, refused: { text: [] } },
          ),
        }),
        typed: anyText,
        given: fc.subarray(gaps, { minLength: 1 }),
      }),
    );
  })
  .map(({ key, typed, given }) => ({
    key,
    fillings: given.map(({ o, list }): Filling => ({ o, value: list ? 1 : shorten(typed) })),
  }));

const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

test("answers read back within the announced bits, also where gaps were removed, moved and added", () => {
  fc.assert(
    fc.property(answered, ({ key, fillings }) => {
      const out = bitWriter();
      blank.write(out, key, fillings);
      expect(out.length).toBeLessThanOrEqual(blank.maxBits(key));
      const known = [...fillings].sort((a, b) => a.o - b.o);
      const kept = blank.read(bitReader(out.done()), { ...key, gaps: [...key.gaps].reverse() });
      // A lone surrogate has no UTF-8 form and comes back as U+FFFD.
      const sound = known.map(({ o, value }) => ({
        o,
        value: typeof value === "string" ? wellFormed(value) : value,
      }));
      expect([...(kept ?? [])].sort((a, b) => a.o - b.o)).toEqual(sound);
      const fewer = { ...key, gaps: key.gaps.slice(1) };
      const gone = key.gaps[0]?.o;
      const rest = blank.read(bitReader(out.done()), fewer) ?? [];
      expect([...rest].sort((a, b) => a.o - b.o)).toEqual(sound.filter(({ o }) => o !== gone));
    }),
    { numRuns: 50 },
  );
});

test("an answer of another kind than its gap is dropped", () => {
  const out = bitWriter();
  blank.write(out, keyOf(RESTS), [{ o: 1, value: "diastolic" }]);
  expect(blank.read(bitReader(out.done()), keyOf(LIST))).toBeUndefined();
});

test("damaged state never runs on", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<(0 | 1)[]>(0, 1)), (bits) => {
      for (const { value } of blank.read(bitReader(bits), keyOf(TWO)) ?? []) expect(typeof value).toBe("string");
    }),
  );
});

test("typed answers keep whole characters of 32 bytes", () => {
  expect(shorten("é".repeat(20))).toBe("é".repeat(16));
  expect(shorten(`${"a".repeat(31)}é`)).toBe("a".repeat(31));
  fc.assert(fc.property(anyText, (text) => new TextEncoder().encode(shorten(text)).length <= 32));
});

test("strict LMSs take every record, whatever the text", () => {
  fc.assert(
    fc.property(answered, ({ key, fillings }) => {
      for (const standard of ["scorm12", "scorm2004"] as const) {
        expect(accepted(standard, blank.encode(standard, key, fillings))).toEqual([]);
        expect(accepted(standard, blank.encode(standard, key, undefined))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a comma in an answer does not make it two answers", () => {
  const key = keyOf("The count is [[1,1]].");
  const record = blank.encode("scorm2004", key, [{ o: 1, value: "1,1" }]);
  expect(record).toEqual({ type: "fill-in", response: "1\u201a1", pattern: "1\u201a1" });
  expect(accepted("scorm2004", record)).toEqual([]);
  expect(blank.encode("scorm12", key, undefined).pattern).toBe("1,1");
});

test("reports name the words", () => {
  const filled = [
    { o: 1, value: "high" },
    { o: 2, value: "rest[,]" },
  ];
  expect(blank.encode("scorm12", keyOf(TWO), filled)).toEqual({
    type: "fill-in",
    response: "high; rest(,)",
    pattern: "Systole; diastole",
  });
  expect(blank.encode("scorm2004", keyOf(TWO), [{ o: 2, value: "{lang=en}rest" }])).toEqual({
    type: "fill-in",
    response: "-[,](lang=en)rest",
    pattern: "Systole[,]diastole",
  });
  expect(blank.encode("scorm2004", keyOf(LIST), [{ o: 1, value: 3 }])).toEqual({
    type: "fill-in",
    response: "low",
    pattern: "high",
  });
  expect(blank.encode("scorm2004", keyOf(TWO), undefined)).toEqual({ type: "fill-in", pattern: "Systole[,]diastole" });
});

test("the stem shows lines to fill, and each gap is named by the words around it", () => {
  const { stem, view, key } = deliver("Pressure in the arteries while the heart rests is the [[diastolic]] pressure.");
  expect(stem).toBe("Pressure in the arteries while the heart rests is the \\_\\_\\_ pressure.");
  expect(view).toEqual({ gaps: [{ ordinal: 1, options: null }] });
  expect((key as BlankKey).gaps[0]?.phrase.text).toBe("… rests is the ___ pressure");
});

// stem · phrases
test.each([
  ["[[One]]", ["___"]],
  ["A [[b]] c [[d]].", ["A ___ c …", "A … c ___"]],
  ["First.\n\n- **Now** a `b` [link](https://x.test) ![pic](p.png) [[c]], d e f g", ["… b link pic ___, d e …"]],
  ["| a | b |\n| --- | --- |\n| c | [[b|c]] |", ["c ___"]],
])("names the gaps of %j", (stem, phrases) => {
  expect(keyOf(stem).gaps.map(({ phrase }) => phrase.text)).toEqual(phrases);
});

test("several gaps are numbered, and escaped brackets are no gap", () => {
  expect(deliver("[[a]] and [[=b | c]] \\[[no]]").stem).toBe("(1)\u00a0\\_\\_\\_ and (2)\u00a0\\_\\_\\_ \\[[no]]");
});

test("a gap keeps its part when it moves and takes more spellings; twins are told apart", () => {
  const partsOf = (stem: string) => authoring.parts(authoring.schema.parse({}), stem).map(({ text }) => text);
  expect(partsOf("[[a]] [[=b | c]] [[a | z]]")).toEqual(["[[a]]", "[[b]]", "b | b", "b | c", "[[a]] 2"]);
  expect(partsOf("[[=b | d | c]] then [[a | y]]")).toEqual(["[[b]]", "b | b", "b | d", "b | c", "[[a]]"]);
});

test("a backslash keeps bars and signs", () => {
  const [gap] = keyOf("[[a \\| b | \\=c | \\!d]]").gaps;
  expect(gap && "accepted" in gap && gap.accepted.text).toEqual(["a | b", "=c", "!d"]);
});

// stem · keys · codes
test.each<[string, object, string[]]>([
  [RESTS, {}, []],
  [LIST, {}, []],
  [SUGAR, { spelling: "2" }, []],
  ["No gap", {}, ["no-gap"]],
  ["It [[never ends", {}, ["open-gap"]],
  ["[[a]] and [[b", {}, ["open-gap"]],
  ["[[]]", {}, ["empty-gap"]],
  ["[[a | ]]", {}, ["empty-gap"]],
  ["[[!a]]", {}, ["gap-without-answer"]],
  ["[[a | A]]", {}, ["duplicate-spelling"]],
  ["[[a | !A]]", {}, ["refused-spelling"]],
  [`[[${"long ".repeat(8)}]]`, {}, ["answer-too-long"]],
  ["[[iris]]", { spelling: "2" }, ["spelling-too-loose"]],
  ["[[=a | =b]]", {}, ["no-wrong-option"]],
  ["[[=a | b | b]]", {}, ["duplicate-option"]],
  ["[[=a | !b]]", {}, ["refused-option"]],
  [`[[=a | ${Array.from({ length: 60 }, (_, at) => `o${at}`).join(" | ")}]]`, {}, ["too-many-options"]],
  ["[[a]] ".repeat(21), {}, ["too-many-gaps"]],
])("finds what is wrong with %s", (stem, keys, codes) => {
  const problems = authoring.problems(authoring.schema.parse(keys), stem);
  expect(problems.map(({ code }) => code)).toEqual(codes);
  for (const { help, path } of problems) {
    expect(help).not.toBe("");
    expect(path).toEqual(["stem"]);
  }
});
