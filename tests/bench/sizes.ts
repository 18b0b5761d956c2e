/** Bytes that learners load, and characters that the LMS keeps. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { entriesOf } from "../support/zip.ts";

const RUNTIMES = ["scorm12", "scorm2004", "none"] as const;
const PLAYER_BUDGET = 40 * 1024;
const LAYER_BUDGET = 8 * 1024;
const PACKAGE_BUDGET = 120 * 1024;
const STATE_BUDGET = 3_800;

/** A row a runtime: its script, the style, both together and what of it talks to the LMS, each after gzip. */
export async function playerFigures(root: string): Promise<readonly (readonly string[])[]> {
  const css = gzipSync(await readFile(join(root, "dist/tool/player.css"))).byteLength;
  const rows = RUNTIMES.map(async (runtime) => {
    const js = gzipSync(await readFile(join(root, `dist/tool/player-${runtime}.js`))).byteLength;
    const layer = await layerSize(join(root, "src/player"), runtime);
    return [runtime, ...[js, css, js + css].map(grouped), atMost(PLAYER_BUDGET), grouped(layer), atMost(LAYER_BUDGET)];
  });
  return Promise.all(rows);
}

/** The session of one runtime with delivery, journal and platform, bundled alone. */
async function layerSize(player: string, runtime: string): Promise<number> {
  const files = [
    `./session/${runtime}.ts`,
    "./session/delivery.ts",
    "./session/journal.ts",
    "./session/lifecycle.ts",
    "./browser-platform.ts",
  ];
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `export * from "${file}";`).join(""), resolveDir: player, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).byteLength, 0);
}

/** What build.json says of a package, as far as it is read here. */
interface Built {
  readonly file: string;
  readonly target: string;
  readonly size: number;
  readonly state: { readonly characters: number };
}

/** A row a target for the built course, and the paths of their zips. */
export async function packageFigures(course: string, folders: { readonly root: string; readonly scratch: string }) {
  const out = join(folders.scratch, "packages");
  const cli = join(folders.root, "dist/tool/cli.js");
  await promisify(execFile)(process.execPath, [cli, "build", course, "--out", out]);
  const record: { readonly packages: readonly Built[] } = JSON.parse(await readFile(join(out, "build.json"), "utf8"));
  const rows = record.packages.map(async ({ file, target, size, state }) => [
    target,
    grouped(size),
    grouped(await ownSize(join(out, file))),
    atMost(PACKAGE_BUDGET),
    grouped(state.characters),
    atMost(STATE_BUDGET),
  ]);
  return { rows: await Promise.all(rows), zips: record.packages.map(({ file }) => join(out, file)) };
}

/** Compressed bytes of all but media and the standard bodies' schema files. */
async function ownSize(zip: string): Promise<number> {
  const own = (await entriesOf(zip)).filter(({ fileName }) => !/^media\/|\.(xsd|dtd)$/i.test(fileName));
  return own.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
}

const grouped = (value: number): string => value.toLocaleString("en-US");
const atMost = (value: number): string => `(≤ ${grouped(value)})`;
