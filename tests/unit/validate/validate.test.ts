import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { hundredths, path } from "../../../src/validate/fields.ts";
import { validate } from "../../../src/validate/validate.ts";

const BASE = {
  "course.yaml": "id: demo\ntitle: Demo\nmodules: [one]\n",
  "one/module.yaml": "title: One\n",
  "one/01-start.md": "---\ntitle: Start\n---\nText.\n",
};

async function check(files: Readonly<Record<string, string>>) {
  const raw = await loadCourse(memory({ ...BASE, ...files }));
  return validate(raw.value);
}

async function checked(files: Readonly<Record<string, string>>) {
  const outcome = await check(files);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return outcome.value;
}

test("the hint at an unknown type knows cases too", async () => {
  const help = async (type: string) => {
    const { notes } = await check({ "one/quiz.yaml": `questions: [{ stem: Which?, type: ${type}, lesson: start }]\n` });
    return notes.find(({ code }) => code === "question/unknown-type")?.help;
  };
  expect(await help("cases")).toMatch(/^Did you mean `case`\?/);
  expect(await help("wheel")).toMatch(/`essay`, `case`\.$/);
});

test("a deck without a title is called by its name, whatever objects inherit", async () => {
  const terms = "terms: [{ term: pulse, definition: A beat., decks: [heart, constructor] }]\n";
  const { glossary } = await checked({ "glossary.yaml": `decks: { heart: The heart }\n${terms}` });
  expect(glossary[0]?.decks.map(({ title }) => title)).toEqual(["The heart", "constructor"]);
});

test("hundredths are read digit by digit, so that no float rounds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
      const text = `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
      expect(hundredths(100).parse(text)).toBe(value);
    }),
  );
  expect(["80", "79.5", "0", "100 %"].map((text) => hundredths(100).parse(text))).toEqual([8000, 7950, 0, 10_000]);
  for (const text of ["100.01", "80.125", "-1", "1e2", "", "eighty", "٨٠"]) {
    expect(hundredths(100).safeParse(text).success, text).toBe(false);
  }
});

test("paths stay in the course folder", () => {
  expect(path.parse("./frameworks//a.csv")).toBe("frameworks/a.csv");
  for (const text of ["../a", "a/../b", "/a", "C:/a", "a\\b", ""])
    expect(path.safeParse(text).success, text).toBe(false);
});

test("a module overrides the course's policy key by key; the rest are defaults", async () => {
  const { grading, modules } = await checked({
    "course.yaml": `${BASE["course.yaml"]}grading: { pass: 70, attempts: 2 }\n`,
    "one/module.yaml": "title: One\ngrading: { attempts: unlimited, score: mean }\n",
  });
  const rest = { feedback: "after-submit", report: "passed-incomplete", completion: "all" };
  expect(grading).toEqual({ pass: 7000, attempts: 2, score: "best", ...rest });
  expect(modules[0]?.grading).toEqual({ pass: 7000, attempts: 0, score: "mean", ...rest });
});

test("the type follows from the keys when it is left out", async () => {
  const quiz = `questions:
  - { id: a, stem: A, choices: [{ right: x }, { wrong: y }] }
  - { id: b, stem: B, choices: [{ right: x }, { right: y }] }
  - { id: c, stem: C, answer: "True" }
`;
  const { modules } = await checked({
    "one/quiz.yaml": quiz,
    "one/quiz.md": "## D {#d}\n- [ ] True\n- [x] False -- No.\n",
  });
  expect(modules[0]?.quiz?.questions.map(({ id, type }) => [id, type])).toEqual([
    ...[
      ["a", "single"],
      ["b", "multiple"],
      ["c", "true-false"],
      ["d", "true-false"],
    ],
  ]);
});

test("author text stays as written, with its place", async () => {
  const quiz =
    "questions:\n  - id: a\n    stem: |\n      Give 0.50 mg.\n\n      How?\n    choices:\n      - { right: .5, why: 1.0 }\n      - wrong: yes\n";
  const { modules } = await checked({ "one/quiz.yaml": quiz });
  const question = modules[0]?.quiz?.questions[0];
  expect(question?.stem).toEqual({
    text: "Give 0.50 mg.\n\nHow?",
    place: { file: "one/quiz.yaml", line: 4, column: 7 },
  });
  expect(question?.spec).toEqual({
    choices: [
      { text: ".5", right: true, why: "1.0" },
      { text: "yes", right: false },
    ],
  });
  expect(question?.places.map(({ line, column }) => [line, column])).toEqual([
    [8, 18],
    [8, 27],
    [9, 16],
  ]);
});

test("a file that cannot be read hides no other mistake and causes none", async () => {
  const outcome = await check({
    "glossary.yaml": "terms: [",
    "one/02-next.md": "---\ntitle: @broken\n---\nText.\n",
    "one/03-last.md": "---\ntitle: Last\nterms: [anything]\nminutes: soon\n---\nText.\n",
    "one/quiz.yaml": "questions:\n  - { id: a, lesson: next, stem: A, choices: [{ right: x }, { wrong: y }] }\n",
  });
  expect(outcome.ok).toBe(false);
  expect(outcome.notes.map(({ code, place }) => `${place?.file} ${code}`)).toEqual([
    "one/03-last.md lesson/wrong-value",
  ]);
});

test("a lock file that cannot be read is never taken for none", async () => {
  expect((await check({ "course.lock.yaml": "format: [" })).ok).toBe(false);
});
