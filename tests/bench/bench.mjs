/** `npm run bench [-- small medium large]`: bundles the bench, which is TypeScript, and runs it. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outfile = join(root, "dist/bench/bench.mjs");
await build({
  entryPoints: [join(root, "tests/bench/bench.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
});
const { bench } = await import(pathToFileURL(outfile).href);
await bench(root, process.argv.slice(2), console.log);
