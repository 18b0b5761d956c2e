import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { checkEdition } from "../../../src/validate/edition.ts";
import { bilingualCourse } from "../../support/small-course.ts";

/** The findings about an edition whose course files were changed. */
async function codes(base: (text: string) => string, own: (text: string) => string) {
  const files = bilingualCourse();
  files["course.yaml"] = base(files["course.yaml"] ?? "");
  files["course.es.yaml"] = own(files["course.es.yaml"] ?? "");
  const raws = await Promise.all([loadCourse(memory(files), { language: "es" }), loadCourse(memory(files))]);
  const [edition, course] = raws.map(({ value }) => value);
  if (!edition || !course) throw new Error("Both were read.");
  return checkEdition(edition, course).map(({ code }) => code);
}

const same = (text: string): string => text;
const written = (from: string, to: string) => (text: string) => text.replace(from, to);
const version = 'version: "1"\n';

test.each([
  ["es-US", []],
  ["ES", []],
  ["esu", ["translation/other-language"]],
  ["pt", ["translation/other-language"]],
])("what is named “es” may be written in %s, or not", async (language, found) => {
  expect(await codes(same, written("language: es", `language: ${language}`))).toEqual(found);
});

test("a course of another spelling is in the same language", async () => {
  expect(await codes(written("language: en", "language: ES"), same)).toContain("translation/same-language");
});

test("a version that is not written is the first", async () => {
  expect(await codes(written(version, ""), same)).toEqual([]);
  expect(await codes(written(version, ""), written(version, 'version: "2"\n'))).toEqual(["translation/other-version"]);
});
