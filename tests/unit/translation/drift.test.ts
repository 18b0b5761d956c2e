import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { type Compared, compare, comparisonOf, type Translations } from "../../../src/translation/drift.ts";
import { itemsOf } from "../../../src/translation/items.ts";
import { bilingualCourse } from "../../support/small-course.ts";

type Files = Readonly<Record<string, string | undefined>>;

async function compared(changes: Files, known: Translations = new Map(), still?: (key: string) => boolean) {
  const source = memory(bilingualCourse(changes));
  const [base, own] = [await loadCourse(source), await loadCourse(source, { language: "es" })];
  return compare(comparisonOf(base.value, own.value), known, still);
}

const LESSON = (body: string, head = ""): string =>
  `---\ntitle: First\nid: first\nobjectives:\n  - Know it.\n${head}---\n\n${body}`;
const SECTIONS = LESSON("Start.\n\n## One\n\nText.\n\n## Two\n\nMore.\n");

test("what is translated for the first time is up to date", async () => {
  const { drift, translations } = await compared({});
  const keys = ["course", "module basics", "lesson basics/first", "question basics-1", "question basics-2"];
  expect(drift).toEqual({
    ...{ language: "es", upToDate: keys, outOfDate: [], missing: [], extra: [], differing: [] },
  });
  expect([...translations.keys()]).toEqual(keys);
});

test("a change in the base makes out of date until the translation changes too, or is said to hold", async () => {
  const first = await compared({ "basics/01-first.md": SECTIONS });
  const changed = SECTIONS.replace("More.", "Much more.");
  const second = await compared({ "basics/01-first.md": changed }, first.translations);
  expect(second.drift.outOfDate).toEqual([
    {
      key: "lesson basics/first",
      place: { file: "basics/01-first.es.md", line: 1 },
      changed: [{ file: "basics/01-first.md", line: 14 }],
    },
  ]);
  // Nothing is forgotten by looking again.
  expect(second.translations).toEqual(first.translations);
  const outOfDate = ({ drift }: Compared) => drift.outOfDate.map(({ key }) => key);
  const again = { "basics/01-first.md": changed };
  const translated = {
    ...again,
    "basics/01-first.es.md": "---\ntitle: Primera\nid: first\nobjectives: [Saberlo.]\n---\n\nMás.\n",
  };
  expect(outOfDate(await compared(translated, second.translations))).toEqual([]);
  const held = await compared(again, second.translations, (key) => key === "lesson basics/first");
  expect(outOfDate(held)).toEqual([]);
  expect(outOfDate(await compared(again, held.translations))).toEqual([]);
});

test("a change of the translation alone is nothing, and is remembered", async () => {
  const first = await compared({});
  const quiz = "## ¿Cuál? {#basics-1 lesson=first}\n\n- [x] Esta\n- [ ] Aquella\n\n> Esta es.\n";
  const second = await compared({ "basics/quiz.es.md": quiz }, first.translations);
  expect(second.drift.outOfDate).toEqual([]);
  expect(second.translations.get("question basics-1")?.own).not.toBe(first.translations.get("question basics-1")?.own);
  expect(second.drift.missing).toEqual([
    { key: "question basics-2", place: expect.objectContaining({ file: "basics/quiz.md" }), file: "basics/quiz.es.md" },
  ]);
});

test("line breaks, the order of keys and dates of review are no change", async () => {
  const first = await compared({
    "basics/01-first.md": LESSON("One two\nthree.\n", "reviewed: 2026-01-01\nminutes: 5\n"),
  });
  const again = LESSON("One\ntwo   three.\n", "minutes: 5\nreviewed: 2026-11-22\nreview_by: 2027-11-22\n");
  expect((await compared({ "basics/01-first.md": again }, first.translations)).drift.outOfDate).toEqual([]);
});

test("where a section only went, the item itself has changed", async () => {
  const first = await compared({ "basics/01-first.md": SECTIONS });
  const { drift } = await compared(
    { "basics/01-first.md": SECTIONS.replace("## Two\n\nMore.\n", "") },
    first.translations,
  );
  expect(drift.outOfDate.map(({ changed }) => changed)).toEqual([[{ file: "basics/01-first.md", line: 1 }]]);
});

test("every other change of a word in the base is found, in the section where it stands", async () => {
  const first = await compared({ "basics/01-first.md": SECTIONS });
  const words = [...SECTIONS.matchAll(/\b(Know|Start|One|Text|Two|More)\b/g)];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...words), async ({ 0: word, index }) => {
      const text = `${SECTIONS.slice(0, index)}changed${SECTIONS.slice(index + word.length)}`;
      const { drift } = await compared({ "basics/01-first.md": text }, first.translations);
      const line = SECTIONS.slice(0, index).split("\n").length;
      const [changed] = drift.outOfDate.flatMap((each) => each.changed);
      // The head begins on line 2, the text on line 7, sections at their headings.
      expect(changed?.line).toBe([14, 10, 7, 2].find((start) => start <= line));
    }),
  );
});

test("a term is known by the base's word", async () => {
  const glossary = (terms: string) => `terms:\n${terms}`;
  const { drift } = await compared({
    "glossary.yaml": glossary("  - { term: Systolic, definition: One. }\n  - { term: pulse, definition: Two. }\n"),
    "glossary.es.yaml": glossary(
      "  - { term: sistólica, translates: systolic, definition: Uno. }\n  - { term: pulso, definition: Dos. }\n",
    ),
  });
  expect(drift.upToDate).toContain("term systolic");
  expect(drift.missing.map(({ key }) => key)).toEqual(["term pulse"]);
  expect(drift.extra.map(({ key }) => key)).toEqual(["term pulso"]);
});

test.each([
  ["points=2 ", "", ["points"]],
  ["", "- [ ] Otra\n", ["choices"]],
  ["pool=b ", "", ["pool"]],
])("a translated question that is %s%sanother is told by its keys", async (attribute, choice, keys) => {
  const question = `## ¿Cuál? {#basics-1 ${attribute}lesson=first}\n\n- [x] Esta\n- [ ] Esa\n${choice}\n> Esta es.\n`;
  const { drift } = await compared({ "basics/quiz.es.md": question });
  expect(drift.differing.map(({ key, keys }) => [key, keys])).toEqual([["question basics-1", keys]]);
});

test.each([
  ["type: true-false, answer: true", "type: true-false, answer: false", ["answer"]],
  ["type: numeric, answer: 2 * 3", "type: numeric, answer: 2 + 3", ["answer"]],
  ["type: numeric, variables: { lb: ['22', '33'] }", "type: numeric, variables: { lb: ['22', '44'] }", ["variables"]],
  ["type: blank", "type: blank, case: exact, accents: exact, spaces: exact, spelling: 1", []],
  [
    "scenes: [{ text: A, choices: [{ right: B, to: x }] }]",
    "scenes: [{ text: A, choices: [{ right: B, to: y }] }]",
    ["scenes"],
  ],
  [
    "scenes: [{ text: A, choices: [{ right: B, to: x }] }]",
    "scenes: [{ text: C, choices: [{ right: D, to: x }] }]",
    [],
  ],
])("%s is translated as %s", async (base, translated, differing) => {
  const quiz = (spec: string) => `questions: [{ id: own, stem: A., ${spec} }]\n`;
  const { drift } = await compared({ "basics/quiz.yaml": quiz(base), "basics/quiz.es.yaml": quiz(translated) });
  expect(drift.differing.flatMap(({ keys }) => keys)).toEqual(differing);
});

test("each language decides for itself what it explains and how strictly it spells", async () => {
  const lesson = "---\ntitle: Primera\nid: first\nobjectives: [Saberlo.]\nterms: [pulso]\n---\n\nUna frase.\n";
  expect((await compared({ "basics/01-first.es.md": lesson })).drift.differing).toEqual([]);
});

test("an edition has a policy of its own, and an examination only if it wants one", async () => {
  const policy = { "basics/module.es.yaml": "title: Bases\ngrading: { attempts: 1 }\nobjectives: [Saberlo.]\n" };
  expect((await compared(policy)).drift.differing).toEqual([]);
  const exam = { "exam.yaml": "title: Final\n" };
  expect((await compared(exam)).drift.missing).toEqual([]);
  const both = await compared({ ...exam, "exam.es.yaml": "title: Final\n" });
  expect(both.drift.upToDate).toContain("exam");
});

test("choices in another order are told, because the right one may not be the right one any more", async () => {
  const quiz = "## ¿Cuál? {#basics-1 lesson=first}\n\n- [ ] Esta\n- [x] Esa\n\n> Esa es.\n";
  expect((await compared({ "basics/quiz.es.md": quiz })).drift.differing).toHaveLength(1);
});

test("papers for instructors are compared, and need no translation", async () => {
  const papers = {
    "instructor.md": "Welcome.\n",
    "basics/teaching.md": "Before.\n\n## first\n\nAsk.\n",
    "check-offs/hands.yaml": "id: hands\ntitle: Hands\nsteps: [Wash.]\n",
  };
  expect((await compared(papers)).drift.missing).toEqual([]);
  const source = memory(bilingualCourse(papers));
  const keys = [...itemsOf((await loadCourse(source)).value).keys()];
  expect(keys).toEqual(expect.arrayContaining(["instructor", "teaching basics", "check-off hands"]));
});
