import { expect, test } from "vitest";
import type { Term } from "../../../src/model/course.ts";
import { question } from "./setup.ts";
import { show } from "./show.ts";

const place = { file: "glossary.yaml", line: 1 };
const heart = { name: "heart", title: "Heart & blood" };
const lungs = { name: "lungs", title: "lungs" };
const glossary: readonly Term[] = [
  { term: "systolic", definition: "While the heart <contracts>.", parts: ["systol", "-ic"], decks: [heart], place },
  { term: "apnea", definition: "A stop in breathing.", parts: [], pronunciation: "AP-nee-uh", decks: [lungs], place },
  { term: "embolus", definition: "A clot that travels.", parts: [], decks: [heart, lungs], place },
  { term: "asepsis", definition: "Without germs.", parts: [], place },
];
const cards = (body: string) => show(body, [], { course: { glossary } });
const names = (html: string) => [...html.matchAll(/data-card="([^"]*)"/g)].map(([, name]) => name);

test("a deck is a list of its terms, open and in the order of the glossary", async () => {
  const { html, notes } = await cards(":::flashcards[Blood]{deck=heart}\nLearn *these*.\n:::");
  expect(notes).toEqual([]);
  expect(html).toBe(`<div class="callout flashcards" role="group" aria-label="Flashcards: Blood">
<p class="callout-head"><span class="callout-kind">Flashcards</span> <span class="callout-title">Blood</span></p>
<p>Learn <em>these</em>.</p>
<details open>
<summary>All cards (2)</summary>
<dl>
<div data-card="systolic"><dt>systolic <span class="parts">systol · -\u2060ic</span></dt><dd>While the heart &lt;contracts&gt;.</dd></div>
<div data-card="embolus"><dt>embolus</dt><dd>A clot that travels.</dd></div>
</dl>
</details>
</div>`);
});

test("several decks hold each of their terms once; without a label their titles name them", async () => {
  const { html } = await cards(':::flashcards{deck="lungs, heart"}\n:::');
  expect(names(html)).toEqual(["systolic", "apnea", "embolus"]);
  expect(html).toContain('aria-label="Flashcards: lungs, Heart &amp; blood"');
});

test.each([
  ["{deck=hart}", "render/deck-unknown", ":27"],
  ["{deck=digestion}", "render/deck-unknown", ":27"],
  ['{deck="heart, heart"}', "render/deck-twice", ":28"],
  ['{deck="heart,"}', "render/deck-unknown", ""],
  ["", "render/directive-incomplete", ":4"],
])("a mistake is told with its place: %s", async (attributes, code, column) => {
  const { notes } = await cards(`:::flashcards[Words]${attributes}\n:::`);
  expect(notes).toEqual([`error ${code} duties/01-lesson.md:10${column}`]);
});

test.each([":::flashcards{deck=heart}\n:::", ":::check\n## Which?\n\n- [x] A\n- [ ] B\n:::"])(
  "a question's text cannot hold what only lessons have: %j",
  async (text) => {
    const asked = question({ ordinal: 0, rationale: { text, place: { file: "duties/01-lesson.md", line: 20 } } });
    const lesson = { checks: [{ line: 10, questions: [asked] }] };
    const { notes } = await show(":::check\n:::", [], { lesson, course: { glossary } });
    expect(notes).toEqual(["error render/lesson-only duties/01-lesson.md:20"]);
  },
);
