import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { KEY_HELP } from "../../../src/scaffold/key-help.ts";
import { editorSchemas, type SchemaName } from "../../../src/scaffold/schemas.ts";
import * as schemas from "../../../src/validate/schemas.ts";

const editor = editorSchemas();
// `fromJSONSchema` takes the draft-07 object that `toJSONSchema` gives.
const load = (schema: object) => z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const loaded = {
  course: load(editor.course),
  module: load(editor.module),
  glossary: load(editor.glossary),
  quiz: load(editor.quiz),
  exam: load(editor.exam),
  "check-off": load(editor["check-off"]),
};

/** What an editor says of a text: it reads YAML 1.2's core schema, in which `0.5` is a number. */
const accepts = (name: SchemaName, text: string): boolean => loaded[name].safeParse(parse(text)).success;

const root = fileURLToPath(new URL("../../..", import.meta.url));
const sound = ["modules", "tests/fixtures/courses/every-question-type"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|[\\/])(course|module|glossary|quiz)\.yaml$/.test(path))
    .map((path) => join(folder, path)),
);

test.each(sound)("editors accept %s", (path) => {
  // basename without ending is one of the four names, by the filter above
  const name = basename(path, ".yaml") as SchemaName;
  expect(accepts(name, readFileSync(join(root, path), "utf8"))).toBe(true);
});

describe("editors accept what an author may write", () => {
  test.each<[SchemaName, string]>([
    ["course", "id: c\ntitle: 2026\nversion: 2026.1\nmodules: [one]"],
    ["course", "id: c\ntitle: t\nmodules: [one]\ngrading: { pass: 82.5, attempts: unlimited }"],
    ["course", "id: c\ntitle: t\nmodules: [one]\ngrading: { pass: '80 %', attempts: '3', weights: { one: 1 } }"],
    ["course", "id: c\ntitle: t\nmodules: [one]\nframeworks: [{ file: a.csv, official: false }]"],
    ["module", "title: yes\nminutes: '60'\nobjectives: One alone"],
    ["quiz", "questions: [{ stem: 'It is.', answer: true }]"],
    ["quiz", "questions: [{ stem: How much?, choices: [{ right: 0.50 }, { wrong: 5, why: no }] }]"],
    ["quiz", "questions: [{ stem: q, type: ordering, items: [a, { text: b, id: b }, c] }]"],
    ["quiz", "draw: [{ from: main, count: 2 }]"],
    [
      "check-off",
      "id: c\ntitle: t\nlesson: a/b\npass: 90\nsteps: [Look., { step: Listen., critical: true, points: 2 }]",
    ],
    ["check-off", "id: c\ntitle: t\nsteps: [{ heading: First }, 3]\nsource: [{ title: t, year: 2024 }]"],
  ])("%s: %s", (name, text) => {
    expect(accepts(name, text)).toBe(true);
  });
});

describe("editors mark what check would", () => {
  test.each<[SchemaName, string]>([
    ["course", "id: My Course\ntitle: t\nmodules: [one]"],
    ["course", "id: c\ntitle: t"],
    ["course", "id: c\ntitle: t\nmodules: [one]\nlms: canvass"],
    ["course", "id: c\ntitle: t\nmodules: [one]\ngrading: { pass: 101 }"],
    ["course", "id: c\ntitle: t\nmodules: [one]\ngrading: { attempts: none }"],
    ["module", "title: t\nminutes: 1.5"],
    ["module", "titel: t"],
    ["glossary", "terms: [{ term: pulse }]"],
    ["quiz", "questions: [{ stem: q, choices: [{ rigth: a }, { wrong: b }] }]"],
    ["quiz", "questions: [{ stem: q, type: ordering, choices: [{ right: a }, { wrong: b }] }]"],
    ["quiz", "questions: [{ stem: q, points: 0, choices: [{ right: a }, { wrong: b }] }]"],
    ["quiz", "questions: [{ stem: q, type: matching }]"],
    ["quiz", "questions: [{ stem: q, answer: perhaps }]"],
    ["check-off", "id: c\ntitle: t"],
    ["check-off", "id: c\ntitle: t\nsteps: [{ step: Look., critcal: true }]"],
  ])("%s: %s", (name, text) => {
    expect(accepts(name, text)).toBe(false);
  });
});

test("every key that all courses share has a meaning to show", () => {
  const { course, module, glossary, quiz, question, grading, checkOff } = schemas;
  const shapes = [course, module, glossary, quiz, question, grading, checkOff, glossary.shape.terms.element];
  const keys = shapes.flatMap((schema) => Object.keys(schema.shape));
  expect(keys.filter((key) => !Object.hasOwn(KEY_HELP, key))).toEqual([]);
});
