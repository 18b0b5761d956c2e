/** The package as npm would publish it, installed where nothing else is. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallCourse } from "../support/small-course.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isWindows = process.platform === "win32";
let folder = "";

function run(program: string, args: readonly string[], cwd = folder): string {
  // npm and npx are scripts, which Windows starts through its shell only.
  return execFileSync(program, args, { cwd, encoding: "utf8", shell: isWindows });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coursewright-npm-"));
  // The tool was built before the tests; `prepack` would swap it under tests that run beside this one.
  run(process.execPath, ["src/tool/types.mjs"], root);
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root);
  const [tarball = ""] = readdirSync(folder);
  write("package.json", '{ "name": "empty", "private": true, "type": "module" }\n');
  run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--silent"]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what is published is the tool, its licenses and its types, and no source, test or machine path", () => {
  const installed = join(folder, "node_modules", "coursewright");
  const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  expect(files).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "dist/tool/NOTICES.txt", "dist/tool/types/index.d.ts"]),
  );
  expect(files.filter((path) => /^(src|tests|modules|docs)\//.test(path))).toEqual([]);
  const texts = files.filter((path) => /\.(js|json|txt|ts|md)$/.test(path));
  expect(texts.filter((path) => readFileSync(join(installed, path), "utf8").includes(root))).toEqual([]);
  expect(readFileSync(join(installed, "dist/tool/NOTICES.txt"), "utf8")).toMatch(/^markdown-it \d[\s\S]*MIT/m);
});

test("npx coursewright build works in a folder with a course", () => {
  for (const [path, text] of Object.entries(smallCourse())) write(path, text);
  expect(run("npx", ["--no-install", "coursewright", "build"])).toContain("Built 4 packages in dist:");
  expect(readdirSync(join(folder, "dist"))).toHaveLength(5);
  expect(existsSync(join(folder, "course.lock.yaml"))).toBe(true);
});

test("the API builds, checks and verifies, and its types stand by themselves", () => {
  write(
    "use.ts",
    `import { build, check, folder, memory, verify, type Course, type Diagnostic } from "coursewright";
const outcome = await check(memory({ "course.yaml": "id: none" }));
if (outcome.ok) throw new Error("sound");
const notes: readonly Diagnostic[] = outcome.notes;
const built = await build(folder("."), { out: "api", targets: ["scorm12"] });
if (!built.ok) throw new Error(JSON.stringify(built.notes));
const course: Course = built.value.course;
const findings = await verify("api/" + built.value.packages[0]?.file);
console.log(notes.length > 0, course.title, findings.length);
`,
  );
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const strict = ["--strict", "--skipLibCheck", "false", "--module", "nodenext", "--target", "es2023"];
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules", "@types")];
  run(process.execPath, [compiler, "use.ts", ...strict, ...types]);
  expect(run(process.execPath, ["use.js"])).toBe("true Demo course 0\n");
});
