import { expect, test } from "vitest";
import { question } from "./setup.ts";
import { show } from "./show.ts";

test("a dollar sign is a dollar sign", async () => {
  expect((await show("From $18 to $45, or $a$ and $$b$$.")).html).toBe("<p>From $18 to $45, or $a$ and $$b$$.</p>");
});

test("a formula within a line becomes MathML without inline styles", async () => {
  const { html, notes } = await show("Give :math[\\frac{a[1]}{b}] mg, then :math[x \\left[y\\right]].");
  expect(notes).toEqual([]);
  expect(html).toMatch(/^<p>Give <math><mfrac>.*<\/mfrac><\/math> mg, then <math>.*<\/math>\.<\/p>$/);
  expect(html).not.toMatch(/ style=/);
});

test("a formula on lines of its own is a block", async () => {
  const { html } = await show(":::math\n\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}\n:::");
  expect(html).toMatch(/^<div class="math"><math display="block"/);
  expect(html).not.toMatch(/ style=/);
});

test("a formula that cannot be read is reported where it stands, and shown as typed", async () => {
  const { notes, messages } = await show("Text\nand :math[\\frc{a}] here.\n\n:::math\n\n  \\frac{a\n:::\n\n:math[]");
  expect(notes).toEqual([
    "error render/math duties/01-lesson.md:15:3",
    "error render/math duties/01-lesson.md:11:11",
    "error render/math duties/01-lesson.md:18",
  ]);
  expect(messages[1]).toBe("This formula cannot be read: Unsupported function name: \\frc.");
});

test("no formula reaches an address", async () => {
  expect((await show(":math[\\includegraphics{https://example.org/a.png}]")).notes).toEqual([
    "error render/math duties/01-lesson.md:10:7",
  ]);
});

test("text that only begins like a formula stays text", async () => {
  expect((await show("See :math[ and `:math[x]`.")).html).toBe("<p>See :math[ and <code>:math[x]</code>.</p>");
});

test("questions hold formulas, and the LMS's report has them as typed", async () => {
  const place = { file: "duties/quiz.md", line: 3 };
  const stem = { text: "How much is :math[\\frac12]?", place };
  const quiz = {
    questions: [question({ ordinal: 1, stem })],
    draw: [{ pool: "main", count: 1, items: [1], place }],
    place,
  };
  const { pools } = await showQuiz(quiz);
  expect(pools[0]?.questions[0]?.sentence).toContain("<mfrac>");
  expect(pools[0]?.questions[0]?.description).toBe("How much is \\frac12?");
});

async function showQuiz(quiz: NonNullable<Parameters<typeof import("./setup.ts").module>[0]["quiz"]>) {
  const { course, module, modulePackage, templates } = await import("./setup.ts");
  const { enginesFor } = await import("../../../src/render/engines.ts");
  const { render } = await import("../../../src/render/render.ts");
  const own = module({ quiz });
  const all = course([own]);
  const engines = await enginesFor(all);
  const outcome = render(all, modulePackage(own, all), templates, { generator: "Test", engines });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return outcome.value;
}
