import { expect, test } from "vitest";
import { render } from "../../../src/render/render.ts";
import { asset, course, lesson, module, modulePackage, question, templates } from "./setup.ts";

/** Renders one lesson's body in a course with a neighbor lesson and a lesson of another module. */
function show(body: string, part: Partial<Parameters<typeof lesson>[0]> = {}) {
  const duties = module({
    lessons: [lesson({ ordinal: 1, body, ...part }), lesson({ ordinal: 2, body: "## Cuff size\n\nText." })],
    assets: [
      asset("duties/assets/cuff.svg"),
      asset("duties/assets/badge.svg", '<svg width="40" height="40"></svg>'),
      asset("duties/assets/photo.gif", "GIF89aA\x02A\x02"),
      asset("duties/assets/form.pdf", "%PDF"),
    ],
  });
  const ethics = module({
    id: "ethics",
    ordinal: 2,
    lessons: [lesson({ ordinal: 3, body: "x", file: "ethics/01-scope.md" })],
  });
  const all = course([duties, ethics]);
  const outcome = render(all, modulePackage(duties, all), templates);
  const page = outcome.ok ? outcome.value.files.find(({ path }) => path === "index.html") : undefined;
  const text = page?.content.kind === "bytes" ? new TextDecoder().decode(page.content.bytes) : "";
  const html = /<div class="prose">\n([\s\S]*?)<\/div>\n<\/template>/.exec(text)?.[1]?.trim() ?? "";
  return { html, notes: outcome.notes, files: outcome.ok ? outcome.value.files.map(({ path }) => path) : [] };
}

const found = (body: string) =>
  show(body).notes.map(({ code, severity, place }) => `${severity} ${code} ${place?.line}:${place?.column ?? ""}`);

test("author text is never changed", () => {
  expect(show('0.50 -- "yes" (c) https://example.org <b>bold</b>').html).toBe(
    "<p>0.50 -- &quot;yes&quot; (c) https://example.org &lt;b&gt;bold&lt;/b&gt;</p>",
  );
});

test("a word part stays with its hyphen at the end of a line; other hyphens are left alone", () => {
  expect(show("An *-ectomy* (-otomy) is -5, well-known, a - b and --fix.").html).toBe(
    "<p>An <em>-\u2060ectomy</em> (-\u2060otomy) is -5, well-known, a - b and --fix.</p>",
  );
});

test("headings get ids that start with their lesson and stay unique", () => {
  const { html } = show("## Blood *pressure*\n\n### Über\n\n## Blood pressure\n\n## ?!");
  expect([...html.matchAll(/<(h\d) id="([^"]+)"/g)].map(([, tag, id]) => `${tag} ${id}`)).toEqual([
    "h2 lesson-1-blood-pressure",
    "h3 lesson-1-über",
    "h2 lesson-1-blood-pressure-2",
    "h2 lesson-1-section",
  ]);
});

test("headings that skip a level are lifted and reported", () => {
  expect(show("# One\n\n#### Deep").html).toContain('<h3 id="lesson-1-deep">');
  expect(found("# One\n\n#### Deep")).toEqual([
    "warning render/heading-level 10:1",
    "warning render/heading-level 12:1",
  ]);
});

test("tables scroll in a named region and align without style attributes", () => {
  const { html } = show("| Slip | *Effect* |\n|:--|--:|\n| a | b |");
  expect(html).toContain('<div class="table-scroll" role="group" tabindex="0" aria-label="Table 1: Slip, Effect">');
  expect(html).toContain('<td class="align-right">b</td>');
  expect(html).not.toContain("style=");
});

test("footnotes carry the lesson's name and a named way back", () => {
  const { html } = show("Text.[^1]\n\n[^1]: Note.");
  expect(html).toContain('href="#fn-lesson-1-1" id="fnref-lesson-1-1"');
  expect(html).toContain('href="#fnref-lesson-1-1" aria-label="Back to the text"');
});

test("an image is carried under its hash, with its size", () => {
  const { html, files } = show("![A cuff](assets/cuff.svg)");
  const path = files.find((file) => file.startsWith("media/"));
  expect(path).toMatch(/^media\/[0-9a-f]{8}-cuff\.svg$/);
  expect(html).toContain(`<img src="${path}" alt="A cuff" width="640" height="320" loading="lazy"`);
});

test("a wide drawing of its own can be scrolled, by keyboard too; others stay as they are", () => {
  const opens = (body: string) => show(body).html.replace(/ (?:src|alt|width|height|loading)="[^"]*"/g, "");
  expect(opens("![A cuff](assets/cuff.svg)")).toBe('<p class="drawing"><img tabindex="0"></p>');
  for (const body of [
    "![A cuff](assets/cuff.svg) and words",
    "- ![A cuff](assets/cuff.svg)",
    "![A badge](assets/badge.svg)",
    "![](assets/cuff.svg){decorative}",
    "[![A cuff](assets/cuff.svg)](https://example.org)",
    "![A photo](assets/photo.gif)",
  ]) {
    expect(opens(body), body).toContain("<img>");
  }
});

test("only what is shown is carried", () => {
  expect(show("Text.").files.filter((file) => file.startsWith("media/"))).toEqual([]);
});

test("an ornament has empty alternative text and loses its mark", () => {
  expect(show("![](assets/cuff.svg){decorative} after").html).toMatch(/alt="" width="640".*> after<\/p>$/);
});

test("images are checked at their own place", () => {
  expect(found("Text\n![](assets/cuff.svg) and ![](assets/cuff.svg)")).toEqual([
    "error render/image-without-text 11:5",
    "error render/image-without-text 11:30",
  ]);
  expect(found("![A](assets/cufff.svg)")).toEqual(["error render/image-missing 10:6"]);
  expect(show("![A](assets/cufff.svg)").notes[0]?.help).toBe("Did you mean “assets/cuff.svg”?");
  expect(found("![A](https://example.org/a.png)")).toEqual(["error render/image-outside 10:6"]);
  expect(found("![A](data:image/png;base64,AA)")).toEqual(["error render/image-outside 10:6"]);
});

test("external links open in a new tab and say so", () => {
  expect(show("[here](https://example.org/a%20b?c=d&e)").html).toBe(
    '<p><a href="https://example.org/a%20b?c=d&amp;e" rel="noopener" target="_blank">here<span class="hidden-text"> (opens in a new tab)</span></a></p>',
  );
});

test("links to lessons and headings lead through the player", () => {
  const { html, notes } = show("[a](02-lesson.md) [b](02-lesson.md#cuff-size) [c](#here)\n\n## Here");
  expect(html).toContain(
    '<a href="#lesson-2">a</a> <a href="#lesson-2-cuff-size">b</a> <a href="#lesson-1-here">c</a>',
  );
  expect(notes).toEqual([]);
});

test("links to files of the module carry them", () => {
  expect(show("[form](assets/form.pdf)").html).toMatch(/href="media\/[0-9a-f]{8}-form\.pdf"/);
});

test("a lesson of another package is named, not linked", () => {
  expect(show("See [scope](../ethics/01-scope.md).").html).toBe("<p>See scope.</p>");
  expect(found("See [scope](../ethics/01-scope.md).")).toEqual(["warning render/link-other-package 10:13"]);
});

test("broken links are errors", () => {
  expect(found("[a](02-leson.md)")).toEqual(["error render/link-broken 10:5"]);
  expect(found("[a](02-lesson.md#cuf)")).toEqual(["error render/link-broken 10:5"]);
  expect(found("[a](assets/nothing.pdf)")).toEqual(["error render/link-broken 10:5"]);
  expect(found("[a](javascript:void)")).toEqual(["error render/link-scheme 10:5"]);
});

test("directives nest by longer fences", () => {
  const { html } = show("::::scenario[Monday]\nText\n\n:::note[Mind]\nInner\n:::\n\nAfter\n::::\n\nOutside");
  expect(html).toBe(
    [
      '<div class="callout scenario">',
      '<p class="callout-head"><span class="callout-kind">Scenario</span> <span class="callout-title">Monday</span></p>',
      "<p>Text</p>",
      '<div class="callout note">',
      '<p class="callout-head"><span class="callout-kind">Note</span> <span class="callout-title">Mind</span></p>',
      "<p>Inner</p>",
      "</div>",
      "<p>After</p>",
      "</div>",
      "<p>Outside</p>",
    ].join("\n"),
  );
});

test("fenced code may show directives", () => {
  expect(show(":::note\n```\n:::\n```\n:::\n\nOutside").html).toMatch(
    /<code>:::\n<\/code><\/pre>\n<\/div>\n<p>Outside/,
  );
});

test("a figure has its caption and source", () => {
  expect(
    show(':::figure[The <cuff>]{source="Drawn for this course" year=2026}\n![C](assets/cuff.svg)\n:::').html,
  ).toContain(
    '<figcaption>The &lt;cuff&gt; <span class="credit">Source: Drawn for this course, 2026</span></figcaption>\n</figure>',
  );
});

test.each([
  ["Text\n\n:::scenaro[x]\ny\n:::", "error render/directive-unknown 12:4"],
  ["Text\n\n:::note\ny", "error render/directive-unclosed 12:"],
  ["Text\n\n:::", "error render/directive-stray-end 12:"],
  [":::note[x", "error render/directive-form 10:"],
  [":::note{color=red}\ny\n:::", "error render/directive-attribute 10:9"],
  [":::figure{source=a b}\ny\n:::", "error render/directive-attribute 10:20"],
])("%j is reported", (body, expected) => {
  expect(found(body)).toEqual([expected]);
});

test("a scenario that branches leaves a place as well; any other is a callout", () => {
  const body = ":::scenario[A call]\n## It rings.\n- [x] Answer -> end\n:::\n\n:::scenario[A story]\nIt rings.\n:::";
  const { html } = show(body, { checks: [{ line: 10, questions: [question({ ordinal: 0 })] }] });
  expect(html).toMatch(/^<div class="check" data-check="1-1"><\/div>\n<div class="callout scenario">/);
  expect(html).toContain("<p>It rings.</p>");
});

test("a check leaves a numbered place for each of its questions", () => {
  const body = "Text\n\n:::check\n## Never shown\n- [x] a\n:::\n\nAfter";
  const checks = [{ line: 12, questions: [question({ ordinal: 0 }), question({ ordinal: 0 })] }];
  expect(show(body, { checks }).html).toBe(
    '<p>Text</p>\n<div class="check" data-check="1-1"></div>\n<div class="check" data-check="1-2"></div>\n<p>After</p>',
  );
});
