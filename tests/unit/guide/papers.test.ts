import { describe, expect, test } from "vitest";
import { guideStyle, templateSpecs } from "../../../src/assets.ts";
import { compile } from "../../../src/build.ts";
import { andThen } from "../../../src/diagnostics/diagnostic.ts";
import { type PaperOptions, renderPapers } from "../../../src/guide/papers.ts";
import { memory } from "../../../src/load/source.ts";
import { enginesFor } from "../../../src/render/engines.ts";
import { createTemplates } from "../../../src/render/templates.ts";
import { smallCourse } from "../../support/small-course.ts";

const SHEET = `id: hand-washing
title: Hand washing
lesson: basics/first
competencies: [P.1]
supplies: ["Soap, liquid", "*Warm* water"]
scenario: Show me **how**.
minutes: 1
attempts: 2
pass: 90
steps:
  - Wet the hands.
  - heading: Then
  - { step: "Rub for at least 20 seconds.", critical: true, points: 2, why: Count aloud. }
record: "0805: washed."
source: [{ title: Hygiene, publisher: CDC, year: 2024, url: "https://example.org/h" }]
reviewed: 2026-11-20
`;

const FILES = smallCourse({
  "course.yaml": `${smallCourse()["course.yaml"]}frameworks: [{ file: list.csv, id: F }]\npackages: [module, exam]\n`,
  "list.csv": "code,label\nP.1,Wash hands\nC.1,Know when\nC.2,Know why\n",
  "exam.yaml": "title: Final\ngrading: { attempts: 1, feedback: never }\nminutes: 40\nextension: [1.5, 2]\n",
  "instructor.md": "# First things\n\nBring **soap**.\n",
  "basics/teaching.md": "About the module.\n\n## first\n\n### Discussion\n\nSee [the lesson](01-first.md#a-heading).\n",
  "basics/quiz.yaml": `questions:
  - { id: kept, use: exam, lesson: first, competencies: [C.2], stem: Which is kept?, choices: [{ right: This one }, { wrong: That one }] }
  - { id: number, type: numeric, variables: { lb: ["22", "33"] }, stem: "{{lb}} lb in kg?", answer: lb / 2.2, unit: kg }
  - { id: spot, type: hotspot, stem: Where?, image: assets/arm.svg, alt: An arm, regions: [{ right: Wrist, circle: [9, 9, 2] }, { wrong: Palm, circle: [4, 4, 2] }] }
`,
  "basics/assets/arm.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
  "check-offs/wash.yaml": SHEET,
});

async function papersOf(files: Record<string, string>, options: Partial<PaperOptions> = {}) {
  const outcome = await andThen(await compile(memory(files)), async ({ course, papers }) =>
    renderPapers(course, papers, createTemplates(await templateSpecs()), {
      ...{ engines: await enginesFor(course), generator: "test", style: await guideStyle() },
      ...options,
    }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return outcome.value;
}

/** The words of a document, as a reader meets them. */
const wordsOf = (html = ""): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

/** The targets of links that the document does not hold. */
function linksToNothing(html: string): readonly string[] {
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
  return Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id = ""]) => id).filter((id) => !ids.has(id));
}

describe("the guide", () => {
  test("opens with the author's words, then tells the course's rules and what the LMS shows", async () => {
    const words = wordsOf((await papersOf(FILES)).guide);
    expect(words).toContain("First things Bring soap .");
    expect(words).toContain("Pass mark: 80%. As many attempts as you like. Your best attempt counts.");
    expect(words).toContain("“Passed” from the pass mark on; until then “incomplete”");
    expect(words).toContain("Time limit: 40 minutes. Learners may choose 1.5, 2 times as long.");
  });

  test("has the notes where they belong, and links to lessons that end at the guide's own", async () => {
    const { guide } = await papersOf(FILES);
    expect(wordsOf(guide)).toMatch(
      /Teaching notes About the module\..*First of Basics.*Teaching notes Discussion See the lesson/,
    );
    expect(guide).toMatch(/<h5 id="[^"]*">Discussion<\/h5>/);
    expect(linksToNothing(guide)).toEqual([]);
    const ids = Array.from(guide.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says the key of every question in words, with all variants", async () => {
    const words = wordsOf((await papersOf(FILES)).guide);
    expect(words).toContain("basics-1");
    expect(words).toMatch(/✓ Right This ✗ Not right That/);
    expect(words).toMatch(/lb = 22 10 kg lb = 33 15 kg/);
    expect(words).toContain("B : Wrist");
  });

  test("says of a question what does not go without saying, and a case before the first of its questions", async () => {
    const quiz = `draw: [{ from: main, count: 1 }]
questions:
  - { id: alone, type: blank, stem: "Hands are [[clean]].", use: both }
  - { id: opinion, type: likert, stem: I am ready. }
  - id: lee
    type: case
    stem: Ms. Lee comes in.
    questions: [{ id: one, stem: One?, answer: "true" }, { id: two, stem: Two?, answer: "true", points: 3 }]
`;
    const { guide } = await papersOf({ ...FILES, "basics/quiz.md": "", "basics/quiz.yaml": quiz });
    const words = wordsOf(guide);
    expect(words.match(/Ms\. Lee comes in\./g)).toHaveLength(1);
    expect(words.match(/Hands are/g)).toHaveLength(1);
    expect(words).not.toContain("Gap 1");
    expect(words).not.toMatch(/Pool:? main/);
    expect(words.match(/\d points/g)).toEqual(["3 points"]);
    expect(words).toMatch(/ 1 Basics 1 \d+ min 1 of 4 80% /);
  });

  test("names the terms of a lesson, however they are written, and each source once with where it is used", async () => {
    const source = 'sources: [{ title: Hygiene, publisher: CDC, year: 2024, url: "https://example.org/h" }]';
    const head = `title: First\nid: first\nobjectives: [Know it.]\nterms: [SEPSIS]\n${source}`;
    const files = {
      ...FILES,
      "glossary.yaml": "terms: [{ term: Sepsis, definition: A grave answer to an infection. }]\n",
      "basics/01-first.md": `---\n${head}\n---\n\nText.\n`,
    };
    const words = wordsOf((await papersOf(files)).guide);
    expect(words).toContain("Sepsis A grave answer to an infection.");
    expect(words).toContain("Hygiene . CDC, 2024. First; Hand washing");
  });

  test("tells rules once for all modules that share them, and none for a module without a quiz", async () => {
    const { "ethics/quiz.md": _quiz, ...without } = FILES;
    const rules = (text: string) => text.match(/[^.]*(?= Pass mark: 80%\. As many)/g);
    expect(rules(wordsOf((await papersOf(FILES)).guide))?.[0]).toMatch(/Basics; Ethics$/);
    expect(rules(wordsOf((await papersOf(without)).guide))?.[0]).toMatch(/(?<!; )Basics$/);
  });

  test("says under a lesson its codes, which lead to their coverage, and the sheets that name it", async () => {
    const head = "title: First\nid: first\nobjectives: [Know it.]\ncompetencies: [C.1]\nsupports: [P.1]";
    const { guide } = await papersOf({ ...FILES, "basics/01-first.md": `---\n${head}\n---\n\nText.\n` });
    expect(wordsOf(guide)).toContain("First 1 min Taught here C.1 Prepared for here P.1 Check-off sheets Hand washing");
    for (const [anchor, label] of [
      ["code-1-2", "Know when"],
      ["code-1-1", "Wash hands"],
    ])
      expect(guide).toMatch(new RegExp(`<a href="#${anchor}">.*[^]*<div id="${anchor}"><dt>.*${label}`));
    expect(linksToNothing(guide)).toEqual([]);
  });

  test("has the key of practice in lessons, apart from what is graded", async () => {
    const practice = `${FILES["basics/01-first.md"]}
:::check
## What first?

- [x] Wash
- [ ] Wait
:::

::::scenario[A call]
You have the phone.

## It rings.

- [x] Answer -> end -- At once.
- [ ] Wait -> end

## It ends. {#end}
::::
`;
    const { guide } = await papersOf({ ...FILES, "basics/01-first.md": practice });
    const words = wordsOf(guide).slice(wordsOf(guide).indexOf("Answer key of practice in lessons: Basics"));
    expect(words).toContain("1 First of Basics One choice What first? ✓ Right Wash ✗ Not right Wait");
    expect(words).toContain(
      "2 First of Basics Scenario A call You have the phone. 1 It rings. ✓ Right Answer → 2 At once.",
    );
    expect(linksToNothing(guide)).toEqual([]);
    const without = await papersOf({ ...FILES, "basics/01-first.md": practice }, { withoutKey: true });
    expect(wordsOf(without.guide)).not.toMatch(/What first\?|It rings/);
  });

  test("leaves out every key when told to, and then does not say that it holds answers", async () => {
    const { guide } = await papersOf(FILES, { withoutKey: true });
    for (const words of ["Right", "Answer key", "Which is kept?", "holds the answers"])
      expect(wordsOf(guide)).not.toContain(words);
    expect(wordsOf(guide)).toMatch(/For instructors only\. .*About the module\./);
    expect(linksToNothing(guide)).toEqual([]);
  });

  test("holds the chapters of single modules", async () => {
    const { guide } = await papersOf(FILES, { modules: ["ethics"] });
    expect(Array.from(guide.matchAll(/<section class="chapter" id="([^"]+)"/g), ([, id]) => id)).toEqual([
      "module-ethics",
    ]);
    expect(wordsOf(guide)).toContain("Modules 1 Lessons 1");
    expect(wordsOf(guide)).not.toContain("Check-off sheets 1");
    expect(wordsOf((await papersOf(FILES)).guide)).toContain("Check-off sheets 1");
    expect(linksToNothing(guide)).toEqual([]);
  });

  test("keeps the examination's key apart, and leaves it out when told to", async () => {
    const chapter = /<section class="chapter" id="exam"[\s\S]*?<\/section>\s*<\/section>/;
    const { guide } = await papersOf(FILES);
    expect(wordsOf(chapter.exec(guide)?.[0])).toContain("Which is kept?");
    expect(wordsOf(guide.replace(chapter, ""))).not.toContain("Which is kept?");
    const without = await papersOf(FILES, { withoutExam: true });
    expect(without.guide).not.toContain("Which is kept?");
    expect(without.guide).toContain("basics-1");
    // Where it is asked is still told, without a link that leads nowhere.
    expect(wordsOf(without.guide)).toMatch(/C\.2 Know why Asked in kept/);
    expect(guide).toContain(">kept</a>");
    expect(linksToNothing(without.guide)).toEqual([]);
  });

  test("says what covers each competency, and what nothing covers", async () => {
    const words = wordsOf((await papersOf(FILES)).guide);
    expect(words).toContain("2 of 3 codes are covered.");
    expect(words).toMatch(/P\.1 Wash hands Checked off on Hand washing/);
    expect(words).toMatch(/C\.1 Know when not covered/);
    expect(words).toMatch(/Hygiene \. CDC, 2024\. Hand washing/);
  });

  test("needs nothing but itself, and is the same every time", async () => {
    const first = await papersOf(FILES);
    expect(await papersOf(FILES)).toEqual(first);
    for (const html of [first.guide, first.checkOffs ?? ""]) {
      expect(html).not.toMatch(/<script|<link|@import|url\(\s*["']?(?!data:)/);
      for (const [, address = ""] of html.matchAll(/ src="([^"]*)"/g)) expect(address).toMatch(/^data:/);
    }
    expect(first.guide).toContain('src="data:image/svg+xml;base64,');
  });

  test("speaks the course's language", async () => {
    const spanish = { ...FILES, "course.yaml": FILES["course.yaml"]?.replace("language: en", "language: es") ?? "" };
    const { guide, checkOffs = "" } = await papersOf(spanish);
    expect([guide, checkOffs].map((html) => html.includes('<html lang="es"'))).toEqual([true, true]);
    expect(wordsOf(guide)).toContain("Clave de respuestas");
    expect(wordsOf(checkOffs)).toContain("Crítico:");
  });
});

describe("a check-off sheet", () => {
  test("has all that an evaluator needs", async () => {
    const { checkOffs = "" } = await papersOf(FILES);
    const words = wordsOf(checkOffs);
    for (const part of [
      "P.1 Wash hands (F, EXAMPLE: not official text)",
      "Taught in First of Basics",
      "Show me how .",
      "Soap, liquid; Warm water",
      "Time allowed: 1 minute",
      "Attempt 1 Attempt 2 1 Wet the hands. 1",
      "2 ★ Critical: Rub for at least 20 seconds. For the evaluator: Count aloud. 2",
      "Points of 3",
      "an attempt needs 3 of 3 points (90%)",
      "Every critical step (★) must be right",
      "Expected: 0805: washed.",
      "Source: Hygiene . CDC, 2024",
      "Last reviewed: 2026-11-20",
    ])
      expect(words).toContain(part);
    expect(words).not.toContain("Attempt 3");
    expect(words).not.toContain("1 minutes");
    // A heading spans the whole table.
    const [head = ""] = /<thead>.*?<\/thead>/s.exec(checkOffs) ?? [];
    expect(checkOffs).toContain(`colspan="${head.match(/<th /g)?.length}">Then<`);
  });

  test("stands where its lesson does in the course; one of no lesson comes last", async () => {
    const sheet = (id: string, lesson: string) => SHEET.replace("hand-washing", id).replace(/lesson: .*\n/, lesson);
    const { checkOffs = "" } = await papersOf({
      ...FILES,
      "check-offs/a.yaml": sheet("alone", ""),
      "check-offs/b.yaml": sheet("of-ethics", "lesson: ethics/first\n"),
    });
    const order = Array.from(checkOffs.matchAll(/<article class="sheet" id="sheet-([^"]+)"/g), ([, id]) => id);
    expect(order).toEqual(["hand-washing", "of-ethics", "alone"]);
  });

  test("says that a framework is no official text only where it is none", async () => {
    const official = { ...FILES, "course.yaml": FILES["course.yaml"]?.replace("id: F", "id: F, official: true") ?? "" };
    expect(wordsOf((await papersOf(official)).checkOffs)).toContain("P.1 Wash hands Taught in");
  });

  test("says nothing of critical steps where there are none", async () => {
    const sheet = SHEET.replace("critical: true, ", "").replace("pass: 90", "pass: 50");
    const words = wordsOf((await papersOf({ ...FILES, "check-offs/wash.yaml": sheet })).checkOffs);
    expect(words).not.toMatch(/critical/i);
    expect(words).toContain("an attempt needs 2 of 3 points (50%)");
  });

  test("comes alone when asked for, and not at all in a course without sheets", async () => {
    const second = SHEET.replace("hand-washing", "gloves").replace("Hand washing", "Gloves");
    const both = { ...FILES, "check-offs/gloves.yaml": second };
    expect((await papersOf(both)).checkOffs?.match(/<article/g)).toHaveLength(2);
    const one = (await papersOf(both, { checkOff: "gloves" })).checkOffs;
    expect([one?.match(/<article/g)?.length, one?.includes("Hand washing")]).toEqual([1, false]);
    const { "check-offs/wash.yaml": _sheet, ...none } = FILES;
    expect((await papersOf(none)).checkOffs).toBeUndefined();
  });
});
