import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Tests run against the tool as it is built now. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../esbuild.config.mjs", import.meta.url))], {
    stdio: "inherit",
  });
}
