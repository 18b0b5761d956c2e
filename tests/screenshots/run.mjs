/** `npm run screenshots`: takes the pictures into `dist/screenshots`. */
import { join } from "node:path";
import { importBundled, root } from "../support/bundled.mjs";

const { takeAll } = await importBundled("screenshots/take.ts");
await takeAll(root, join(root, "dist/screenshots"));
