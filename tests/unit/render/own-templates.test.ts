import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { overrideTemplates } from "../../../src/render/own-templates.ts";

const base = { render: (name: string) => `tool's ${name}` };
const NAMES = ["page", "lesson", "question/single", "partials/marked-picture"];

function override(file: string, text: string) {
  const notes: Diagnostic[] = [];
  const templates = overrideTemplates(base, NAMES, [{ file, text }], notes);
  return {
    templates,
    notes,
    found: () => notes.map(({ code, place }) => `${code} ${place?.file}:${place?.line ?? ""}:${place?.column ?? ""}`),
  };
}

test("a template of the same path takes the place of the tool's, and escapes", () => {
  const { templates, notes } = override("templates/lesson.hbs", "<h1>{{title}}</h1>");
  expect(templates.render("lesson", { title: "A & B" })).toBe("<h1>A &amp; B</h1>");
  expect(templates.render("page", {})).toBe("tool's page");
  expect(notes).toEqual([]);
});

test("a path that replaces nothing is reported with the nearest", () => {
  const { found, notes } = override("templates/leson.hbs", "x");
  expect(found()).toEqual(["theme/unknown-template templates/leson.hbs::"]);
  expect(notes[0]?.help).toBe("Did you mean templates/lesson.hbs?");
});

test.each([
  ["<p>\n{{#if title}}x", 2],
  ["{{#if a}}\n{{/each}}", 1],
  ["a\nb\n{{title", 3],
])("a template that cannot be read, %j, is reported at its line", (text, line) => {
  const { found } = override("templates/lesson.hbs", text);
  expect(found()).toEqual([`theme/template-syntax templates/lesson.hbs:${line}:`]);
});

test("a name that the page lacks is reported where it stands", () => {
  const { templates, found } = override("templates/question/single.hbs", "<p>\n  {{titel}}</p>");
  expect(templates.render("question/single", { title: "A" })).toBe("");
  expect(found()).toEqual(["theme/template-name templates/question/single.hbs:2:5"]);
});

test("the tool's partials are there", () => {
  const { templates, notes } = override("templates/question/single.hbs", "<p>{{> marked-picture}}</p>");
  expect(templates.render("question/single", {})).toBe("<p>tool's partials/marked-picture</p>");
  expect(notes).toEqual([]);
});

test.each(["{{> nope}}", "{{#if}}x{{/if}}"])("%s is a finding, never an exception", (text) => {
  const { templates, found } = override("templates/lesson.hbs", text);
  expect(templates.render("lesson", { title: "A" })).toBe("");
  expect(found()).toEqual(["theme/template-fault templates/lesson.hbs::"]);
});
