import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/build/compile.ts";
import { openPress } from "../../../src/build/printing.ts";
import { type Keep, keeper } from "../../../src/keep.ts";
import { memory } from "../../../src/load/source.ts";
import type { Assembled } from "../../../src/model/assembled.ts";
import { packagesOf } from "../../../src/model/packages.ts";
import { TARGETS } from "../../../src/targets/index.ts";

const question = (id: string, stem: string, more = ""): string =>
  `  - { id: ${id}, stem: "${stem}", lesson: hands, competencies: [I.1], use: both, choices: [{ right: Yes }, { wrong: No }] ${more} }\n`;
const lesson = (title: string, body: string, head = ""): string => `---\ntitle: ${title}\n${head}---\n\n${body}\n`;
const CHECK = ":::check\n## Ready?\n\n- [x] Yes\n- [ ] No\n:::\n";
/** Gives ordinals to what the course no longer has. */
const LOCK = `format: 1
packages: {}
modules: { old: { ordinal: 7, since: "1" } }
lessons: { one/old: { ordinal: 90, since: "1" }, one/hands: { ordinal: 40, since: "1" } }
questions:
  b: [{ ordinal: 300, shape: single, since: "1" }]
  z: [{ ordinal: 9, shape: single, since: "1" }]
`;
const svg = (size: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="9"/>`;
const course = (more = "", title = "Demo"): string =>
  `id: demo\ntitle: ${title}\nmodules: [one, two]\npackages: [module, exam, course]\ngrading: { weights: { one: 1, two: 1 } }\n` +
  `frameworks: [{ file: codes.csv }]\n${more}`;

interface Versions {
  /** The first is that of the course as it begins; an empty one stands for no file. */
  readonly sound: readonly [string, ...string[]];
  readonly faulty?: readonly string[];
}

const FILES: Readonly<Record<string, Versions>> = {
  "course.yaml": {
    sound: [
      course(),
      course("", "Renamed"),
      course("html: sanitized\n"),
      course("language: es\n"),
      course("theme: { name: paper }\n"),
      course().replace("[one, two]", "[two, one]"),
    ],
    faulty: [course().replace("modules:", "moduls:")],
  },
  "course.lock.yaml": {
    sound: ["", LOCK],
    faulty: ["<<<<<<< ours\n"],
  },
  "codes.csv": {
    // The code before the others changes what numbers they have in a package.
    sound: ["code,label\nI.0,None\nI.1,First\n", "code,label\nI.0,None\nI.1,First of all\nI.2,Second\n"],
    faulty: ["code,label\nII.1,Other\n", ""],
  },
  "glossary.yaml": {
    sound: [
      "terms: [{ term: pulse, definition: A beat, decks: [all] }]\n",
      "terms: [{ term: pulse, definition: The beat of an artery, decks: [all] }]\n",
    ],
    faulty: ["terms: [{ term: pals, definition: A beat }]\n", ""],
  },
  "exam.yaml": {
    sound: ["title: Final\n", "title: Final\ndraw: [{ module: one, count: 1 }]\n", "title: Final\nminutes: 9\n"],
    faulty: ["title: Final\ndraw: [{ module: one, count: 9 }]\n", ""],
  },
  "instructor.md": { sound: ["", "Welcome.\n"] },
  "one/module.yaml": {
    sound: ["title: One\n", "title: First\n", "title: One\ngrading: { attempts: 1 }\n"],
    faulty: ["titel: One\n"],
  },
  "one/01-hands.md": {
    sound: [
      lesson("Hands", `Wash *them*: ![soap](soap.svg)\n\n## Why\n\n${CHECK}`, "objectives: [Wash]\n"),
      lesson("Hands", `Wash them well.\n\n## Why\n\n${CHECK}${CHECK}`),
      lesson("Clean hands", "Take your pulse. <b>Now</b>.\n\n## Why", "terms: [pulse]\n"),
      lesson("Hands", "## Why\n\n:::flashcards{deck=all}\n:::\n"),
      lesson("Hands", "## Why\n\n:math[x^2] ![soap](soap.svg)"),
    ],
    faulty: [
      lesson("Hands", ":::note[Open"),
      lesson("Hands", "## Why not"),
      lesson("Hands", "Soap.", "id: gloves\n"),
      "",
    ],
  },
  "one/02-gloves.md": {
    sound: [
      lesson("Gloves", "After [hands](01-hands.md#why)."),
      lesson("Gloves", "After [hands](01-hands.md#why), before [pulse](../two/01-pulse.md)."),
      lesson("Gloves", "Take them off."),
      "",
    ],
    faulty: [lesson("Gloves", "![](soap.svg)")],
  },
  "one/soap.svg": { sound: [svg(9), svg(10)], faulty: [""] },
  "one/quiz.yaml": {
    sound: [
      `questions:\n${question("a", "First?")}${question("b", "Second?")}`,
      `questions:\n${question("b", "Second?")}${question("a", "First, again?")}`,
      `questions:\n${question("a", "First?")}${question("c", "Third?", ", points: 2")}`,
      `questions:\n${question("a", "First?", ", tags: [new]")}${question("b", "Why?").replace("[I.1]", "[]")}`,
    ],
    faulty: [`questions:\n${question("a", "First?").replace("right: Yes", "wrong: Yes")}`, ""],
  },
  "two/module.yaml": { sound: ["title: Two\n", "title: Second\n"], faulty: [""] },
  "two/01-pulse.md": {
    sound: [
      lesson("Pulse", "Count it. See [hands](../one/01-hands.md#why) first.", "terms: [pulse]\n"),
      lesson("The pulse", "Count it."),
      lesson("Pulse", ":::check\n## Where? {competencies=I.1}\n\n- [x] Wrist\n- [ ] Hat\n:::"),
    ],
  },
  "two/quiz.md": {
    sound: ["## How? {#d}\n\n- [x] So\n- [ ] Not\n", "## How? {#d competencies=I.0}\n\n- [x] So\n- [ ] Not\n"],
    faulty: ["## How? {#a}\n\n- [x] So\n- [ ] Not\n", ""],
  },
  "two/teaching.md": { sound: ["", "Notes.\n\n## pulse\n\nHold it.\n"], faulty: ["## puls\n\nHold it.\n"] },
  "check-offs/hands.yaml": {
    sound: ["", "id: wash\ntitle: Wash\nlesson: [one/hands]\nsteps: [{ step: Soap }]\n"],
    faulty: ["id: wash\n"],
  },
  "templates/lesson.hbs": {
    sound: ["", "", "", "<h1>{{title}}</h1>{{{body}}}"],
    faulty: ["<h1>{{titel}}</h1>", "{{#if objectives}}{{odd}}{{/if}}"],
  },
};

const PATHS = Object.keys(FILES);
/** Texts by path, where they are not those of the course as it begins. */
type Edits = Readonly<Record<string, string>>;

function sourceOf(edits: Edits) {
  const texts = PATHS.map((path) => [path, edits[path] ?? FILES[path]?.sound[0] ?? ""] as const);
  return memory(Object.fromEntries(texts.filter(([, text]) => text !== "")));
}

/** Everything that a build makes before it packs, with or without what an earlier one kept. */
async function made(edits: Edits, keep?: Keep) {
  const compiled = await compile(sourceOf(edits), { keep });
  return { compiled, printed: compiled.ok ? await printedOf(compiled.value, keep) : [] };
}

async function printedOf(assembled: Assembled, keep?: Keep) {
  const press = await openPress(assembled, TARGETS, keep);
  return packagesOf(assembled.course).map((unit) => {
    const { notes, ...outcome } = press(unit);
    const { files = [], plan, state } = outcome.ok ? outcome.value : {};
    return { notes, ok: outcome.ok, plan, state, files: files.map(({ path, sha256 }) => `${path} ${sha256}`) };
  });
}

const editOf = (versions: (path: string) => readonly string[]) =>
  fc
    .constantFrom(...PATHS.filter((path) => versions(path).length > 0))
    .chain((path) => fc.constantFrom(...versions(path)).map((text): Edits => ({ [path]: text })));
const soundEdit = editOf((path) => FILES[path]?.sound ?? []);
const fault = editOf((path) => FILES[path]?.faulty ?? []);

describe("what is kept", () => {
  test("never shows after any one edit, nor when it is taken back", async () => {
    const keep = keeper();
    const before = await made({}, keep);
    for (const [path, { sound, faulty = [] }] of Object.entries(FILES)) {
      for (const text of [...sound, ...faulty]) {
        const edits = { [path]: text };
        const fresh = await made(edits);
        expect(await made(edits, keep), `${path}: ${text}`).toEqual(fresh);
        expect(await made(edits, keep), `${path}: ${text}, again`).toEqual(fresh);
        expect(await made({}, keep), `${path} as it was`).toEqual(before);
      }
    }
  });

  test.each([
    ["a lesson", /("one\/hands": \{ ordinal: )\d+/, "$140"],
    ["a question", /("a":\s+- ordinal: )\d+/, "$1300"],
    ["the examination", /("exam": \{ ordinal: )\d+/, "$150"],
    ["the examination's package", /("exam": ")[^"]+/, "$1other"],
    ["a question that is gone", /questions:\n/, '$&  "z": [{ ordinal: 9, shape: single, since: "1" }]\n'],
  ])("never shows after the lock file alone says something else of %s", async (_what, said, instead) => {
    const { compiled } = await made({});
    const lock = compiled.ok ? compiled.value.lock.text : "";
    const changed = lock.replace(said, instead);
    expect(changed).not.toBe(lock);
    const keep = keeper();
    await made({ "course.lock.yaml": lock }, keep);
    const edits = { "course.lock.yaml": changed };
    expect(await made(edits, keep)).toEqual(await made(edits));
  });

  test("never hides a fault of the course's own templates behind the pages that it kept", async () => {
    for (const text of FILES["templates/lesson.hbs"]?.faulty ?? []) {
      const keep = keeper();
      const faulty = { "templates/lesson.hbs": text };
      await made(faulty, keep);
      const edits = { ...faulty, "two/quiz.md": FILES["two/quiz.md"]?.sound[1] ?? "" };
      expect(await made(edits, keep)).toEqual(await made(edits));
    }
  });

  test("never shows when one of two mistakes is mended", async () => {
    const wrong = { "exam.yaml": FILES["exam.yaml"]?.faulty?.[0] ?? "" };
    const fresh = await made(wrong);
    const keep = keeper();
    for (const [path, { faulty = [] }] of Object.entries(FILES).filter(([path]) => !(path in wrong))) {
      for (const text of faulty) {
        await made({ ...wrong, [path]: text }, keep);
        expect(await made(wrong, keep), `${path} was: ${text}`).toEqual(fresh);
      }
    }
  });

  test("never shows: after any edits the course is what a fresh reading makes of it", async () => {
    // A fault is mended by the next step: a course with many would hide what later stages do.
    const step = fc.record({ edit: soundEdit, fault: fc.option(fault, { nil: {}, freq: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const keep = keeper();
        await made({}, keep);
        let edits: Edits = {};
        for (const { edit, fault } of steps) {
          edits = { ...edits, ...edit };
          const now = { ...edits, ...fault };
          expect(await made(now, keep)).toEqual(await made(now));
        }
      }),
      { numRuns: 15 },
    );
  });

  test("is everything but what a lesson's edit changed", async () => {
    const kept = keeper();
    const names: string[] = [];
    const keep: Keep = (name, inputs, make) =>
      kept(name, inputs, () => {
        names.push(name);
        return make();
      });
    await made({}, keep);
    names.length = 0;
    const { printed } = await made({ "one/02-gloves.md": FILES["one/02-gloves.md"]?.sound[2] ?? "" }, keep);
    expect(printed.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const ofOthers = names.filter((name) => /hands|two\b|quiz |exam|glossary|numbers|lock/.test(name));
    // What is in memory is always new bytes, and rules look at a module as a whole.
    expect(ofOthers.filter((name) => !/^(?:load\/text|rules\/)/.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith("render/"))).toHaveLength(2);
  });
});
