import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { call } from "../../support/io.ts";
import { smallCourse } from "../../support/small-course.ts";
import { readZip } from "../../support/zip.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Words that stand nowhere else. */
const SECRETS = [
  "Xylophone opening",
  "Quokka module notes",
  "Zeppelin lesson notes",
  "Marzipan step",
  "Gherkin scenario",
];

const PAPERS = {
  "instructor.md": `${SECRETS[0]}.\n`,
  "basics/teaching.md": `${SECRETS[1]}.\n\n## first\n\n${SECRETS[2]}. ![Arm](assets/arm.svg)\n`,
  "basics/assets/arm.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
  "check-offs/wash.yaml": `id: wash\ntitle: Wash\nlesson: basics/first\nscenario: ${SECRETS[4]}\nsteps: [{ step: ${SECRETS[3]}, critical: true }]\n`,
};

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-guide-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

const textOf = (name: string): string => readFileSync(join(cwd, "dist", name), "utf8");

test("writes both documents, the same every time, and changes nothing of the course", async () => {
  write(smallCourse(PAPERS));
  const first = await call(cwd, "guide");
  expect([first.code, first.out.split("\n").slice(0, 3)]).toEqual([
    0,
    ["Wrote 2 documents for instructors in dist:", "  demo-1-guide.html", "  demo-1-check-off.html"],
  ]);
  const before = [textOf("demo-1-guide.html"), textOf("demo-1-check-off.html")];
  await call(cwd, "guide");
  expect([textOf("demo-1-guide.html"), textOf("demo-1-check-off.html")]).toEqual(before);
  expect(readdirSync(join(cwd, "dist")).sort()).toEqual(["build.json", "demo-1-check-off.html", "demo-1-guide.html"]);
  expect(existsSync(join(cwd, "course.lock.yaml"))).toBe(false);
});

test("what only instructors may read is in the documents and in no file of any package", async () => {
  write(
    smallCourse({
      ...PAPERS,
      "course.yaml": `${smallCourse()["course.yaml"]}packages: [module, course]\ngrading: { weights: { basics: 1, ethics: 1 } }\n`,
    }),
  );
  await call(cwd, "guide");
  const papers = textOf("demo-1-guide.html") + textOf("demo-1-check-off.html");
  for (const secret of SECRETS) expect(papers).toContain(secret);
  expect((await call(cwd, "build")).code).toBe(0);
  const zips = readdirSync(join(cwd, "dist")).filter((name) => name.endsWith(".zip"));
  expect(zips).toHaveLength(6);
  for (const zip of zips) {
    for (const [path, bytes] of await readZip(join(cwd, "dist", zip))) {
      expect(path).not.toMatch(/teaching|instructor|check-off/);
      for (const secret of SECRETS) expect(bytes.includes(secret), `${zip}/${path}: ${secret}`).toBe(false);
    }
  }
  // A build leaves the documents where they are.
  expect(existsSync(join(cwd, "dist", "demo-1-guide.html"))).toBe(true);
});

test("writes nothing for a course with errors, and tells them with their places", async () => {
  write(smallCourse({ ...PAPERS, "basics/teaching.md": "## frist\n\nNotes.\n" }));
  const { code, err } = await call(cwd, "guide");
  expect([code, existsSync(join(cwd, "dist"))]).toEqual([1, false]);
  expect(err).toContain("basics/teaching.md:1:1  [teaching/unknown-lesson]");
  expect(err).toContain("Did you mean `first`?");
});

test("a mistake in the Markdown of the papers alone stops the guide and `check`, but no package", async () => {
  write(smallCourse({ ...PAPERS, "basics/teaching.md": "Notes.\n\n## first\n\n![Arm](assets/leg.svg)\n" }));
  for (const command of ["guide", "check"]) {
    const { code, err, out } = await call(cwd, command);
    expect([command, code]).toEqual([command, 1]);
    expect(err + out).toContain("basics/teaching.md:5:");
  }
  expect((await call(cwd, "build")).code).toBe(0);
});

test("writes one sheet alone, beside the others", async () => {
  write(smallCourse(PAPERS));
  expect((await call(cwd, "guide", "--check-off", "wash")).code).toBe(0);
  expect(readdirSync(join(cwd, "dist"))).toEqual(["build.json", "demo-1-check-off-wash.html"]);
  const { code, err } = await call(cwd, "guide", "--check-off", "wahs");
  expect([code, err]).toEqual([2, expect.stringContaining("Known: wash.")]);
});

test("--json lists the documents, and --language picks an edition", async () => {
  write(smallCourse(PAPERS));
  const { out, code } = await call(cwd, "guide", "--json", "--language", "en");
  expect([code, JSON.parse(out)]).toEqual([
    0,
    { ok: true, files: ["demo-1-guide.html", "demo-1-check-off.html"], removed: [], diagnostics: expect.any(Array) },
  ]);
  expect((await call(cwd, "guide", "--language", "de")).code).toBe(2);
});

test("an edition has documents of its own, in its language", async () => {
  const spanish = {
    "course.es.yaml": "id: demo\ntitle: Curso\nlanguage: es\nlms: moodle\nmodules: [basics]\n",
    "basics/module.es.yaml": "title: Bases\nobjectives: [Saberlo.]\n",
    "basics/01-first.es.md": "---\ntitle: Primera\nid: first\nobjectives: [Saberlo.]\n---\n\nUna frase.\n",
    "basics/quiz.es.md": smallCourse()["basics/quiz.md"] ?? "",
    "basics/teaching.es.md": "## first\n\nTraiga jabón.\n",
  };
  write(smallCourse({ ...PAPERS, ...spanish }));
  const { code, out } = await call(cwd, "guide", "--language", "es");
  expect([code, out]).toEqual([0, expect.stringContaining("demo-1-es-guide.html")]);
  expect(textOf("demo-1-es-guide.html")).toContain("Traiga jabón.");
  expect(textOf("demo-1-es-guide.html")).not.toContain(SECRETS[2]);
  await call(cwd, "guide");
  expect(readdirSync(join(cwd, "dist")).sort()).toEqual([
    "build.json",
    "demo-1-check-off.html",
    "demo-1-es-guide.html",
    "demo-1-guide.html",
  ]);
});

const inDist = (): readonly string[] => readdirSync(join(cwd, "dist")).sort();

test("documents of an older version go, those of other runs stay, and a build leaves them on the record", async () => {
  write(smallCourse(PAPERS));
  await call(cwd, "guide");
  await call(cwd, "guide", "--check-off", "wash");
  expect((await call(cwd, "build")).code).toBe(0);
  expect(inDist().filter((name) => name.endsWith(".html"))).toEqual([
    "demo-1-check-off-wash.html",
    "demo-1-check-off.html",
    "demo-1-guide.html",
  ]);
  writeFileSync(join(cwd, "dist", "demo-0-guide.html"), "mine");
  const course = smallCourse()["course.yaml"] ?? "";
  write({ "course.yaml": course.replace('version: "1"', 'version: "2"') });
  const { out } = await call(cwd, "guide");
  expect(out).toContain("  removed demo-1-guide.html, of an earlier run\n");
  expect(inDist().filter((name) => name.endsWith(".html"))).toEqual([
    "demo-0-guide.html",
    "demo-2-check-off.html",
    "demo-2-guide.html",
  ]);
  // What the build made is still its own to replace.
  expect(JSON.parse(textOf("build.json"))).toMatchObject({ course: { version: "1" } });
  expect((await call(cwd, "build")).code).toBe(0);
  expect(inDist().filter((name) => name.startsWith("demo-") && name.endsWith(".zip"))).toHaveLength(4);
  expect(inDist().filter((name) => name.includes("-1-"))).toEqual([]);
  expect(JSON.parse(textOf("build.json")).papers).toHaveLength(2);
});

test("writes single modules, and a guide without answers", async () => {
  write(smallCourse(PAPERS));
  expect((await call(cwd, "guide", "--module", "ethics", "--without-key")).code).toBe(0);
  expect(inDist()).toEqual(["build.json", "demo-1-guide-ethics.html"]);
  expect(textOf("demo-1-guide-ethics.html")).toContain("First of Ethics");
  expect(textOf("demo-1-guide-ethics.html")).not.toMatch(/First of Basics|Which is right/);
  const { code, err } = await call(cwd, "guide", "--module", "etics");
  expect([code, err]).toEqual([2, expect.stringContaining("Known: basics, ethics.")]);
});
