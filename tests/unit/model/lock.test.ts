import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { readYaml } from "../../../src/load/yaml.ts";
import { readPlainYaml } from "../../../src/load/yaml-plain.ts";
import { assemble } from "../../../src/model/assemble.ts";
import type { Assembled } from "../../../src/model/assembled.ts";
import { directionOf, packageIdentifier } from "../../../src/model/ids.ts";
import { compareVersions, repairLock } from "../../../src/model/repair.ts";
import { validate } from "../../../src/validate/validate.ts";

interface Content {
  readonly version?: string;
  readonly lessons?: readonly string[];
  readonly quiz?: string;
  readonly lock?: string;
}

async function build({ version = "1", lessons = ["01-start"], quiz, lock }: Content): Promise<Assembled> {
  const files: Record<string, string> = {
    "course.yaml": `id: demo\ntitle: Demo\nversion: "${version}"\nmodules: [one]\n`,
    "one/module.yaml": "title: One\n",
    ...(quiz === undefined ? {} : { "one/quiz.md": quiz }),
    ...(lock === undefined ? {} : { "course.lock.yaml": lock }),
  };
  for (const lesson of lessons) files[`one/${lesson}.md`] = `---\ntitle: ${lesson}\n---\nText.\n`;
  const raw = await loadCourse(memory(files));
  const checked = validate(raw.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.notes));
  const assembled = assemble(checked.value);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.notes));
  return assembled.value;
}

const question = (id: string, choices: readonly string[]) =>
  `## ${id}? {#${id}}\n${choices.map((choice, index) => `- [${index === 0 ? "x" : " "}] ${choice}`).join("\n")}\n\n`;
const lessonOrdinals = ({ course }: Assembled) =>
  Object.fromEntries(course.modules[0]!.lessons.map(({ key, ordinal }) => [key, ordinal]));
const questions = ({ course }: Assembled) =>
  Object.fromEntries(course.modules[0]!.quiz!.questions.map(({ id, ordinal, parts }) => [id, [ordinal, ...parts]]));

test("an unchanged course leaves the lock file as it is", async () => {
  const content = { quiz: question("q", ["a", "b"]) };
  const first = await build(content);
  const second = await build({ ...content, version: "2", lock: first.lock.text });
  expect(first.lock.changed).toBe(true);
  expect(second.lock).toEqual({ file: "course.lock.yaml", text: first.lock.text, changed: false });
  // The file grows with the course, so it must stay readable line by line.
  expect(readPlainYaml(first.lock.text)).toBeDefined();
});

test("ordinals follow the name, not the position, and are never reused", async () => {
  const first = await build({ lessons: ["01-a", "02-b"] });
  expect(lessonOrdinals(first)).toEqual({ a: 1, b: 2 });
  const second = await build({ lessons: ["01-c", "02-b"], version: "2", lock: first.lock.text });
  expect(lessonOrdinals(second)).toEqual({ c: 3, b: 2 });
  expect(second.lock.text).toContain('"one/a": { ordinal: 1, since: "1", gone: true }');
  expect(second.lock.text).toContain('"one/c": { ordinal: 3, since: "2" }');
  const third = await build({ lessons: ["01-a", "02-d"], version: "3", lock: second.lock.text });
  expect(lessonOrdinals(third)).toEqual({ a: 1, d: 4 });
});

test("choices keep their ordinals when they are reordered, changed or come back", async () => {
  const first = await build({ quiz: question("q", ["a", "b", "c"]) });
  expect(questions(first)).toEqual({ q: [1, 1, 2, 3] });
  const second = await build({ quiz: question("q", ["c", "a", "d"]), version: "2", lock: first.lock.text });
  expect(questions(second)).toEqual({ q: [1, 3, 1, 4] });
  expect(second.lock.text).toMatch(/: 2 gone\n/);
  expect(second.lock.text).toMatch(/: 4 since 2\n/);
  const third = await build({ quiz: question("q", ["b", "d"]), version: "3", lock: second.lock.text });
  expect(questions(third)).toEqual({ q: [1, 2, 4] });
  expect(third.lock.text).toMatch(/: 4 since 2\n/);
});

test("another shape takes another ordinal, and the old shape gets the old one back", async () => {
  const single = question("q", ["a", "b"]);
  const multiple = single.replace("- [ ]", "- [x]");
  const first = await build({ quiz: single + question("r", ["a", "b"]) });
  const second = await build({ quiz: multiple + question("r", ["a", "b"]), lock: first.lock.text });
  expect([questions(first).q?.[0], questions(second).q?.[0], questions(second).r?.[0]]).toEqual([1, 3, 2]);
  const third = await build({ quiz: single, lock: second.lock.text });
  expect(questions(third)).toEqual({ q: [1, 1, 2] });
  expect(third.lock.text.match(/gone/g)).toHaveLength(2);
});

test("a question without an id is known by its stem", async () => {
  const nameless = "## What\nfirst?\n- [x] a\n- [ ] b\n";
  const first = await build({ quiz: nameless });
  expect(Object.keys(questions(first))[0]).toMatch(/^~[0-9a-f]{8}$/);
});

test("keys named like what every object inherits are only names", async () => {
  const first = await build({ quiz: question("constructor", ["__proto__", "b"]), lessons: ["01-constructor"] });
  const second = await build({
    quiz: question("constructor", ["__proto__", "b"]),
    lessons: ["01-constructor"],
    lock: first.lock.text,
  });
  expect(second.lock).toEqual({ file: "course.lock.yaml", text: first.lock.text, changed: false });
});

test("identifiers are legal, stable and different for every package", () => {
  const all = [
    packageIdentifier("demo"),
    packageIdentifier("demo", "one"),
    packageIdentifier("9"),
    packageIdentifier("x".repeat(100)),
  ];
  for (const identifier of all) expect(identifier).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]{8,72}$/);
  expect(new Set(all).size).toBe(4);
  expect(packageIdentifier("demo", "one")).toBe(packageIdentifier("demo", "one"));
});

test("directions of writing", () => {
  expect(["en", "ar", "he-IL", "az-Arab", "fa-Latn", "ru"].map(directionOf)).toEqual([
    "ltr",
    "rtl",
    "rtl",
    "rtl",
    "ltr",
    "ltr",
  ]);
});

const merged = (lessons: string, parts = '"~a": 1') =>
  `format: 1\npackages: {}\nmodules: {}\nlessons:\n${lessons}\nquestions:\n  "q":\n    - ordinal: 1\n      shape: "single"\n      since: "1"\n      parts:\n        ${parts}\n`;
const repair = (text: string, ...renumber: string[]) => {
  const source = readYaml(text, { file: "course.lock.yaml" }).value;
  if (!source) throw new Error("unreadable");
  return repairLock(source, new Set(renumber));
};

test("repair: the older entry keeps a shared ordinal", () => {
  const lock = merged(
    '  "m/a": { ordinal: 1, since: "2026.10" }\n  "m/b": { ordinal: 1, since: "2026.9" }\n  "m/c": { ordinal: 2, since: "1" }',
  );
  const outcome = repair(lock);
  expect(outcome.ok && outcome.value).toContain('"m/a": { ordinal: 3, since: "2026.10" }\n  "m/b": { ordinal: 1,');
});

test("repair: between equally old entries the author chooses", () => {
  const lock = merged(
    '  "m/a": { ordinal: 1, since: "2" }\n  "m/b": { ordinal: 1, since: "2" }',
    '"~a": 1\n        "~b": 1',
  );
  const refused = repair(lock);
  expect(refused.ok).toBe(false);
  expect(refused.notes.map(({ code, message }) => [code, message])).toEqual([
    ["lock/which-is-new", "“m/a” and “m/b” share an ordinal and are equally old."],
    ["lock/which-is-new", "“q/~a” and “q/~b” share an ordinal and are equally old."],
  ]);
  const mended = repair(lock, "m/a", "q/~a");
  expect(mended.ok && mended.value).toContain('"m/a": { ordinal: 2, since: "2" }');
  expect(mended.ok && mended.value).toContain('"~a": 2\n        "~b": 1');
});

test("versions compare as people read them", () => {
  expect(["2026.10", "2026.9", "1", "2026.9b", "10"].sort(compareVersions)).toEqual([
    "1",
    "10",
    "2026.9",
    "2026.9b",
    "2026.10",
  ]);
});
