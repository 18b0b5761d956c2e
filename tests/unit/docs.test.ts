/** Every example in the docs that is part of a course is put into a course, and the course is checked. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { check } from "../../src/build.ts";
import { basePath, inLanguage } from "../../src/load/editions.ts";
import { memory } from "../../src/load/source.ts";
import { editorSchemas } from "../../src/scaffold/schemas.ts";
import { lesson } from "../../src/validate/schemas.ts";

const docs = new URL("../../docs/", import.meta.url);
const page = (name: string): string => readFileSync(new URL(name, docs), "utf8").replaceAll("\r\n", "\n");

interface Example {
  readonly name: string;
  readonly text: string;
}

/** The fenced examples of a page in the languages of a course. */
function examplesOf(name: string): readonly Example[] {
  const text = page(name);
  return Array.from(text.matchAll(/^(`{3,})(yaml|markdown|csv)\n([\s\S]*?)^\1$/gm), (match) => ({
    name: `${name}:${text.slice(0, match.index).split("\n").length}`,
    text: match[3] ?? "",
  }));
}

/** The file of a course that an example is, by how it begins. */
function fileOf(text: string): readonly [path: string, text: string] {
  const named = /^# ((?:check-offs\/)?[\w.-]+\.yaml)\n/.exec(text)?.[1];
  if (named !== undefined) return [named, text];
  if (/^(# [^\n]*\n)*id: [^\n]*\ntitle:/.test(text)) return ["course.yaml", text];
  if (/^(# [^\n]*\n)*title:[^\0]*^blueprint:/m.test(text)) return ["exam.yaml", text];
  if (/^(# [^\n]*\n)*title:/.test(text)) return ["one/module.yaml", text];
  if (/^(# [^\n]*\n)*(decks|terms):/.test(text)) return ["glossary.yaml", text];
  if (/^(# [^\n]*\n)*(draw|questions):/.test(text)) return ["one/quiz.yaml", text];
  if (/^## [a-z-]+\n\n### /m.test(text)) return ["one/teaching.md", text];
  if (/^- /.test(text)) return ["one/quiz.yaml", `questions:\n${text.replace(/^(?=.)/gm, "  ")}`];
  if (/^code,label/.test(text)) return ["frameworks/list.csv", text];
  if (/^---\n/.test(text)) return ["one/01-lesson.md", text];
  if (/^## .*\n[\s\S]*^- \[[ x]\]/m.test(text) && !/^:::/m.test(text)) return ["one/quiz.md", text];
  return ["one/01-lesson.md", `---\ntitle: Lesson\nid: lesson\n---\n\n${text}`];
}

/** A course in which all that an example refers to is there. */
function courseAround(example: string): Record<string, string> {
  const [path, text] = fileOf(example);
  const all = (pattern: RegExp): string[] => [...new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name))];
  const files: Record<string, string> = {
    "course.yaml": "id: docs\ntitle: Docs\nmodules: [one]\n",
    "one/module.yaml": "title: One\n",
    "one/01-lesson.md": "---\ntitle: Lesson\nid: lesson\n---\n\nText.\n",
    "one/02-next.md": "---\ntitle: Next\n---\n\n## Heading\n\nText.\n",
  };
  const named = [...all(/\blesson[:=] ?([a-z-]+)/g), ...all(/^## ([a-z-]+)\n\n### /gm)].filter((id) => id !== "lesson");
  for (const [index, id] of named.entries()) {
    files[`one/${index + 10}-other.md`.replace("other", `${id}`)] = `---\ntitle: ${id}\nid: ${id}\n---\n\nText.\n`;
  }
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"/>';
  for (const asset of all(/\b(assets\/[\w-]+\.svg)/g)) files[`one/${asset}`] = picture;
  for (const asset of all(/\b(assets\/[\w-]+\.(?:mp4|jpg))/g)) files[`one/${asset}`] = "";
  for (const asset of all(/\btranscript=(\S+\.md)/g)) files[`one/${asset}`] = "All that is said.\n";
  for (const asset of all(/\b(assets\/[\w-]+\.vtt)/g)) {
    files[`one/${asset}`] = "WEBVTT\n\n00:01.000 --> 00:04.000\nHello.\n";
  }
  for (const asset of all(/\b(assets\/[\w-]+\.csv)/g)) {
    const columns = all(/ (?:x|note)=(\w+)/g);
    files[`one/${asset}`] = `${[...columns, ...all(/ y="([^"]+)"/g)].join()}\n${columns.map(() => "A,").join("")}1\n`;
  }
  for (const list of all(/file: (frameworks\/[\w.-]+\.csv)/g)) files[list] = "code,label\nA,One\n";
  for (const [, names = ""] of text.matchAll(/^modules: \[(.*)\]/gm)) {
    for (const id of names.split(/, */)) files[`${id}/module.yaml`] = `title: ${id}\n`;
    for (const id of names.split(/, */)) files[`${id}/01-first.md`] = "---\ntitle: First\n---\n\nText.\n";
  }
  const terms = /^terms: \[(.*)\]/m.exec(text)?.[1]?.split(/, */) ?? [];
  files["glossary.yaml"] = `terms:\n${terms.map((term) => `  - { term: ${term}, definition: A word. }\n`).join("")}`;
  if (terms.length === 0) files["glossary.yaml"] = "terms: []\n";
  for (const deck of all(/\bdeck=([a-z-]+)/g)) {
    files["glossary.yaml"] = `terms:\n  - { term: pulse, definition: A beat., decks: [${deck}] }\n`;
  }
  const drawn = Array.from(text.matchAll(/\{ from: ([\w-]+), count: (\d+) \}/g), ([, pool = "", count = "0"]) =>
    Array.from({ length: Number(count) }, (_, index) => filler(pool, index)),
  ).flat();
  if (drawn.length > 0) files["one/quiz.md"] = drawn.join("\n");
  if (path === "exam.yaml") {
    const modules = all(/\bmodule: ([a-z-]+)/g);
    files["course.yaml"] = `id: docs\ntitle: Docs\nmodules: [one, ${modules.join(", ")}]\npackages: [exam]\n`;
    for (const id of modules) {
      files[`${id}/module.yaml`] = `title: ${id}\n`;
      const questions = Array.from(
        { length: 60 },
        (_, at) => `## ${id} ${at}? {#${id}-${at} use=exam bloom=apply}\n\n- [x] Yes\n- [ ] No\n`,
      );
      files[`${id}/quiz.md`] = questions.join("\n");
    }
  }
  return withEdition({ ...files, [path]: text });
}

/** With a Spanish edition, where one of the files is of it. */
function withEdition(files: Record<string, string>): Record<string, string> {
  const [own] = Object.keys(files).filter((path) => path.includes(".es."));
  if (own === undefined) return files;
  const spanish = own === "course.es.yaml" ? (files[own] ?? "") : `${files["course.yaml"]}language: es\n`;
  const base = { ...files, "course.yaml": spanish.replace("language: es", "language: en") };
  const texts = Object.entries(base).filter(([path]) => /\.(md|yaml)$/.test(path) && path !== own);
  const translated = texts.map(([path, text]) => [inLanguage(path, "es"), text] as const);
  return { ...base, ...Object.fromEntries(translated), "course.es.yaml": spanish, [own]: files[own] ?? "" };
}

const filler = (pool: string, index: number): string =>
  `## Filler ${index + 1} of ${pool}? {#filler-${pool}-${index} pool=${pool}}\n\n- [x] This\n- [ ] That\n`;

// `fromJSONSchema` takes the draft-07 object that `toJSONSchema` gives.
const load = (schema: object) => z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const EDITOR = new Map(Object.entries(editorSchemas()).map(([name, schema]) => [name, load(schema)]));

const PAGES = readdirSync(fileURLToPath(docs)).filter((name) => /^(format|guide|extending)\.md$/.test(name));

describe("an example in the docs is sound", () => {
  test.each(PAGES.flatMap(examplesOf))("$name", async ({ text }) => {
    const { notes } = await check(memory(courseAround(text)));
    const errors = notes.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message, place }) => `${place?.file}:${place?.line} ${message}`)).toEqual([]);
  });

  test.each(PAGES.flatMap(examplesOf))("and editors accept it: $name", ({ text }) => {
    const [path, whole] = fileOf(text);
    const name = path.startsWith("check-offs/") ? "check-off" : basePath(path).replace(/^.*\/|\.\w+$/g, "");
    const schema = EDITOR.get(name);
    if (path.endsWith(".yaml")) expect(schema?.safeParse(parse(whole)).error).toBe(undefined);
    else expect(path).toMatch(/\.(md|csv)$/);
  });

  test("the examples are found", () => {
    expect(examplesOf("format.md").length).toBeGreaterThan(10);
  });
});

/** The names of all keys in a JSON Schema. */
function keysOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "properties" ? Object.keys(value) : []),
    ...keysOf(Object.values(value ?? {})),
  ]);
}

test("docs/format.md names every key that a course can hold", () => {
  const keys = new Set([...keysOf(editorSchemas()), ...Object.keys(lesson.shape)]);
  const format = page("format.md");
  const isNamed = (key: string): boolean => new RegExp(`(^|[^\\w-])${key}(:|\`|\\[\\])`, "m").test(format);
  expect([...keys].filter((key) => !isNamed(key))).toEqual([]);
});

test("what the docs link to is there", () => {
  for (const name of readdirSync(fileURLToPath(docs)).filter((file) => file.endsWith(".md"))) {
    const prose = page(name)
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, "")
      .replace(/`[^`\n]*`/g, "");
    for (const [, target = ""] of prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      expect(existsSync(new URL(target, docs)), `${name}: ${target}`).toBe(true);
    }
  }
});
