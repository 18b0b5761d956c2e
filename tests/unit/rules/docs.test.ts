import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesMarkdown } from "../../../src/rules/docs.ts";
import { RULES } from "../../../src/rules/index.ts";

test("docs/rules.md is what the registry says", () => {
  const page = readFileSync(new URL("../../../docs/rules.md", import.meta.url), "utf8");
  expect(page).toBe(rulesMarkdown(RULES));
});

test("every rule's file is named after its code, and every file is registered", () => {
  const files = readdirSync(new URL("../../../src/rules/", import.meta.url));
  const rules = files.filter((file) => !["rule.ts", "index.ts", "docs.ts", "items.ts"].includes(file));
  expect(rules.sort()).toEqual(RULES.map(({ code }) => `${code.split("/")[1]}.ts`).sort());
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
});
