import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toolFingerprint } from "../../../src/assets.ts";

let tool = "";
beforeEach(() => {
  tool = mkdtempSync(join(tmpdir(), "coursewright-tool-"));
  mkdirSync(join(tool, "control"));
  writeFileSync(join(tool, "cli.js"), "run()");
  writeFileSync(join(tool, "control", "a.xsd"), "<a/>");
});
afterEach(() => rmSync(tool, { recursive: true }));

async function fingerprint(): Promise<string> {
  const made: { fingerprint(folder: string): Promise<string> } = await import(
    new URL("../../../esbuild.config.mjs", import.meta.url).href
  );
  return made.fingerprint(tool);
}

test.each<[string, () => void]>([
  ["a byte of a file", () => writeFileSync(join(tool, "cli.js"), "ran()")],
  ["a byte of a file in a folder", () => writeFileSync(join(tool, "control", "a.xsd"), "<b/>")],
  ["a name", () => renameSync(join(tool, "cli.js"), join(tool, "cly.js"))],
  ["a file more", () => writeFileSync(join(tool, "more.js"), "")],
])("the tool is another with another %s", async (_what, change) => {
  const before = await fingerprint();
  expect(await fingerprint()).toBe(before);
  change();
  expect(await fingerprint()).not.toBe(before);
});

test("the built tool knows its own", async () => {
  expect(await toolFingerprint()).toMatch(/^[0-9a-f]{64}$/);
});
