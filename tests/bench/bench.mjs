/** `npm run bench [-- small medium large]` */
import { importBundled, root } from "../support/bundled.mjs";

const { bench } = await importBundled("bench/bench.ts");
await bench(root, process.argv.slice(2), console.log);
