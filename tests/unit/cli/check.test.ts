import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call } from "../../support/io.ts";
import { smallCourse } from "../../support/small-course.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-check-"));
  const due = "---\ntitle: First\nid: first\nobjectives: [Know it.]\nreview_by: 2027-01-30\n---\n\nOne sentence.\n";
  for (const [path, text] of Object.entries(smallCourse({ "ethics/01-first.md": due }))) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
});
afterEach(() => rmSync(cwd, { recursive: true }));

test("--today warns of lessons that were to be read again before it; without it no clock is asked", async () => {
  expect((await call(cwd, "check", "--today", "2027-01-30")).out).not.toContain("lesson/review-due");
  expect((await call(cwd, "check")).out).not.toContain("lesson/review-due");
  const late = await call(cwd, "check", "--today", "2027-01-31");
  expect([late.code, late.out]).toEqual([0, expect.stringContaining("“First” was to be read again by 2027-01-30.")]);
});

test.each(["today", "2027-02-30", "31.1.2027"])("--today %s is a wrong call", async (date) => {
  const { code, err } = await call(cwd, "check", "--today", date);
  expect([code, err]).toEqual([2, expect.stringContaining("2027-01-31")]);
});

test("--stats prints numbers after the findings, and into the JSON document", async () => {
  const text = await call(cwd, "check", "--stats");
  expect(text.out).toMatch(/can be built.*\n\nbasics: lessons 1, words 2, questions 2 \(no level 2\)\n/);
  const { stats } = JSON.parse((await call(cwd, "check", "--stats", "--json")).out);
  expect(stats).toMatchObject({ lessons: 2, words: 4, questions: 4 });
  expect(JSON.parse((await call(cwd, "check", "--json")).out)).not.toHaveProperty("stats");
});

test("a course with errors has no numbers", async () => {
  writeFileSync(join(cwd, "ethics/module.yaml"), "title: Ethics\nsumary: Misspelt.\n");
  const { code, out } = await call(cwd, "check", "--stats", "--json");
  expect([code, JSON.parse(out)]).toEqual([1, expect.not.objectContaining({ stats: expect.anything() })]);
});
