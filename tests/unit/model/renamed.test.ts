import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { assemble } from "../../../src/model/assemble.ts";
import { validate } from "../../../src/validate/validate.ts";

const lesson = (head: string) => `---\ntitle: A\nobjectives: [Say it.]\n${head}---\n\nText.\n`;

async function lockOf(files: Readonly<Record<string, string>>) {
  const checked = validate((await loadCourse(memory(files))).value);
  const outcome = checked.ok ? assemble(checked.value) : checked;
  return {
    notes: outcome.notes.map(({ code, help }) => `${code} ${help}`),
    lock: outcome.ok ? outcome.value.lock : undefined,
  };
}

function files(module: string, lessons: Readonly<Record<string, string>>) {
  const own = Object.entries(lessons).map(([name, head]) => [`${module}/${name}`, lesson(head)]);
  const course = { "course.yaml": `id: c\ntitle: C\nmodules: [${module}]\n`, [`${module}/module.yaml`]: "title: M\n" };
  return { ...course, ...Object.fromEntries(own) };
}

async function change(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const { lock } = await lockOf(before);
  return (await lockOf({ ...after, "course.lock.yaml": lock?.text ?? "" })).notes;
}

const two = { "01-a.md": "", "02-b.md": "" };

test("a module under another name loses its grades, and that is said before it happens", async () => {
  expect(await change(files("pulse", two), files("rooming", two))).toEqual([
    expect.stringMatching(/^lock\/module-renamed .*“pulse” again/),
  ]);
});

test("a lesson under another name is read again, unless its id stays", async () => {
  const before = files("pulse", two);
  expect(await change(before, files("pulse", { "01-a.md": "", "02-c.md": "" }))).toEqual([
    expect.stringMatching(/^lock\/lesson-renamed .*`id: b`/),
  ]);
  expect(await change(before, files("pulse", { "01-a.md": "", "07-c.md": "id: b\n" }))).toEqual([]);
});

test("what is only new or only gone is no other name", async () => {
  const before = files("pulse", two);
  expect(await change(before, files("pulse", { ...two, "03-c.md": "" }))).toEqual([]);
  expect(await change(before, files("pulse", { "01-a.md": "" }))).toEqual([]);
  expect(await change(before, before)).toEqual([]);
});
