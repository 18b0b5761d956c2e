/** Scripts of the tests are TypeScript, and Node 20 runs none: they are bundled into `dist` first. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a TypeScript file of `tests/` and imports it. */
export async function importBundled(path) {
  const outfile = join(root, "dist/scripts", path.replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [join(root, "tests", path)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
  });
  return import(pathToFileURL(outfile).href);
}
