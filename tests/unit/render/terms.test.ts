import { expect, test } from "vitest";
import type { Term } from "../../../src/model/course.ts";
import { asset } from "./setup.ts";
import { show } from "./show.ts";

const place = { file: "glossary.yaml", line: 1 };
const term = (name: string, definition = `What “${name}” <is>.`): Term => ({
  term: name,
  definition,
  parts: [],
  place,
});

function explain(body: string, ...names: string[]) {
  return show(body, [], { lesson: { terms: names }, course: { glossary: names.map((name) => term(name)) } });
}

const words = (html: string) =>
  [...html.matchAll(/<button type="button" class="term" [^>]*>([^<]*)<\/button>/g)].map(([, word]) => word);

test("the first use of a term is a button that opens its definition", async () => {
  const { html } = await explain("The median is a median.", "median");
  expect(html).toBe(
    '<p>The <button type="button" class="term" popovertarget="lesson-1-.term-1">median</button><span id="lesson-1-.term-1" class="definition" popover>What “median” &lt;is&gt;.</span> is a median.</p>',
  );
});

test("a use in bold goes before the first one", async () => {
  const { html } = await explain("What do they mean? The **mean** is a sum.", "mean");
  expect(html).toMatch(/they mean\? The <strong><button/);
});

test("words are found whole, in any case, in the plural, and longest first", async () => {
  const { html } = await explain(
    "Meanwhile, ARTERIES. Pulse rates: the pulse. Base-pulse.",
    "mean",
    "pulse",
    "pulse rate",
  );
  expect(words(html)).toEqual(["Pulse rates", "pulse"]);
});

test("headings, links, code and header cells stay as they are", async () => {
  const body = "## Median\n\n[median](#median) `median`\n\n| median |\n|---|\n| x |";
  expect(words((await explain(body, "median")).html)).toEqual([]);
});

test("signs in a term are only signs", async () => {
  expect(words((await explain("Check C++ (a.b) and axb.", "C++", "a.b")).html)).toEqual(["C++", "a.b"]);
});

test("definitions keep ids of their own in lessons on one page, and the list of terms stays", async () => {
  const { page } = await explain("The median and the mean.", "mean", "median");
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page).toContain('<section class="terms"');
});

test("a heavy image is a warning with its weight", async () => {
  const heavy = asset("duties/assets/photo.svg", `<svg viewBox="0 0 4 3"></svg>${" ".repeat(400_000)}`);
  const { notes, messages } = await show("![A clinic](assets/photo.svg)", [heavy]);
  expect(notes).toEqual(["warning render/heavy-image duties/01-lesson.md:10:13"]);
  expect(messages[0]).toContain("has 400 KB");
});
