import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/** docs/architecture.md, last column: what a layer may import; what that imports comes with it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  files: [],
  xml: [],
  keep: ["diagnostics"],
  load: ["diagnostics", "files", "keep"],
  questions: ["diagnostics"],
  tracking: ["questions"],
  translation: ["load"],
  validate: ["load", "translation", "questions", "tracking", "theme"],
  model: ["validate", "questions", "tracking"],
  prose: ["load"],
  rules: ["model", "questions", "tracking", "texts", "prose"],
  stats: ["model", "prose"],
  texts: [],
  theme: [],
  render: ["model", "files", "questions", "tracking", "texts", "theme", "prose"],
  guide: ["model", "files", "questions", "texts", "render"],
  targets: ["model", "files", "xml"],
  pack: ["files"],
  verify: ["diagnostics", "files"],
  player: ["tracking", "questions", "texts"],
  lms: [],
  forecast: ["lms", "player", "tracking", "questions"],
  assets: ["files"],
  scaffold: ["load", "validate", "model", "questions"],
  mend: ["load", "model", "scaffold"],
  build: [
    "assets",
    "load",
    "translation",
    "validate",
    "model",
    "rules",
    "render",
    "guide",
    "targets",
    "pack",
    "verify",
    "tracking",
  ],
  preview: ["build", "diagnostics", "load", "lms", "assets", "tracking"],
  cli: ["build", "diagnostics", "load", "forecast", "tracking", "scaffold", "mend", "preview", "stats"],
  index: ["build", "diagnostics", "load", "model"],
};

/** What a layer may know by `import type` alone, which leaves nothing in the bundle. */
const MAY_NAME: Readonly<Record<string, readonly string[]>> = { player: ["model"] };

interface Import {
  readonly from: string;
  readonly isType: boolean;
}

/** Every import of a file: static, re-exported and dynamic. */
function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const statics = code.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm);
  const dynamics = code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...Array.from(statics, ([, type, from]) => ({ from: from ?? "", isType: type !== undefined })),
    ...Array.from(dynamics, ([, from]) => ({ from: from ?? "", isType: false })),
  ];
}

/** The layer of a path below src: its folder, or the name of a file that stands alone. */
function layerOf(path: string): string {
  return (path.split("/")[0] ?? "").replace(/\.ts$/, "");
}

/** A layer with all that it may reach. */
function reach(layer: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (seen.has(layer)) return seen;
  return (MAY_IMPORT[layer] ?? []).reduce<ReadonlySet<string>>(
    (all, next) => reach(next, all),
    new Set([...seen, layer]),
  );
}

/** The layers that a file imports against the law, as "layer (path)". */
function breaches(file: string, text: string): readonly string[] {
  const layer = layerOf(file);
  const allowed = reach(layer);
  return importsOf(text)
    .filter(({ from }) => from.startsWith("."))
    .map(({ from, isType }) => ({ path: posix.join(posix.dirname(file), from), isType }))
    .filter(({ path }) => !allowed.has(layerOf(path)))
    .filter(({ path, isType }) => !(isType && MAY_NAME[layer]?.includes(layerOf(path))))
    .map(({ path }) => `${layerOf(path)} (${path})`);
}

const src = fileURLToPath(new URL("../src", import.meta.url));
const FILES: readonly string[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();
const textOf = (file: string): string => readFileSync(join(src, file), "utf8");

describe("the import law", () => {
  test.each(FILES)("%s imports only what its layer may", (file) => {
    expect(Object.keys(MAY_IMPORT)).toContain(layerOf(file));
    expect(breaches(file, textOf(file))).toEqual([]);
  });

  test.each([
    ["load/yaml.ts", 'import { pack } from "../pack/zip.ts";'],
    ["verify/index.ts", 'import type { Course } from "../model/course.ts";'],
    ["render/page.ts", 'const zip = await import("../pack/zip.ts");'],
    ["targets/scorm12/index.ts", 'export { render } from "../../render/render.ts";'],
    ["player/app.ts", 'import { packagesOf } from "../model/packages.ts";'],
    ["questions/single/core.ts", 'import {\n  type Course,\n} from "../../model/course.ts";'],
    ["xml.ts", 'import "./files.ts";'],
  ])("it notices when %s breaks it", (file, text) => {
    expect(breaches(file, text)).toHaveLength(1);
  });

  test.each([
    ["player/app.ts", 'import type { Course } from "../model/course.ts";'],
    ["model/assemble.ts", 'import { settle } from "../diagnostics/diagnostic.ts";'],
    ["load/yaml.ts", '// import { pack } from "../pack/zip.ts";'],
    ["xml.ts", 'import { create } from "xmlbuilder2";'],
  ])("it lets %s do what it may", (file, text) => {
    expect(breaches(file, text)).toEqual([]);
  });
});

/** What runs in the browser: each player with all that it brings along, and the tracking that both sides share. */
const BROWSER_ENTRIES = FILES.filter((file) => /^(player\/start-|tracking\/)/.test(file));

function reachable(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const { from, isType } of importsOf(textOf(file))) {
      if (!isType && from.startsWith(".")) visit(posix.join(posix.dirname(file), from));
    }
  };
  entries.forEach(visit);
  return found;
}

test("what runs in the browser imports nothing but our own files", () => {
  expect(BROWSER_ENTRIES).toContain("player/start-scorm12.ts");
  const foreign = [...reachable(BROWSER_ENTRIES)].flatMap((file) =>
    importsOf(textOf(file)).flatMap(({ from, isType }) => (isType || from.startsWith(".") ? [] : `${file}: ${from}`)),
  );
  expect(foreign).toEqual([]);
});

test("only the player's platform, the test LMS's page and the preview know clock and randomness, only main.ts the process", () => {
  const users = (pattern: RegExp) =>
    FILES.filter((file) => pattern.test(textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")));
  expect(
    users(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(|\bgetRandomValues\(/),
  ).toEqual(["lms/host.ts", "player/browser-platform.ts", "preview/disk.ts"]);
  expect(users(/\bprocess\.\w/).filter((file) => file.startsWith("cli/"))).toEqual(["cli/main.ts"]);
});
