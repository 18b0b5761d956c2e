/** docs/extending.md: its files are put into a copy of the source, and the tool and a course are built with them. */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Target } from "../../src/targets/target.ts";
import { CONTENT, course, firstPackage } from "../support/course.ts";
import { zipOf } from "../support/zip-writer.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = (await readFile(join(root, "docs/extending.md"), "utf8")).replaceAll("\r\n", "\n");
const FILES = Array.from(page.matchAll(/^```\w+ file=(\S+)( append)?\n([\s\S]*?)^```$/gm), (match) => ({
  path: match[1] ?? "",
  isAppended: match[2] !== undefined,
  text: match[3] ?? "",
}));

let copy = "";
const tool = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(copy, "dist/tool/cli.js"), ...args], { cwd: copy, encoding: "utf8" });

/** Registers a name as its section says: one word or line in a list. */
async function register(file: string, from: string | undefined, list: RegExp, name: string): Promise<void> {
  const path = join(copy, file);
  const [, bare = name] = /^"(.*)"$/.exec(name) ?? [];
  const text = (await readFile(path, "utf8")).replace(list, (start) => `${start}${name}, `);
  await writeFile(path, from === undefined ? text : `import { ${bare} } from "${from}";\n${text}`);
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "coursewright-extending-"));
  for (const part of ["src", "templates", "esbuild.config.mjs", "package.json", "tsconfig.json"]) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const lesson =
    "---\ntitle: Everything that there is to know about the pulse\nid: lesson\nobjectives: [Count.]\n---\n\nText.\n";
  const around = { "course.yaml": "id: demo\ntitle: Demo\nmodules: [one]\n", "one/module.yaml": "title: One\n" };
  for (const [path, text] of Object.entries({ ...around, "one/01-lesson.md": lesson })) {
    await mkdir(dirname(join(copy, "course", path)), { recursive: true });
    await writeFile(join(copy, "course", path), text);
  }
  for (const { path, isAppended, text } of FILES) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await (isAppended ? appendFile : writeFile)(join(copy, path), text);
  }
  await register("src/questions/types.ts", undefined, /QUESTION_TYPES = \[\s*/, '"count"');
  await register("src/rules/index.ts", "./long-title.ts", /RULES: readonly Rule\[\] = \[\s*/, "longTitle");
  await register("src/targets/index.ts", "./web/index.ts", /TARGETS: readonly Target\[\] = \[\s*/, "web");
  await register("src/verify/checks/index.ts", "./readme.ts", /CHECKS: readonly Check\[\] = \[\s*/, "readme");
  execFileSync(process.execPath, ["esbuild.config.mjs"], { cwd: copy });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test("the examples satisfy the types", () => {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const projects = ["tsconfig.json", "src/player/tsconfig.json"];
  const said = projects.map(
    (project) => spawnSync(process.execPath, [compiler, "-p", project], { cwd: copy, encoding: "utf8" }).stdout,
  );
  const examples = FILES.map(({ path }) => path).filter((path) => path.endsWith(".ts"));
  expect(examples.length).toBeGreaterThanOrEqual(6);
  expect(
    said
      .join("")
      .split("\n")
      .filter((line) => examples.some((path) => line.startsWith(path))),
  ).toEqual([]);
});

test("the question type builds, the rule finds, the theme is in the package", async () => {
  const { stdout, stderr, status } = tool("build", "course");
  expect([status, stderr]).toEqual([0, expect.stringContaining("[lesson/long-title]")]);
  expect(stdout).toContain("Built 1 package in dist:");
  expect(await readFile(join(copy, "dist/tool/player.css"), "utf8")).toContain("#7a1f3d");
  expect(await readFile(join(copy, "dist/tool/schemas/quiz.json"), "utf8")).toContain('"const":"count"');
});

test("the check reports its package", async () => {
  await writeFile(join(copy, "with-readme.zip"), zipOf([{ path: "README.md", bytes: "Hello" }]));
  expect(tool("verify", "with-readme.zip").stdout).toContain("[content/readme]");
});

test("the target lists what is in the package", async () => {
  const outfile = join(copy, "web.mjs");
  const entryPoints = [join(copy, "src/targets/web/index.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile });
  // What the bundle exports is what the documented file exports.
  const { web } = (await import(pathToFileURL(outfile).href)) as { web: Target };
  const documents = { scorm12: [], "scorm2004-3rd": [], "scorm2004-4th": [] };
  const [list] = web.describe(course(), firstPackage(course()), CONTENT, documents);
  const text = list?.content.kind === "bytes" ? new TextDecoder().decode(list.content.bytes) : "";
  expect(text.match(/ {2}\S+$/gm)?.map((line) => line.trim())).toEqual(CONTENT.map(({ path }) => path));
});
