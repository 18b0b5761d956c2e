/** `npm run screenshots`: bundles the photographer, which is TypeScript, and takes the pictures into dist/screenshots. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outfile = join(root, "dist/screenshots.build/take.mjs");
await build({
  entryPoints: [join(root, "tests/screenshots/take.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
});
const { takeAll } = await import(pathToFileURL(outfile).href);
await takeAll(root, join(root, "dist/screenshots"));
