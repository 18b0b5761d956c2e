/**
 * Takes the pictures of docs/guide.md: builds the course that `coursewright new` writes, and photographs its pages in a
 * Chromium (named by CHROMIUM_PATH, or installed as /usr/bin/chromium). Run after `npm run build:tool`.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const images = join(root, "docs", "images");
const folder = await mkdtemp(join(tmpdir(), "coursewright-guide-"));
const tool = (...args) => execFileSync(process.execPath, [join(root, "dist/tool/cli.js"), ...args], { cwd: folder });

tool("new", "course", "my-course", "--title", "My course", "--lms", "moodle");
tool("build", "my-course");
const [zip = ""] = (await readdir(join(folder, "dist"))).filter((name) => name.endsWith(".zip"));
execFileSync("unzip", ["-q", join(folder, "dist", zip), "-d", join(folder, "package")]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 640, height: 600 } });
// An LMS that says yes to everything, so that the pages look as they do for students (SCORM 1.2 RTE, 3.3).
await page.addInitScript(() => {
  const values = { "cmi.core.lesson_mode": "normal", "cmi.core.entry": "ab-initio", "cmi.core.student_id": "s1" };
  window.API = {
    ...{ LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true" },
    LMSGetValue: (name) => values[name] ?? "",
    LMSSetValue: (name, value) => {
      values[name] = value;
      return "true";
    },
    ...{ LMSGetLastError: () => "0", LMSGetErrorString: () => "", LMSGetDiagnostic: () => "" },
  };
});
await page.goto(pathToFileURL(join(folder, "package", "index.html")).href);

const press = (name) => page.getByRole("button", { name }).first().click();
const picture = async (name) => {
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path: join(images, `${name}.png`), animations: "disabled" });
};
await picture("start");
await press("Start");
await page.getByRole("heading", { name: "Find the pulse" }).waitFor();
await picture("lesson");
await press("Next");
await page.getByRole("heading", { name: "Count the pulse" }).waitFor();
await press("Next");
await press("Start quiz");
const RIGHT = [
  "At the thumb side of the wrist",
  "True",
  "It has a pulse of its own.",
  "Thirty seconds of a regular pulse",
];
for (let question = 1; question <= RIGHT.length; question += 1) {
  await page.getByText(`Question ${question} of 4`).first().waitFor();
  for (const text of RIGHT) {
    const choice = page.getByLabel(text, { exact: true });
    if (await choice.isVisible()) await choice.check();
  }
  if (await page.getByText("Why do you not use your thumb?").first().isVisible()) await picture("quiz");
  if (question < RIGHT.length) await press("Next");
}
await press("Submit quiz");
await page.locator("main").getByText("100%").first().waitFor();
await picture("result");
await browser.close();
await rm(folder, { recursive: true });
