import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call } from "../../support/io.ts";
import { bilingualCourse, smallCourse } from "../../support/small-course.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-editions-"));
  write(bilingualCourse());
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

const textOf = (file: string): string => readFileSync(join(cwd, file), "utf8");

test("lock writes a lock file for each language; check writes none", async () => {
  await call(cwd, "check", "--drift");
  expect(existsSync(join(cwd, "course.lock.es.yaml"))).toBe(false);
  const { code, out } = await call(cwd, "lock");
  expect([code, out]).toEqual([
    0,
    "course.lock.yaml was written; commit it.\ncourse.lock.es.yaml was written; commit it.\n",
  ]);
  expect((await call(cwd, "lock")).out).toBe("course.lock.yaml is up to date.\ncourse.lock.es.yaml is up to date.\n");
  expect(textOf("course.lock.yaml")).not.toContain("translations");
});

test("check --drift says what is out of date, and lock --translated that it still holds", async () => {
  await call(cwd, "lock");
  const lesson = textOf("basics/01-first.md");
  write({
    "basics/01-first.md": `${lesson}\n## More\n\nMore.\n`,
    "basics/quiz.es.md": "## ¿Qué? {#x}\n\n- [x] A\n- [ ] B\n",
  });
  const { out } = await call(cwd, "check", "--drift");
  expect(out).toContain(`
es: up to date 2, out of date 1, missing 2
  out of date  lesson basics/first  basics/01-first.es.md:1, changed: basics/01-first.md:10
  missing      question basics-1    basics/quiz.md:1, belongs in basics/quiz.es.md
  missing      question basics-2    basics/quiz.md:8, belongs in basics/quiz.es.md
  extra        question x           basics/quiz.es.md:1
`);
  const { drift } = JSON.parse((await call(cwd, "check", "--drift", "--json")).out);
  expect(drift).toMatchObject([
    { language: "es", upToDate: ["course", "module basics"], outOfDate: [{ key: "lesson basics/first" }] },
  ]);
  const before = textOf("course.lock.es.yaml");
  const unknown = await call(cwd, "lock", "--translated", "lesson basics/frist");
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("No edition translates")]);
  expect(textOf("course.lock.es.yaml")).toBe(before);
  expect((await call(cwd, "lock", "--translated", "lesson basics/first")).code).toBe(0);
  expect((await call(cwd, "check", "--drift")).out).toContain("up to date 3, out of date 0");
});

test("a course in one language says how to begin another", async () => {
  const lone = mkdtempSync(join(cwd, "lone-"));
  for (const [path, text] of Object.entries(smallCourse())) {
    mkdirSync(dirname(join(lone, path)), { recursive: true });
    writeFileSync(join(lone, path), text);
  }
  expect((await call(lone, "check", "--drift")).out).toContain("course.es.yaml");
});

test("check and its numbers are of every edition", async () => {
  const { out } = await call(cwd, "check", "--stats");
  expect(out).toMatch(/“Demo course” can be built.*\n“Curso de prueba” can be built: modules 1, lessons 1/);
  expect(out).toMatch(/\nes:\nbasics: lessons 1, words 2/);
  const { stats, editions } = JSON.parse((await call(cwd, "check", "--stats", "--json")).out);
  expect([stats.lessons, editions]).toMatchObject([2, [{ language: "es", stats: { lessons: 1 } }]]);
});
