import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { News } from "../../../src/preview/news.ts";
import { type Preview, type PreviewOptions, startPreview } from "../../../src/preview/preview.ts";
import { call } from "../../support/io.ts";
import { smallCourse } from "../../support/small-course.ts";

// Builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let open: Preview | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "coursewright-preview-"));
  for (const [path, text] of Object.entries(smallCourse())) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterEach(async () => {
  await open?.close();
  open = undefined;
  await rm(root, { recursive: true });
});

const start = (options: Partial<PreviewOptions> = {}) =>
  startPreview({
    ...{ root, port: 0 },
    textOf: async (notes) => notes.map(({ code }) => code).join(" "),
    onBuild: async () => {},
    ...options,
  });

async function news(options: Partial<PreviewOptions> = {}): Promise<News> {
  const started = await start(options);
  if (!started.ok) throw new Error(JSON.stringify(started.notes));
  open = started.value;
  const reader = (await fetch(`${open.address}news`)).body?.pipeThrough(new TextDecoderStream()).getReader();
  const message = await reader?.read();
  await reader?.cancel();
  return JSON.parse(String(message?.value).replace(/^data: /, ""));
}

describe("the news", () => {
  test("tell of every package, with the course's own LMS", async () => {
    const { title, sound, packages } = await news();
    expect([title, sound]).toEqual(["Demo course", true]);
    expect(packages.map(({ name, profile }) => [name, profile])).toEqual([
      ["demo-basics-1-scorm12", "moodle-scorm12"],
      ["demo-basics-1-scorm2004", "moodle-scorm2004"],
      ["demo-ethics-1-scorm12", "moodle-scorm12"],
      ["demo-ethics-1-scorm2004", "moodle-scorm2004"],
    ]);
  });

  test("tell only of what was asked for", async () => {
    const { packages } = await news({ modules: ["ethics"], targets: ["scorm2004"], profile: "plain" });
    expect(packages.map(({ name, profile }) => [name, profile])).toEqual([["demo-ethics-1-scorm2004", "plain"]]);
  });

  test.each([
    ["scorm12", "70"],
    ["scorm2004", "0.7"],
  ])("tell the mastery score as %s writes it", async (target, mastery) => {
    await writeFile(join(root, "basics/module.yaml"), "title: Basics\ngrading: { attempts: 1, pass: 70 }\n");
    const { packages } = await news({ targets: [target] });
    expect(packages.map((unit) => unit.mastery)).toEqual([mastery, undefined]);
  });

  test("tell of errors, also when there was never a sound build", async () => {
    await writeFile(join(root, "basics/quiz.md"), "## Which?\n\n- [ ] This\n- [ ] That\n");
    const built: (readonly Diagnostic[])[] = [];
    const { sound, findings, packages } = await news({ onBuild: async (notes) => void built.push(notes) });
    expect([sound, packages]).toEqual([false, []]);
    expect(findings).toContain("question/no-right-choice");
    expect(built[0]?.map(({ code }) => code)).toContain("question/no-right-choice");
  });
});

describe("the command", () => {
  test("says where the page is, ends when it is stopped, and writes nothing", async () => {
    const before = await readdir(root, { recursive: true });
    const { code, out } = await call(root, "preview", ".", "--port", "0", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  test.each([
    ["--profile", "other", "call/unknown-profile"],
    ["--module", "other", "call/unknown-module"],
    ["--target", "other", "call/unknown-target"],
  ])("%s %s is a wrong call", async (option, value, finding) => {
    const { code, err, out } = await call(root, "preview", ".", "--port", "0", option, value);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(finding);
  });

  test.each(["x", "-1", "70000"])("a port is a number: %s is not", async (port) => {
    expect((await call(root, "preview", ".", `--port=${port}`)).code).toBe(2);
  });
});
