/** The instructor's papers as an instructor opens them: a file in a browser, on a desk, a phone and paper. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "coursewright-guide-"));
const SHEET = `id: wash
title: Hand washing
supplies: [Soap, Paper towels]
scenario: Show me how you wash your hands.
minutes: 3
attempts: 5
steps:
  - Wets hands.
  - heading: Then
  - { step: "Rubs palms, backs, between the fingers, thumbs and wrists for at least 20 seconds.", critical: true, points: 2, why: Count. }
record: "0805: washed."
source: [{ title: Hygiene, publisher: CDC, year: 2024, url: "https://example.org/h" }]
`;
let browser: Browser;

beforeAll(async () => {
  const course = join(folder, "course");
  cpSync(join(root, "tests/fixtures/courses/gallery"), course, { recursive: true });
  const [module = ""] = readdirSync(course, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && readdirSync(join(course, entry.name)).includes("module.yaml") ? [entry.name] : [],
  );
  writeFileSync(join(course, "instructor.md"), "# Before you start\n\n| Week | Do |\n|---|---|\n| 1 | Print |\n");
  writeFileSync(join(course, module, "teaching.md"), "Bring soap.\n\n### Activity\n\n- Wash.\n");
  mkdirSync(join(course, "check-offs"));
  writeFileSync(join(course, "check-offs/wash.yaml"), SHEET);
  execFileSync(process.execPath, [join(root, "dist/tool/cli.js"), "guide", course, "--out", join(folder, "out")]);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["guide", "check-off"])("the %s", (kind) => {
  const address = (): string => {
    const name = readdirSync(join(folder, "out")).find((file) => file.endsWith(`-${kind}.html`)) ?? "";
    return pathToFileURL(join(folder, "out", name)).href;
  };

  test.each([1200, 360])("is accessible and fits at %i pixels", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(address());
    expect(await axeFindings(page.mainFrame())).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test("asks nothing of a network and shows every picture", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(address());
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([address()]);
    const broken = () => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt);
    expect(await page.evaluate(broken)).toEqual([]);
    await page.close();
  });

  test.each(["Letter", "A4"])("is printed within the margins of %s", async (format) => {
    const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
    await page.goto(address());
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
    expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  });
});
