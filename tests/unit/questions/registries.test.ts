import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { QUESTION_TYPES } from "../../../src/questions/types.ts";

test("the registries are generated from the list of types", async () => {
  const tool: { registries(types: readonly string[]): Record<string, string> } = await import(
    new URL("../../../esbuild.config.mjs", import.meta.url).href
  );
  for (const [file, text] of Object.entries(tool.registries(QUESTION_TYPES))) {
    expect(readFileSync(new URL(`../../../src/questions/${file}`, import.meta.url), "utf8")).toBe(text);
  }
});
