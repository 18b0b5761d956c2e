/** Courses that mark their own mistakes: `# expect: code` in YAML, `<!-- expect: code -->` in Markdown. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Diagnostic, Noted } from "../../src/diagnostics/diagnostic.ts";
import { languagesOf } from "../../src/load/editions.ts";
import { loadCourse, type RawCourse } from "../../src/load/raw-course.ts";
import { memory } from "../../src/load/source.ts";
import { assemble } from "../../src/model/assemble.ts";
import { RULES } from "../../src/rules/index.ts";
import { lint } from "../../src/rules/rule.ts";
import { validate } from "../../src/validate/validate.ts";

const courses = fileURLToPath(new URL("../fixtures/courses/", import.meta.url));
const MARK = /[ \t]*(?:# expect: ([^\n\r]*)|<!-- expect: ([^\n\r]*?) -->)/g;
/** Before the dates of most fixtures. */
const TODAY = "2020-06-30";
/** Findings that no line can mark: one "file code" or "file:line code" a line. */
const UNMARKABLE = ".expect";

test.each(names())("course %s reports exactly what it marks", async (name) => {
  const { files, marked } = readFixture(join(courses, name));
  const notes = await inspect(files);
  expect(notes.map(label).sort()).toEqual(marked.sort());
});

test("findings say what to do", async () => {
  for (const name of names()) {
    for (const note of await inspect(readFixture(join(courses, name)).files)) {
      expect(note.help, `${name}: ${label(note)}`).toBeTruthy();
      expect(note.message, `${name}: ${label(note)}`).toMatch(/^[“`A-Z0-9].*[.?!]$/s);
    }
  }
});

test("every rule is marked in some course", () => {
  const marked = names().flatMap((name) => readFixture(join(courses, name)).marked.map((mark) => mark.split(" ")[1]));
  expect(RULES.map(({ code }) => code).filter((code) => !marked.includes(code))).toEqual([]);
});

function names(): string[] {
  return readdirSync(courses).filter((name) => statSync(join(courses, name)).isDirectory());
}

async function inspect(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly Diagnostic[]> {
  const base = await loadCourse(memory(files));
  const notes = inspectOne(base);
  for (const language of languagesOf(base.value)) {
    notes.push(...inspectOne(await loadCourse(memory(files), { language }), base.value));
  }
  return notes;
}

function inspectOne(raw: Noted<RawCourse>, base?: RawCourse): Diagnostic[] {
  const checked = validate(raw.value, base);
  const assembled = checked.ok ? assemble(checked.value) : undefined;
  const papered = assembled?.ok && { ...assembled.value.course, ...assembled.value.papers };
  const linted = papered ? lint(papered, RULES, { today: TODAY }) : [];
  return [...raw.notes, ...checked.notes, ...(assembled?.notes ?? []), ...linted];
}

function label({ code, place }: Diagnostic): string {
  return `${[place?.file, place?.line].filter((part) => part !== undefined).join(":")} ${code}`;
}

/** The marks are taken out before loading, since a comment after text is a mistake of its own. */
function readFixture(folder: string) {
  const files: Record<string, string | Uint8Array> = {};
  const marked: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    const bytes = readFileSync(join(folder, path));
    if (path === UNMARKABLE) marked.push(...bytes.toString().trim().split("\n"));
    else if (!/\.(md|yaml|csv)$/.test(path) || bytes.includes(0xff)) files[path] = bytes;
    else {
      const text = bytes.toString();
      for (const [index, line] of text.split("\n").entries()) {
        for (const [, yaml, markdown] of line.matchAll(MARK)) {
          for (const code of (yaml ?? markdown ?? "").trim().split(/\s+/)) marked.push(`${path}:${index + 1} ${code}`);
        }
      }
      files[path] = text.replace(MARK, "");
    }
  }
  return { files, marked };
}
