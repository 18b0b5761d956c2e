import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { compare, comparisonOf } from "../../../src/translation/drift.ts";
import { driftNotes } from "../../../src/translation/notes.ts";
import { bilingualCourse } from "../../support/small-course.ts";

async function notesOf(changes: Parameters<typeof bilingualCourse>[0]) {
  const source = memory(bilingualCourse(changes));
  const [base, own] = [await loadCourse(source), await loadCourse(source, { language: "es" })];
  return driftNotes(compare(comparisonOf(base.value, own.value), new Map()).drift, own.value.translations);
}

const glossary = (count: number): string =>
  `terms:\n${Array.from({ length: count }, (_, at) => `  - { term: word${at}, definition: One. }\n`).join("")}`;

test.each([
  [5, "“term word0”, “term word1”, “term word2”, “term word3”, “term word4” of glossary.yaml have no translation."],
  [
    6,
    "“term word0”, “term word1”, “term word2”, “term word3”, “term word4” and 1 more of glossary.yaml have no translation.",
  ],
  [1, "“term word0” of glossary.yaml has no translation."],
])("of %i terms without a translation five are named, also where no glossary is translated", async (count, message) => {
  const [missing, ...others] = await notesOf({ "glossary.yaml": glossary(count) });
  expect(missing).toMatchObject({ code: "translation/missing", place: { file: "glossary.es.yaml" }, message });
  expect(others).toEqual([]);
});

test("of a file that has no base nothing more is said", async () => {
  const lesson = "---\ntitle: Otra\nid: other\nobjectives: [Saberlo.]\n---\n\nTexto.\n";
  expect(await notesOf({ "basics/02-other.es.md": lesson })).toEqual([]);
});
