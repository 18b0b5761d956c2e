import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const tool = fileURLToPath(new URL("../../../dist/tool/cli.js", import.meta.url));
const run = promisify(execFile);

test("the built tool runs by itself and sets the exit code", { timeout: 60_000 }, async () => {
  expect((await run(process.execPath, [tool, "--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  await expect(run(process.execPath, [tool, "verify", "none.zip"])).rejects.toMatchObject({ code: 2 });
});
