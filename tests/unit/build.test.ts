import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { overBudget, overSize, ZIP_LIMIT } from "../../src/build/budgets.ts";
import { type BuildOptions, build, check } from "../../src/build.ts";
import { sha256 } from "../../src/files.ts";
import { verify } from "../../src/index.ts";
import { memory } from "../../src/load/source.ts";
import { course, firstPackage } from "../support/course.ts";
import { questionText, smallCourse } from "../support/small-course.ts";
import { readZip } from "../support/zip.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coursewright-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = (files: Record<string, string>, options: Partial<BuildOptions> = {}) =>
  build(memory(files), { out: join(folder, "dist"), ...options });
const landed = (out = "dist") => readdirSync(join(folder, out)).sort();
const bytesOf = (file: string) => readFileSync(join(folder, "dist", file));

/** A build that must succeed. */
async function made(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const outcome = await make(files, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return outcome.value;
}

async function codesOf(outcome: ReturnType<typeof make>): Promise<readonly string[]> {
  return (await outcome).notes.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

describe("a sound course", () => {
  test("becomes one zip for each module and target, and a build.json that says what is in them", async () => {
    const { packages } = await made(smallCourse());
    expect(landed()).toEqual([
      "build.json",
      "demo-basics-1-scorm12.zip",
      "demo-basics-1-scorm2004.zip",
      "demo-ethics-1-scorm12.zip",
      "demo-ethics-1-scorm2004.zip",
    ]);
    const record = JSON.parse(bytesOf("build.json").toString());
    expect(record.course).toEqual({ id: "demo", version: "1" });
    expect(record.packages).toEqual(JSON.parse(JSON.stringify(packages)));
    for (const { file, sha256: hash, size, content } of packages) {
      expect([hash, size]).toEqual([sha256(bytesOf(file)), bytesOf(file).length]);
      const files = await readZip(join(folder, "dist", file));
      for (const { path, sha256: hash } of content) expect(sha256(files.get(path) ?? "")).toBe(hash);
    }
  });

  test("passes the public checker too", async () => {
    const { packages } = await made(smallCourse(), { modules: ["basics"] });
    for (const { file } of packages) expect(await verify(join(folder, "dist", file))).toEqual([]);
  });

  test("gives the same bytes every time, whatever stands in the folder", async () => {
    const first = await made(smallCourse());
    const again = await made(smallCourse(), { out: join(folder, "other") });
    expect(again.packages.map(({ sha256 }) => sha256)).toEqual(first.packages.map(({ sha256 }) => sha256));
    expect(readFileSync(join(folder, "other", "build.json"))).toEqual(bytesOf("build.json"));
  });

  test("shows both targets the same pages", async () => {
    const { packages } = await made(smallCourse(), { modules: ["ethics"] });
    const [a, b] = packages.map(({ content }) => content.filter(({ path }) => path !== "player.js"));
    expect(a).toEqual(b);
  });

  test("is built in part when that is asked for", async () => {
    await made(smallCourse(), { modules: ["ethics"], targets: ["scorm12"] });
    expect(landed()).toEqual(["build.json", "demo-ethics-1-scorm12.zip"]);
  });

  test("takes the place of its earlier version", async () => {
    const files = smallCourse();
    await made(files);
    const next = smallCourse({ "course.yaml": files["course.yaml"]?.replace('"1"', '"2"') });
    const { removed } = await made(next);
    expect(removed).toHaveLength(4);
    expect(landed().filter((file) => file.includes("-1-"))).toEqual([]);
  });

  test("says how the lock file must read, and leaves it to the caller", async () => {
    const { lock } = await made(smallCourse());
    expect(lock.changed).toBe(true);
    expect((await made(smallCourse({ "course.lock.yaml": lock.text }), { frozen: true })).lock.changed).toBe(false);
  });
});

describe("when something is wrong", () => {
  const broken = (text: string) => smallCourse({ "ethics/01-first.md": `---\ntitle: First\n---\n\n${text}\n` });

  test("nothing in the folder changes", async () => {
    await made(smallCourse());
    const before = landed().map((file) => [file, sha256(bytesOf(file))]);
    const files = smallCourse({ "basics/01-first.md": "---\ntitle: Changed\n---\n\nChanged.\n" });
    const outcome = await make({ ...files, ...broken("![A cuff](assets/none.png)") });
    expect(outcome.ok).toBe(false);
    expect(landed().map((file) => [file, sha256(bytesOf(file))])).toEqual(before);
  });

  test("mistakes of every package are reported, each once, though two packages hold the lesson", async () => {
    const image = "---\ntitle: First\n---\n\n![A cuff](assets/none.png)\n";
    const files = smallCourse({ "basics/01-first.md": image, "ethics/01-first.md": image });
    const both = {
      ...files,
      "course.yaml": `${files["course.yaml"]}packages: [module, course]\ngrading: { weights: { basics: 1, ethics: 1 } }\n`,
    };
    const notes = (await make(both)).notes.filter(({ severity }) => severity === "error");
    expect(notes.map(({ place }) => place?.file).sort()).toEqual(["basics/01-first.md", "ethics/01-first.md"]);
    const checked = (await check(memory(both))).notes.filter(({ severity }) => severity === "error");
    expect(checked).toEqual(notes);
  });

  test("unknown names are errors of the call, with the known ones", async () => {
    const outcome = await make(smallCourse(), { targets: ["scorm13"], modules: ["ethic"] });
    expect(outcome.notes.map(({ code, help }) => [code, help])).toEqual(
      expect.arrayContaining([
        ["call/unknown-target", "Known: scorm12, scorm2004."],
        ["call/unknown-module", "Known: basics, ethics."],
      ]),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("an unknown target in course.yaml is the author's mistake, also for check", async () => {
    const files = smallCourse();
    const yaml = files["course.yaml"]?.replace("scorm2004", "scorm2005") ?? "";
    const note = expect.objectContaining({ place: expect.objectContaining({ file: "course.yaml" }) });
    expect((await make({ ...files, "course.yaml": yaml })).notes).toContainEqual(note);
    expect((await check(memory({ ...files, "course.yaml": yaml }))).ok).toBe(false);
  });

  test("a frozen build refuses to change the lock file", async () => {
    expect(await codesOf(make(smallCourse(), { frozen: true }))).toEqual(["lock/would-change"]);
  });

  test("a package that the checker refuses is not shipped", async () => {
    const files = smallCourse({ "lom/other.xsd": "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>" });
    const yaml = `${files["course.yaml"]}scorm2004: { lom-schemas: lom }\n`;
    const outcome = await make({ ...files, "course.yaml": yaml }, { modules: ["ethics"] });
    expect(outcome.ok).toBe(false);
    const places = outcome.notes.filter(({ severity }) => severity === "error").map(({ place }) => place?.file);
    expect(places).toContain("demo-ethics-1-scorm2004.zip/imsmanifest.xml");
    expect(landed()).toEqual([]);
  });

  test("more questions than SCORM 2004 has room for are an error there alone", async () => {
    const quiz = Array.from({ length: 251 }, (_, index) => questionText("ethics", index + 1)).join("\n");
    const draw = "draw: [{ from: main, count: 10 }]\n";
    const files = smallCourse({ "ethics/quiz.md": quiz, "ethics/quiz.yaml": draw });
    expect(await codesOf(make(files, { modules: ["ethics"] }))).toContain("budget/interactions");
    expect(await codesOf(make(files, { modules: ["ethics"], targets: ["scorm12"] }))).not.toContain(
      "budget/interactions",
    );
  });
});

describe("the budget of the resume state", () => {
  const unit = firstPackage(course());
  const state = (characters: number) => ({ characters, largest: [{ what: "answers of “Basics”", characters: 3000 }] });

  test("3,800 characters are accepted", () => {
    expect(overBudget(unit, state(3_800), 250, [{ runtime: "scorm2004" }])).toEqual([]);
  });

  test("one more is an error that names what takes most", () => {
    const [note] = overBudget(unit, state(3_801), 0, [{ runtime: "scorm12" }]);
    expect(note).toMatchObject({
      code: "budget/resume-state",
      severity: "error",
      place: { file: "basics/module.yaml" },
    });
    expect(note?.help).toContain("answers of “Basics” (3000)");
  });
});

test("a package that no LMS could unzip is refused before it is written", () => {
  const unit = firstPackage(course());
  expect(overSize(unit, [{ size: ZIP_LIMIT.bytes }])).toEqual([]);
  const [note] = overSize(unit, [{ size: ZIP_LIMIT.bytes }, { size: 1 }]);
  expect(note).toMatchObject({ code: "budget/zip-size", severity: "error" });
  expect(
    overSize(
      unit,
      Array.from({ length: ZIP_LIMIT.files + 1 }, () => ({ size: 0 })),
    ),
  ).toHaveLength(1);
});

test("one run reports the mistakes of every stage, and none that another mistake only causes", async () => {
  const files = smallCourse();
  const lesson = Object.keys(files).find((path) => /^basics\/.*\.md$/.test(path) && !path.endsWith("quiz.md")) ?? "";
  const broken = {
    ...files,
    "course.yaml": `${files["course.yaml"]}\nsumary: x\n`,
    [lesson]: `${files[lesson]}\n\n![A chart](assets/none.svg)\n\n:::nota\nText\n:::\n`,
  };
  const codes = ["course/unknown-key", "render/directive-unknown", "render/image-missing"];
  const { notes } = await check(memory(broken));
  expect(
    notes
      .filter(({ severity }) => severity === "error")
      .map(({ code }) => code)
      .sort(),
  ).toEqual(codes);
  expect((await codesOf(make(broken))).toSorted()).toEqual(codes);
});

describe("an examination", () => {
  const examined = (exam: string) => {
    const files = smallCourse({ "exam.yaml": exam });
    const questions = [1, 2].map((number) => questionText("exam", number).replace("lesson=first", "use=exam"));
    return {
      ...files,
      "course.yaml": `${files["course.yaml"]}packages: [exam]\n`,
      "ethics/quiz.md": [files["ethics/quiz.md"], ...questions].join("\n"),
    };
  };

  test("is a package without lessons that asks only what the modules keep for it", async () => {
    const { packages } = await made(examined("title: Final\nminutes: 60\n"), { targets: ["scorm12"] });
    expect(packages.map(({ file, module }) => [file, module])).toEqual([["demo-exam-1-scorm12.zip", "exam"]]);
    const files = await readZip(join(folder, "dist", "demo-exam-1-scorm12.zip"));
    expect([...files.keys()].filter((path) => path.startsWith("content/"))).toEqual([
      "content/plan.js",
      "content/quiz-3.js",
    ]);
    expect(files.get("content/quiz-3.js")?.toString()).toContain("exam-2");
    expect(files.get("content/quiz-3.js")?.toString()).not.toContain("ethics-1");
  });

  test("has a twin for learners who need longer, which stands beside it under the same identifier", async () => {
    const files = examined("title: Final\nminutes: 60\n");
    await made(files, { targets: ["scorm12"] });
    const { packages } = await made(files, { targets: ["scorm12"], timeFactor: 150 });
    expect(packages.map(({ file }) => file)).toEqual(["demo-exam-time1.5-1-scorm12.zip"]);
    expect(landed()).toEqual(["build.json", "demo-exam-1-scorm12.zip", "demo-exam-time1.5-1-scorm12.zip"]);
    const read = async (file: string, path: string) =>
      (await readZip(join(folder, "dist", file))).get(path)?.toString() ?? "";
    const [plain, longer] = ["demo-exam-1-scorm12.zip", "demo-exam-time1.5-1-scorm12.zip"];
    expect(await read(plain, "imsmanifest.xml")).toBe(await read(longer, "imsmanifest.xml"));
    expect(await read(plain, "content/plan.js")).toContain('"limit":{"seconds":3600');
    expect(await read(longer, "content/plan.js")).toContain('"limit":{"seconds":5400');
  });

  test("without a time limit has nothing to lengthen", async () => {
    expect(await codesOf(make(examined("title: Final\n"), { timeFactor: 150 }))).toEqual(["call/no-time-limit"]);
  });
});
