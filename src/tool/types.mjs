/**
 * Writes the types of the public API into dist/tool/types: what `src/index.ts` reaches, and nothing of the libraries
 * that the tool is bundled from. Runs after the tool's build, when the package is packed; `npm run types` is what checks them.
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const IMPORT = /(\bfrom\s+|\bimport\(\s*)"([^"]+)"/g;

/** The declarations that a file imports, as paths; a library among them would have to be installed with the tool. */
function importsOf(file, text) {
  return Array.from(text.matchAll(IMPORT), ([, , from]) => {
    if (!from.startsWith(".")) throw new Error(`The public API's types need “${from}”, by ${file}.`);
    return join(dirname(file), from.replace(/\.ts$/, ".d.ts"));
  });
}

async function reachable(file, texts = new Map()) {
  if (texts.has(file)) return texts;
  const text = await readFile(file, "utf8");
  texts.set(
    file,
    text.replace(IMPORT, (whole) => whole.replace(/\.ts"$/, '.js"')),
  );
  for (const next of importsOf(file, text)) await reachable(next, texts);
  return texts;
}

const emitted = await mkdtemp(join(tmpdir(), "coursewright-types-"));
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.json"), ...emitTo(emitted)], { stdio: "inherit" });
const out = join(root, "dist", "tool", "types");
await rm(out, { recursive: true, force: true });
for (const [file, text] of await reachable(join(emitted, "index.d.ts"))) {
  const path = join(out, relative(emitted, file));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
await rm(emitted, { recursive: true });

function emitTo(folder) {
  return [
    "--noEmit",
    "false",
    "--noCheck",
    "--declaration",
    "--emitDeclarationOnly",
    "--rootDir",
    join(root, "src"),
    "--outDir",
    folder,
  ];
}
