/** The preview's page as an author meets it: the real command's server on a course in a folder. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { format } from "../../src/diagnostics/format.ts";
import { type Preview, startPreview } from "../../src/preview/preview.ts";
import { launchChromium } from "../support/chromium.ts";
import { type Learner, learnerIn } from "../support/learner.ts";
import { watch } from "../support/lms-page.ts";
import { ANSWERS, COURSE, LESSONS, QUESTIONS } from "./course.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PULSE = "basics/02-pulse.md";

interface Author {
  readonly page: Page;
  readonly learner: Learner;
  write(path: string, text: string): Promise<void>;
}

let browser: Browser;
let root: string;
let preview: Preview;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "coursewright-preview-"));
  for (const [path, text] of Object.entries(COURSE)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const started = await startPreview({
    root,
    port: 0,
    textOf: async (notes) => (notes.length === 0 ? "" : format(notes, "text", () => undefined, false)),
    onBuild: async () => {},
  });
  if (!started.ok) throw new Error("The preview did not start.");
  preview = started.value;
});
afterEach(async () => {
  await preview.close();
  await rm(root, { recursive: true });
});

async function author(use: (author: Author) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(70_000);
  const trouble = watch(context, new URL(preview.address).origin);
  const page = await context.newPage();
  await page.goto(preview.address);
  const learner = learnerIn(page.frameLocator("#package").frameLocator("iframe"));
  await learner.saved();
  await use({ page, learner, write: (path, text) => writeFile(join(root, path), text) });
  await context.close();
  expect(trouble).toEqual([]);
}

const pulse = (sentence: string): string => (COURSE[PULSE] ?? "").replace("The radial pulse is", sentence);

test("an edit is on the page where the learner was, and nothing is written into the course", () =>
  author(async ({ page, learner, write }) => {
    await learner.press("Start");
    await learner.press("Next");
    await learner.heading(LESSONS[1]).waitFor();
    await learner.saved();
    await write(PULSE, pulse("Edited: the radial pulse is"));
    await learner.text("Edited: the radial pulse is").waitFor();
    await learner.heading(LESSONS[1]).waitFor();
    await page.getByText("The course was built again.").waitFor();
    await expect(readdir(root)).resolves.toEqual(["basics", "course.yaml"]);
  }));

test("an edit keeps how far the page was scrolled", () =>
  author(async ({ page, learner, write }) => {
    const long = `${pulse("The radial pulse is")}\n${"A paragraph that makes the page long.\n\n".repeat(80)}`;
    await write(PULSE, long);
    await page.getByText("The course was built again.").waitFor();
    await learner.press("Start");
    await learner.press("Next");
    await learner.heading(LESSONS[1]).waitFor();
    await learner.saved();
    const place = () => page.frames().find((frame) => frame.url().includes("/package/"));
    await place()?.evaluate(() => window.scrollTo(0, 1200));
    await write(PULSE, long.replace("A paragraph", "Another paragraph"));
    await learner.text("Another paragraph").first().waitFor();
    await expect.poll(() => place()?.evaluate(() => window.scrollY)).toBe(1200);
  }));

test("errors stand on the page, the last sound package stays, and both go when they are mended", () =>
  author(async ({ page, learner, write }) => {
    await write("basics/quiz.md", "## Which comes first? {#first-step}\n\n- [ ] Hands\n- [ ] Gloves\n");
    await page.getByText("The course has errors").waitFor();
    await page.getByText("question/no-right-choice").waitFor();
    await page.getByText("This is the last build without errors.").waitFor();
    await learner.press("Start");
    await learner.heading(LESSONS[0]).waitFor();
    await write("basics/quiz.md", COURSE["basics/quiz.md"] ?? "");
    await page.getByText("The course has errors").waitFor({ state: "hidden" });
    await page.getByText("This is the last build without errors.").waitFor({ state: "hidden" });
  }));

test("the inspector shows calls, values, the state in words and the grade", () =>
  author(async ({ page, learner }) => {
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, 4);
    await learner.text("Score: 80% (pass mark 80%)").waitFor();
    await expect.poll(() => page.locator("#grade-score").textContent()).toBe("80");
    await expect.poll(() => page.locator("#grade-success").textContent()).toBe("passed");
    await page.getByText("submitted 1 times, best 80%, latest 80%").waitFor();
    await page.getByText("Lessons read to the end, 2 of 2").waitFor();
    await page.getByRole("region", { name: "Data model" }).getByText("cmi.core.score.raw").waitFor();
    await page.getByRole("region", { name: "API calls" }).getByText("Commit").first().waitFor();
    expect(await page.locator("#violations-count").textContent()).toBe("0");
  }));

test("a package's violation is shown", () =>
  author(async ({ page }) => {
    await page.evaluate(() => {
      const api = Reflect.get(window, "API");
      api.LMSSetValue("cmi.core.exit", "normal");
    });
    await page.getByText("exit: never normal").waitFor();
    expect(await page.locator("#violations-count").textContent()).toBe("1");
  }));

test("faults, a new learner, the LMS and the width can be switched", () =>
  author(async ({ page, learner }) => {
    await page.getByText("Faults", { exact: true }).click();
    await page.getByLabel("Commit says false").selectOption("yes");
    await learner.press("Start");
    await learner.status("Not saved, retrying").waitFor();
    await page.getByLabel("Commit says false").selectOption("no");
    await learner.saved();
    await page.getByRole("button", { name: "New learner" }).click();
    await learner.scope.getByRole("button", { name: "Start", exact: true }).waitFor();
    expect(await page.locator("#grade-learner").textContent()).toBe("learner-2");
    await page.getByLabel("Format").selectOption("scorm2004");
    await page.getByRole("region", { name: "Data model" }).getByText("cmi.completion_status").waitFor();
    await page.getByLabel("LMS").selectOption("moodle-scorm2004");
    await learner.saved();
    await page.getByLabel("Width").selectOption("320");
    const frame = await page.locator("#package").boundingBox();
    expect(frame?.width).toBe(320);
  }));

test.each([
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 768 },
] as const)("the page is accessible, $colorScheme at $width", ({ colorScheme, width }) =>
  author(
    async ({ page, learner, write }) => {
      await write("basics/quiz.md", "## Which?\n\n- [ ] Hands\n- [ ] Gloves\n");
      await page.getByText("The course has errors").waitFor();
      await page.getByText("Faults", { exact: true }).click();
      await learner.press("Start");
      await page.evaluate(axe);
      const findings = await page.evaluate(async () => {
        const { violations } = await Reflect.get(window, "axe").run(document, { iframes: false });
        return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [id, nodes[0]?.html]);
      });
      expect(findings).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
    { colorScheme, viewport: { width, height: 900 } },
  ),
);
