import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asset } from "./setup.ts";
import { show } from "./show.ts";

const arm = asset("duties/assets/arm.svg");
const clean = (body: string) => show(body, [arm], { course: { html: "sanitized" } });
const REMOVED = "warning render/html-removed duties/01-lesson.md";

describe("HTML while it is off", () => {
  test("stays text, with one hint a file", async () => {
    const { html, notes } = await show("A <kbd>key</kbd>.\n\n<div>\nb</div>");
    expect(html).toBe("<p>A &lt;kbd&gt;key&lt;/kbd&gt;.</p>\n<p>&lt;div&gt;\nb&lt;/div&gt;</p>");
    expect(notes).toEqual(["hint render/html-off duties/01-lesson.md:10:3"]);
  });

  test.each(["below <5 mg> or <name>", "`<b>`", "\\<b>", "&lt;b&gt;", "```\n<b>\n```", "<https://example.org>"])(
    "%j is no HTML",
    async (body) => expect((await show(body)).notes).toEqual([]),
  );
});

describe("HTML within a text", () => {
  test("short pairs without attributes are kept", async () => {
    const text =
      'CO<sub>2</sub>, 10<SUP>3</SUP>, *<kbd>a</kbd>*,<br/><abbr title="a &quot;b&quot;">x</abbr> <!-- gone -->';
    const { html, notes } = await clean(text);
    expect(html).toBe(
      '<p>CO<sub>2</sub>, 10<sup>3</sup>, <em><kbd>a</kbd></em>,<br><abbr title="a &quot;b&quot;">x</abbr> </p>',
    );
    expect(notes).toEqual([]);
  });

  test.each([
    ["a <b onclick='x'>b</b>", "<p>a b</p>", [3, 19]],
    ["a <sub>b", "<p>a b</p>", [3]],
    ["a b</sub>", "<p>a b</p>", [4]],
    ["*<sub>a*</sub>", "<p><em>a</em></p>", [2, 9]],
    ["<sub><sup>a</sub></sup>", "<p><sup>a</sup></p>", [1, 12]],
    ['a <sub id="x">b</sub>', "<p>a b</p>", [3, 16]],
    ["a <img src=x onerror=alert(1)>", "<p>a </p>", [3]],
    ['<abbr title="a" id="b">c</abbr>', "<p>c</p>", [1, 25]],
  ])("%j loses its tags, each of which is a warning", async (body, expected, columns) => {
    const { html, notes } = await clean(body);
    expect(html).toBe(expected);
    expect(notes).toEqual(columns.map((column) => `${REMOVED}:10:${column}`));
  });

  test("headings and alternative texts have no tags in their names", async () => {
    const { html } = await clean("## CO<sub>2</sub>\n\n![CO<sub>2</sub>](assets/arm.svg)");
    expect(html).toContain('<h2 id="lesson-1-co2">CO<sub>2</sub></h2>');
    expect(html).toContain('alt="CO2"');
  });
});

describe("HTML blocks", () => {
  test("tables scroll, images and links are those of Markdown", async () => {
    const { html, notes, files } = await clean(
      '<table><tr><td colspan="2">x</td></tr></table>\n\n<figure><img src="assets/arm.svg" alt="An arm"> <a href="https://example.org/">y</a></figure>',
    );
    expect(notes).toEqual([]);
    expect(html).toContain('<div class="table-scroll" role="group" tabindex="0" aria-label="Table 1">\n<table><tr>');
    expect(html).toMatch(
      /<img src="media\/[0-9a-f]{8}-arm\.svg" width="640" height="320" loading="lazy" alt="An arm" \/>/,
    );
    expect(html).toContain('<a href="https://example.org/" rel="noopener" target="_blank">y<span class="hidden-text">');
    expect(files.some((file) => /^media\/.*arm\.svg$/.test(file))).toBe(true);
  });

  test.each([
    ["<div>a\n<script>alert(1)</script></div>", "<div>a\n</div>", ["11:1"]],
    ['<p id="lesson-1" style="x" class="y">a</p>', "<p>a</p>", ["10:1", "10:1", "10:1"]],
    ["<!-- <script> -->\n<script>x</script>", "", ["11:1"]],
    ["<iframe src='https://example.org'>x</iframe>", "", ["10:1"]],
    ["<form><input></form>", "", ["10:1", "10:7"]],
    ["<h2>Head</h2>", "Head", ["10:1"]],
    ["<details><summary>a</summary>\n\n</details>", "<details><summary>a</summary>\n</details>", ["10:1", "12:1"]],
    ["<?php x ?>", "", ["10:1"]],
  ])("%j is cleaned, with a warning at its place", async (body, expected, places) => {
    const { html, notes } = await clean(body);
    expect(html).toBe(expected);
    expect(notes).toEqual(places.map((place) => `${REMOVED}:${place}`));
  });

  test.each([
    ['<div><img src="https://example.org/a.png" alt="a"></div>', "render/image-outside"],
    ['<div><img src="assets/none.svg" alt="a"></div>', "render/image-missing"],
    ['<div><img src="assets/arm.svg"></div>', "render/image-without-text"],
    ['<div><a href="javascript:alert(1)">a</a></div>', "render/link-scheme"],
    ['<div><a href="02-none.md">a</a></div>', "render/link-broken"],
  ])("%j is the error that it is in Markdown", async (body, code) => {
    const { notes } = await clean(body);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(new RegExp(`^error ${code} duties/01-lesson\\.md:10:\\d+$|^error ${code} .*:10$`));
  });

  test("no mixture of pieces reaches the page as a script, a handler or an id", async () => {
    const piece = fc.constantFrom(
      ..."<div> </div> <p <svg> <math> <style> </style> <script> </script> <!-- --> <![CDATA[ ]]> <img onerror=x src=x <a href=javascript:x > \" ' <sub> </sub> <xmp> <noscript> <textarea> <template> id=x on style=x \n \n\n * ` &lt;".split(
        " ",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const { html } = await clean(pieces.join(" "));
        for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
          expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/<(script|style|svg|math|iframe)|\s(on\w+|style|id)=/i);
        }
      }),
    );
  });
});

test("the fixture course keeps its table and figure, and warns of three things", async () => {
  const file = new URL("../../fixtures/courses/html-sanitized/one/01-html.md", import.meta.url);
  const { html, notes } = await clean(readFileSync(file, "utf8").replace(/^---[\s\S]*?---\n/, ""));
  expect(html).toContain("<td>O<sub>2</sub></td>");
  expect(html).toContain('<abbr title="partial pressure">pCO<sub>2</sub></abbr>');
  expect(html).toContain("<figure><img ");
  expect(notes).toEqual([`${REMOVED}:15:20`, `${REMOVED}:18:1`, `${REMOVED}:20:1`]);
});
