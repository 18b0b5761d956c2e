/**
 * A type that nobody foresaw, the example of docs/extending.md, is put into a copy of the source. It touches its own folder and
 * the list of types; the tool builds a course with it, and a learner's answer to it reaches the LMS.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { readSubject } from "../../../src/forecast/package.ts";
import type { pass, visit } from "../../../src/forecast/page.ts";
import type { createTestLms } from "../../../src/lms/lms.ts";
import type { Profile } from "../../../src/lms/profile.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "coursewright-made-up-"));
const LIST = "src/questions/types.ts";
const FOLDER = "src/questions/count/";
const REGISTRIES = ["authoring", "core", "view"].map((kind) => `src/questions/registry.${kind}.ts`);

/** The files that the page tells an engineer to write for the type. */
function example(): readonly { readonly path: string; readonly text: string }[] {
  const page = readFileSync(join(root, "docs/extending.md"), "utf8").replaceAll("\r\n", "\n");
  const files = Array.from(page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm), ([, path = "", text = ""]) => ({
    path,
    text,
  }));
  return files.filter(({ path }) => path.startsWith(FOLDER) || path === "course/one/quiz.yaml");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

/** Each source file of the copy with the hash of what it holds. */
function listing(): ReadonlyMap<string, string> {
  const files = ["src", "templates"].flatMap((folder) =>
    readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
  return new Map(files.map((file) => [file.slice(copy.length + 1).replaceAll("\\", "/"), hash(file)]));
}

let before: ReadonlyMap<string, string> = new Map();

beforeAll(() => {
  for (const part of ["src", "templates", "esbuild.config.mjs", "package.json", "tsconfig.json"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  before = listing();
  for (const { path, text } of example()) write(path, text);
  const list = readFileSync(join(copy, LIST), "utf8");
  write(
    LIST,
    list.replace(/QUESTION_TYPES = \[/, (start) => `${start}"count",`),
  );
  execFileSync(process.execPath, ["esbuild.config.mjs"], { cwd: copy });
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("nothing is touched but the type's folder, the list, and what is generated from the list", () => {
  const after = listing();
  const touched = [...after].filter(([path, hash]) => before.get(path) !== hash).map(([path]) => path);
  const own = ["authoring.ts", "core.ts", "view.hbs", "view.ts"].map((name) => FOLDER + name);
  expect(touched.sort()).toEqual([...own, LIST, ...REGISTRIES].sort());
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
  const changed = readFileSync(join(copy, LIST), "utf8").replace('"count",', "");
  expect(changed).toBe(readFileSync(join(root, LIST), "utf8"));
});

test("a course with it is built, and its answer is kept, marked and reported", async () => {
  write("course/course.yaml", "id: demo\ntitle: Demo\nlms: other\ntargets: [scorm12, scorm2004]\nmodules: [one]\n");
  write("course/one/module.yaml", "title: One\nobjectives: [Count.]\n");
  write("course/one/01-lesson.md", "---\ntitle: Lesson\nid: lesson\nobjectives: [Count.]\n---\n\nText.\n");
  execFileSync(process.execPath, [join(copy, "dist/tool/cli.js"), "build", "course", "--out", "zips"], { cwd: copy });
  const copied = await learnerOfCopy();
  const zips = readdirSync(join(copy, "zips")).filter((name) => name.endsWith(".zip"));
  expect(zips).toHaveLength(2);
  for (const zip of zips) {
    const subject = await copied.readSubject(join(copy, "zips", zip));
    if (!subject.ok) throw new Error(JSON.stringify(subject.notes));
    const { standard, plan, pools } = subject.value;
    const lms = copied.createTestLms({ standard, profile: copied.plain });
    const quiz = plan.modules[0]?.quiz?.ordinal ?? 0;
    const { app, platform } = await copied.visit({ standard, plan, pools, api: lms.api });
    await app.begin(quiz);
    app.answer(quiz, 0, 76);
    expect(app.quiz(quiz).items[0]?.response).toBe(76);
    app.submit(quiz);
    app.leave();
    await copied.pass(platform, 5_000);
    const { grade, stored, violations } = lms.record();
    expect(violations).toEqual([]);
    expect(grade.score).toBe(100);
    expect(stored["cmi.interactions.0.type"]).toBe("numeric");
  }
});

interface Copied {
  readonly visit: typeof visit;
  readonly pass: typeof pass;
  readonly readSubject: typeof readSubject;
  readonly createTestLms: typeof createTestLms;
  readonly plain: Profile;
}

/** The copy's own headless page and LMS, which know the made-up type. */
async function learnerOfCopy(): Promise<Copied> {
  const outfile = join(copy, "learner.mjs");
  write("learner.ts", "");
  for (const [name, file] of [
    ["visit, pass", "forecast/page.ts"],
    ["readSubject", "forecast/package.ts"],
    ["createTestLms", "lms/lms.ts"],
    ["plain", "lms/profiles/plain.ts"],
  ]) {
    appendFileSync(join(copy, "learner.ts"), `export { ${name} } from "./src/${file}";\n`);
  }
  const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  const entryPoints = [join(copy, "learner.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile, banner: { js: banner } });
  return (await import(pathToFileURL(outfile).href)) as Copied; // what the lines above export
}
