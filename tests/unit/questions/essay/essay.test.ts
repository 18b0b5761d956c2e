import fc from "fast-check";
import { expect, test } from "vitest";
import { bitReader, bitWriter } from "../../../../src/questions/bits.ts";
import type { Standard } from "../../../../src/questions/contract.ts";
import { essay as authoring } from "../../../../src/questions/essay/authoring.ts";
import { essay, excess } from "../../../../src/questions/essay/core.ts";
import { accepted } from "../accepted.ts";
import { kit } from "../kit.ts";

const parse = (data: object) => authoring.schema.parse(data);

/** What comes back after an answer was stored. */
function stored(text: string, limit: number): string | undefined {
  const out = bitWriter();
  essay.write(out, { limit }, text);
  expect(out.length).toBeLessThanOrEqual(essay.maxBits({ limit }));
  return essay.read(bitReader(out.done()), { limit });
}

test("500 characters are kept when the author says nothing", () => {
  expect(parse({})).toEqual({ limit: 500, rubric: [] });
  expect(authoring.deliver({ spec: parse({}), parts: [], stem: "Why?" }, kit, 0).key).toEqual({ limit: 500 });
});

test("model answer and rubric are rendered, each at its own place", () => {
  const asked: [string, number][] = [];
  const note = (text: string, index: number): string => {
    asked.push([text, index]);
    return `<p>${text}</p>`;
  };
  const spec = parse({ limit: "120", model: "Say it back.", rubric: ["Names the patient", "Names the dose"] });
  const { key } = authoring.deliver({ spec, parts: [], stem: "Why?" }, { ...kit, inline: note, block: note }, 0);
  expect(key).toEqual({
    limit: 120,
    model: "<p>Say it back.</p>",
    rubric: ["<p>Names the patient</p>", "<p>Names the dose</p>"],
  });
  const texts = authoring.texts(spec);
  for (const [text, index] of asked) expect(texts[index]?.text).toBe(text);
  expect(texts.map(({ path }) => path.join("."))).toEqual(["model", "rubric.0", "rubric.1"]);
});

test.each([
  ["a limit that is no number", { limit: "long" }],
  ["a limit below 20", { limit: "19" }],
  ["a limit above 2,000", { limit: "2001" }],
  ["an empty model answer", { model: " " }],
  ["an empty rubric", { rubric: [] }],
  ["an empty criterion", { rubric: [""] }],
  ["points", { points: "5" }],
  ["a floor", { floor: "-1" }],
])("refuses %s", (_name, data) => {
  expect(authoring.schema.safeParse(data).success).toBe(false);
});

test("warns of answers that weigh more than a third of what an LMS keeps", () => {
  expect(authoring.problems(parse({ limit: "1000" }), "")).toEqual([]);
  const [problem, ...others] = authoring.problems(parse({ limit: "2000" }), "");
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "heavy-essay", severity: "warning", path: ["limit"] });
  // 2,000 bytes of eight bits and 16 bits of length, six bits a character.
  expect(problem?.message).toContain("2670 of the 3,800");
});

test("another limit is another question, because it bounds what is stored", () => {
  expect(authoring.shape(parse({ limit: "100" }), "")).not.toBe(authoring.shape(parse({ limit: "200" }), ""));
});

test("is never marked", () => {
  expect(essay.mark({ limit: 500 }, "All of it", "all-or-nothing")).toEqual({ earned: 0, possible: 1 });
  expect(authoring.graded).toBe(false);
});

test("answers read back as they were typed", () => {
  const typed = fc.string({ unit: "binary", maxLength: 660 });
  fc.assert(
    fc.property(typed, (text) => {
      expect(stored(text, 2_000)).toBe(text.trim() === "" ? undefined : text);
    }),
  );
});

test("of what is too long, as many whole characters are kept as fit", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.integer({ min: 4, max: 60 }),
      (text, limit) => {
        const kept = stored(text, limit) ?? "";
        expect(text.startsWith(kept) || kept === "").toBe(true);
        expect(excess(kept, limit)).toBeLessThanOrEqual(0);
        const next = [...text.slice(kept.length)][0] ?? "";
        if (kept !== "" && next !== "") expect(excess(kept + next, limit)).toBeGreaterThan(0);
      },
    ),
  );
  expect(stored("naïve", 3)).toBe("na");
  expect(stored("naïve", 4)).toBe("naï");
});

test("a damaged length reads no further than there are bits", () => {
  const out = bitWriter();
  out.number(2_000);
  out.fixed(0x41, 8);
  expect(essay.read(bitReader(out.done()), { limit: 500 })).toBe("A");
});

test("reports one line, as long as the standard takes", () => {
  const text = `{lang=en}\nFirst\u2028second\t${"x".repeat(5_000)}`;
  const old = essay.encode("scorm12", { limit: 500 }, text);
  expect(old.type).toBe("fill-in");
  expect(old.response).toHaveLength(255);
  expect(old.response?.startsWith(" {lang=en} First second xxx")).toBe(true);
  const modern = essay.encode("scorm2004", { limit: 500 }, text);
  expect(modern.type).toBe("long-fill-in");
  expect(modern.response).toHaveLength(4_000);
  expect(essay.encode("scorm2004", { limit: 500 }, undefined)).toEqual({ type: "long-fill-in" });
});

test.each(["scorm12", "scorm2004"] satisfies Standard[])("a strict LMS takes every answer in %s", (standard) => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 2_000 }),
    fc.string({
      unit: fc.constantFrom("{", "}", "[", ",", "]", ".", ":", "=", "lang", "\n", "é", "😀"),
      maxLength: 2_000,
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(accepted(standard, essay.encode(standard, { limit: 2_000 }, text))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
