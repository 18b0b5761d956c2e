import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");

/** The rows of the table: a promise and what fails without it. */
const ROWS = [...read("docs/field-lessons.md").matchAll(/^\| (?!\*\*|promise)(.+?) \| (.+) \|$/gm)].map(
  ([, promise = "", proof = ""]) => ({ promise, proof }),
);
const CODES = ["src/rules", "src/verify"]
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [...read(path).matchAll(/"([a-z0-9]+\/[a-z0-9-]+)"/g)].map(([, code]) => code));

test("the table holds what there is to hold", () => {
  expect(ROWS.length).toBeGreaterThan(60);
});

test.each(ROWS)("$promise", ({ proof }) => {
  const tests = [...proof.matchAll(/`(tests\/[^`]+)` “([^”]+)”/g)];
  const codes = [...proof.matchAll(/`([a-z0-9]+\/[a-z0-9-]+)`/g)].map(([, code]) => code);
  expect(tests.length + codes.length).toBeGreaterThan(0);
  for (const [, file = "", name = ""] of tests) {
    expect(existsSync(`${root}${file}`), file).toBe(true);
    expect(read(file)).toContain(`"${name}"`);
  }
  for (const code of codes) expect(CODES).toContain(code);
});
