/** A lesson with every directive, in both themes and in a language that runs from right to left. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findings, packageFrame } from "../support/axe.ts";
import type { LmsPage } from "../support/lms-page.ts";
import { room } from "./room.ts";

const fixture = fileURLToPath(new URL("../fixtures/courses/every-directive/", import.meta.url));

/** The course with more lines in its `course.yaml`. */
function courseWith(settings: string): Readonly<Record<string, string>> {
  const entries = readdirSync(fixture, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = entries.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    const text = readFileSync(path, "utf8");
    return [path.slice(fixture.length).replaceAll("\\", "/"), name === "course.yaml" ? `${text}${settings}\n` : text];
  });
  return Object.fromEntries(texts);
}

async function openLesson({ learner }: LmsPage): Promise<void> {
  await learner.saved();
  await learner.press("Start");
  await learner.heading("What lessons show").waitFor();
  await learner.scope.getByRole("button", { name: "Show answer" }).waitFor();
}

/** Opens what is folded, so that it is looked at too. */
async function unfold({ learner }: LmsPage): Promise<void> {
  for (const summary of await learner.scope.locator("article summary").all()) await summary.click();
}

async function pixelsBeyond({ page }: LmsPage): Promise<number> {
  return packageFrame(page).evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

describe.each([
  { name: "the theme clinic", settings: "", direction: "ltr" },
  { name: "the theme paper", settings: "theme: { name: paper, font: serif }", direction: "ltr" },
  { name: "right to left", settings: "language: ar", direction: "rtl" },
])("$name", ({ settings, direction }) => {
  const { device, open } = room(courseWith(settings));

  test.each([
    { colorScheme: "light", width: 1000 },
    { colorScheme: "dark", width: 320 },
    { colorScheme: "light", width: 320 },
  ] as const)("every directive is accessible and nothing is too wide, $colorScheme, $width px", async (how) => {
    const { colorScheme, width } = how;
    const context = await device({ colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const visit = await open(context, { standard: "scorm12", profile: "plain" });
    await openLesson(visit);
    await unfold(visit);
    expect(await findings(visit.page)).toEqual([]);
    expect(await pixelsBeyond(visit)).toBe(0);
    expect(await visit.learner.scope.locator("html").getAttribute("dir")).toBe(direction);
  });
});

describe("a reader's own colors", () => {
  const { device, open } = room(courseWith(""));

  test("leave drawings on their white paper", async () => {
    const context = await device({ colorScheme: "dark", forcedColors: "active" });
    const visit = await open(context, { standard: "scorm12", profile: "plain" });
    await openLesson(visit);
    const { scope } = visit.learner;
    expect(await scope.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe("rgb(0, 0, 0)");
    const drawing = scope.getByRole("img", { name: /^A sleeve around/ });
    expect(await drawing.evaluate((image) => getComputedStyle(image).backgroundColor)).toBe("rgb(255, 255, 255)");
  });
});
