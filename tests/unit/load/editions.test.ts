import fc from "fast-check";
import { expect, test } from "vitest";
import { basePath, filesOf, inLanguage, languagesOf, translatedFiles } from "../../../src/load/editions.ts";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { bilingualCourse } from "../../support/small-course.ts";

const PATHS = [
  "course.yaml",
  "course.es.yaml",
  "course.pt-BR.yaml",
  "course.lock.yaml",
  "course.lock.es.yaml",
  "one/01-a.md",
  "one/01-a.es.md",
  "one/01-a.draft.md",
  "one/assets/cuff.es.md",
  "one/assets/cuff.svg",
  "one/pay.es.csv",
  "templates/page.es.hbs",
].sort();

test("a file of an edition has a language of two or three letters before its ending", () => {
  expect(translatedFiles(PATHS)).toEqual([
    { file: "course.es.yaml", path: "course.yaml", language: "es", hasBase: true },
    { file: "course.lock.es.yaml", path: "course.lock.yaml", language: "es", hasBase: true },
    { file: "course.pt-BR.yaml", path: "course.yaml", language: "pt-BR", hasBase: true },
    { file: "one/01-a.es.md", path: "one/01-a.md", language: "es", hasBase: true },
  ]);
  expect(languagesOf({ translations: translatedFiles(PATHS) })).toEqual(["es", "pt-BR"]);
});

test("the base sees no file of an edition, an edition its own texts and what all share", () => {
  const shared = ["one/assets/cuff.es.md", "one/assets/cuff.svg", "one/pay.es.csv", "templates/page.es.hbs"];
  const own = ["course.lock.yaml", "course.yaml", "one/01-a.draft.md", "one/01-a.md"];
  expect([...filesOf(PATHS, undefined).keys()]).toEqual([...own, ...shared]);
  expect(Object.fromEntries(filesOf(PATHS, "es"))).toEqual({
    "course.yaml": "course.es.yaml",
    "course.lock.yaml": "course.lock.es.yaml",
    "one/01-a.md": "one/01-a.es.md",
    ...Object.fromEntries(shared.map((path) => [path, path])),
  });
});

test("a text has one name in each language, and goes by its base's", () => {
  const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
  const path = fc.tuple(fc.array(part, { maxLength: 1 }), part, fc.constantFrom("md", "yaml"));
  fc.assert(
    fc.property(path, fc.constantFrom("es", "pt-BR", "zh-Hant"), ([folders, name, ending], language) => {
      const file = [...folders, `${name}.${ending}`].join("/");
      expect(basePath(file)).toBe(file);
      expect(basePath(inLanguage(file, language))).toBe(file);
      expect(translatedFiles([inLanguage(file, language)])[0]).toMatchObject({ path: file, language });
    }),
  );
});

test("a course is read in each language under the base's names, with places in the real files", async () => {
  const source = memory(bilingualCourse());
  const { value: base, notes } = await loadCourse(source);
  const { value: own } = await loadCourse(source, { language: "es" });
  expect(notes).toEqual([]);
  expect([...base.modules.keys()]).toEqual(["basics", "ethics"]);
  expect([...own.modules.keys()]).toEqual(["basics"]);
  expect(base.modules.get("basics")?.lessons.map(({ file }) => file)).toEqual(["basics/01-first.md"]);
  expect(own.modules.get("basics")?.lessons.map(({ file }) => file)).toEqual(["basics/01-first.es.md"]);
  expect(own.course?.value?.placeOf(["language"])).toMatchObject({ file: "course.es.yaml", line: 4 });
});
