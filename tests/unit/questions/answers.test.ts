/** The key in words, which instructors read: one table of all types, then every question of a course. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile } from "../../../src/build.ts";
import { memory } from "../../../src/load/source.ts";
import type { AnswerLine, DeliveredQuestion, RenderKit } from "../../../src/questions/authoring.ts";
import type { ChoiceKey } from "../../../src/questions/choice/core.ts";
import { authoringTypes } from "../../../src/questions/registry.authoring.ts";
import { pageTexts } from "../../../src/texts/texts.ts";

const kit: RenderKit = {
  language: "en",
  word: (name) => pageTexts("en")[name],
  inline: (markdown) => `<em>${markdown}</em>`,
  block: (markdown) => `<p>${markdown}</p>`,
  image: () => ({ src: "media/arm.svg", width: 400, height: 200 }),
  report: () => undefined,
};

interface Case {
  readonly type: string;
  readonly keys: object;
  readonly stem?: string;
  readonly variant?: number;
  readonly lines: readonly AnswerLine[];
}

const CASES: readonly Case[] = [
  {
    type: "single",
    keys: { choices: [{ right: "A" }, { wrong: "B", why: "No." }] },
    lines: [
      { kind: "right", html: "<em>A</em>" },
      { kind: "wrong", html: "<em>B</em>", why: "<em>No.</em>" },
    ],
  },
  {
    type: "multiple",
    keys: { choices: [{ right: "A", why: "Yes." }, { right: "B" }, { wrong: "C" }] },
    lines: [
      { kind: "right", html: "<em>A</em>", why: "<em>Yes.</em>" },
      { kind: "right", html: "<em>B</em>" },
      { kind: "wrong", html: "<em>C</em>" },
    ],
  },
  {
    type: "true-false",
    keys: { answer: "false", why: "No." },
    lines: [
      { kind: "wrong", html: "True", why: "<em>No.</em>" },
      { kind: "right", html: "False" },
    ],
  },
  {
    type: "blank",
    keys: {},
    stem: "The [[diastolic | diastolic pressure | !systolic]] pressure is [[=low | high]].",
    lines: [
      { kind: "answer", answers: ["diastolic", "diastolic pressure"], refused: ["systolic"] },
      { kind: "answer", answers: ["low"], refused: ["high"] },
    ],
  },
  {
    type: "numeric",
    keys: { answer: "lb / 2.2", variables: { lb: ["22", "33"] }, tolerance: "5%", unit: "kg" },
    variant: 1,
    lines: [{ kind: "answer", html: "lb = 33", answers: ["15 kg", "± 5%"] }],
  },
  { type: "numeric", keys: { answer: "0.5" }, lines: [{ kind: "answer", answers: ["0.5"] }] },
  {
    type: "numeric",
    keys: { answer: "2", tolerance: "0.25" },
    lines: [{ kind: "answer", answers: ["2", "± 0.25"] }],
  },
  {
    type: "matching",
    keys: {
      pairs: [
        { item: "Lavender", match: "EDTA", why: "So." },
        { item: "Pink", match: "EDTA" },
      ],
      distractors: ["Heparin"],
    },
    lines: [
      { kind: "answer", html: "<em>Lavender</em>", answers: ["EDTA"], why: "<em>So.</em>" },
      { kind: "answer", html: "<em>Pink</em>", answers: ["EDTA"] },
      { kind: "wrong", html: "<em>Heparin</em>" },
    ],
  },
  {
    type: "categorize",
    keys: { categories: [{ category: "Sharps", items: ["Lancet", "Needle"] }, { category: "Bag" }] },
    lines: [
      { kind: "answer", html: "<em>Lancet</em>", answers: ["Sharps"] },
      { kind: "answer", html: "<em>Needle</em>", answers: ["Sharps"] },
      { kind: "wrong", html: "<em>Bag</em>" },
    ],
  },
  {
    type: "ordering",
    keys: { items: ["One", "Two", "Three"] },
    lines: ["One", "Two", "Three"].map((text) => ({ kind: "next", html: `<em>${text}</em>` })),
  },
  {
    type: "build",
    keys: { parts: ["gastr", "-itis"], distractors: ["-logy"] },
    lines: [
      { kind: "next", html: "<em>gastr</em>" },
      { kind: "next", html: "<em>-itis</em>" },
      { kind: "wrong", html: "<em>-logy</em>" },
    ],
  },
  {
    type: "hotspot",
    keys: {
      image: "assets/arm.svg",
      alt: "An arm",
      regions: [
        { wrong: "Elbow", circle: ["20", "90", "5"], why: "No." },
        { right: "Wrist", circle: ["280", "20", "5"] },
      ],
    },
    lines: [
      { kind: "right", html: "<b>A</b>: <em>Wrist</em>" },
      { kind: "wrong", html: "<b>B</b>: <em>Elbow</em>", why: "<em>No.</em>" },
    ],
  },
  {
    type: "scenario",
    keys: {
      opening: "You have the phone.",
      scenes: [
        {
          title: "It rings.",
          text: "At 8:10.",
          choices: [
            { right: "Answer", to: "end" },
            { wrong: "Wait", to: "end", why: "No." },
          ],
        },
        { scene: "end", text: "It ends." },
      ],
    },
    lines: [
      { kind: "scene", html: "<p>You have the phone.</p>" },
      { kind: "scene", html: "<b>1</b> <em>It rings.</em><p>At 8:10.</p>" },
      { kind: "right", html: "<em>Answer</em> → 2" },
      { kind: "wrong", html: "<em>Wait</em> → 2", why: "<em>No.</em>" },
      { kind: "scene", html: "<b>2</b> <p>It ends.</p>" },
    ],
  },
  {
    type: "likert",
    keys: { scale: ["Never", "Often"] },
    lines: [
      { kind: "open", html: "<em>Never</em>" },
      { kind: "open", html: "<em>Often</em>" },
    ],
  },
  {
    type: "essay",
    keys: { model: "In their words.", rubric: ["Asks"] },
    lines: [
      { kind: "model", html: "<p>In their words.</p>" },
      { kind: "good", html: "<em>Asks</em>" },
    ],
  },
];

function questionOf({ type, keys, stem = "Stem" }: Case): DeliveredQuestion<unknown> {
  return { spec: authoringTypes[type]?.schema.parse(keys), parts: [], stem };
}

test.each(CASES)("$type: $keys", (each) => {
  expect(authoringTypes[each.type]?.answers(questionOf(each), kit, each.variant ?? 0)).toEqual(each.lines);
});

test.each([
  ["true-false", { answer: "true" }, ["Verdadero", "Falso"]],
  [
    "likert",
    {},
    ["Muy en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo", "Muy de acuerdo"],
  ],
])("what the tool says in a %s speaks the course's language, for learners and in the key", (type, keys, words) => {
  const spanish: RenderKit = { ...kit, language: "es", word: (name) => pageTexts("es")[name] };
  const question = questionOf({ type, keys, lines: [] });
  const key = authoringTypes[type]?.deliver(question, spanish, 0).key as ChoiceKey; // both types have its keys
  expect(key.choices.map(({ text }) => text)).toEqual(words);
  expect(authoringTypes[type]?.answers(question, spanish, 0).map(({ html }) => html)).toEqual(words);
});

test("the letters of a hotspot's key are those of its picture", () => {
  const each = CASES.find(({ type }) => type === "hotspot");
  const drawn = each && authoringTypes.hotspot?.picture?.(questionOf(each), kit);
  expect(drawn).toMatchObject({
    alt: "An arm",
    regions: [
      { letter: "A", x: 70 },
      { letter: "B", x: 5 },
    ],
  });
});

const gallery = fileURLToPath(new URL("../../fixtures/courses/gallery/", import.meta.url));

test("the key of every graded question says what is right", async () => {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(gallery, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(gallery.length).replaceAll("\\", "/")] = readFileSync(path);
  }
  const compiled = await compile(memory(files));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.notes));
  const questions = compiled.value.course.modules.flatMap(({ quiz }) => quiz?.questions ?? []);
  const types = new Set(questions.map(({ type }) => type));
  expect(Object.keys(authoringTypes).filter((type) => !types.has(type))).toEqual([]);
  for (const { id, type, spec, parts, stem } of questions) {
    const authoring = authoringTypes[type];
    if (authoring?.graded === false) continue;
    const lines = authoring?.answers({ spec, parts, stem: stem.text }, kit, 0) ?? [];
    const right = lines.filter(({ kind }) => ["right", "answer", "next"].includes(kind));
    expect(right, id).not.toEqual([]);
    for (const { html, answers } of right) expect(html ?? answers?.[0], id).toBeTruthy();
  }
});
