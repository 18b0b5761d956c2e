/** Matching, categorizing, ordering and building with the keyboard alone, on a screen of 320 pixels. */
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { LmsPage } from "../support/lms-page.ts";
import { LMSS, room } from "./room.ts";

const COURSE = {
  "course.yaml": `id: parts-course
title: Parts
summary: Questions made of parts.
language: en
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
grading: { pass: 80, attempts: 3 }
`,
  "basics/module.yaml": "title: Parts\nobjectives: [Put parts together.]\n",
  "basics/01-first.md": "---\ntitle: First\nid: first\n---\n\nOne sentence.\n",
  "basics/quiz.yaml": `questions:
  - id: tubes
    type: matching
    stem: Which additive is in each tube?
    scoring: per-option
    points: 3
    pairs:
      - { item: "**Lavender** tube", match: EDTA }
      - { item: Light blue, match: "Citrate & \\"more\\"" }
      - { item: Gray, match: Fluoride, why: Gray keeps glucose. }
    distractors: [Gel]
  - id: draw-order
    type: ordering
    stem: Put the tubes in the order of draw.
    items: [Light blue, Red, Lavender, Gray]
  - id: waste
    type: categorize
    stem: Where does each of these go?
    categories:
      - { category: Sharps container, items: [Lancet, Needle] }
      - { category: Regular trash, items: [Paper towel] }
  - id: term
    type: build
    stem: Build the term for the study of stomach and intestines.
    parts: [gastr, o, enter, o, -logy]
    distractors: [hepat]
`,
};
const ORDER = ["Light blue", "Red", "Lavender", "Gray"];
const TERM = ["gastr", "o", "enter", "o", "-logy"];

const { device, open } = room(COURSE);

/** Focuses a button and presses it. */
async function press({ page }: LmsPage, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
}

/** Moves through a drop-down until it says what is wanted. */
async function choose(visit: LmsPage, item: string, option: string): Promise<void> {
  const select = visit.learner.scope.getByRole("combobox", { name: item });
  await select.focus();
  await visit.page.keyboard.press("Home");
  for (let presses = 0; presses < 6; presses += 1) {
    if ((await select.locator("option:checked").textContent()) === option) return;
    await visit.page.keyboard.press("ArrowDown");
  }
  throw new Error(`${item} cannot be given ${option}`);
}

async function focused({ learner }: LmsPage): Promise<string | null> {
  return learner.scope.locator(":focus").getAttribute("aria-label");
}

/** Moves each item up to its place. */
async function putInOrder(visit: LmsPage): Promise<void> {
  const { scope } = visit.learner;
  for (const [place, item] of ORDER.entries()) {
    const up = scope.getByRole("button", { name: `Move up: ${item}` });
    const position = async () => (await scope.locator("[data-sequence] .row-text").allTextContents()).indexOf(item);
    while ((await position()) > place) {
      const before = await position();
      await press(visit, up);
      expect(await position()).toBe(before - 1);
      expect(await focused(visit)).toBe(`Move up: ${item}`);
      await scope
        .getByRole("status")
        .filter({ hasText: `${item}, ${before} of ${ORDER.length}` })
        .waitFor();
    }
  }
}

async function buildTerm(visit: LmsPage): Promise<void> {
  const { scope } = visit.learner;
  await press(visit, scope.getByRole("button", { name: "Add: hepat" }));
  for (const part of TERM) {
    await press(visit, scope.locator(`button[aria-label="Add: ${part}"][aria-disabled=false]`).first());
    expect(await focused(visit)).toBe(`Add: ${part}`);
  }
  await press(visit, scope.getByRole("button", { name: "Remove: hepat" }));
  expect(await focused(visit)).toBe("Add: hepat");
  await scope.getByRole("status").filter({ hasText: "Removed: hepat" }).waitFor();
  // A part that is used up stays where it is.
  await press(visit, scope.getByRole("button", { name: "Add: gastr" }));
  expect(await shown(visit)).toEqual(TERM);
}

async function answer(visit: LmsPage): Promise<void> {
  const legend = (await visit.learner.scope.locator("legend").textContent()) ?? "";
  if (legend.includes("order of draw")) return putInOrder(visit);
  if (legend.includes("Build the term")) return buildTerm(visit);
  const pairs = legend.includes("additive")
    ? { "Lavender tube": "EDTA", "Light blue": 'Citrate & "more"', Gray: "Gel" }
    : { Lancet: "Sharps container", Needle: "Sharps container", "Paper towel": "Regular trash" };
  for (const [item, option] of Object.entries(pairs)) await choose(visit, item, option);
}

/** What the controls of the question on screen hold. */
async function shown({ learner }: LmsPage): Promise<readonly string[]> {
  const chosen = learner.scope.locator("option:checked, [data-sequence] .row:not([hidden]) .row-text");
  return chosen.allTextContents();
}

describe.each(LMSS)("$standard in $profile", (lms) => {
  test("answers by keyboard are kept, marked, reported and said in words", async () => {
    const visit = await open(await device({ viewport: { width: 320, height: 640 } }), lms);
    const { learner } = visit;
    await learner.readAll(["First"]);
    await learner.press("Start quiz");
    const kept: (readonly string[])[] = [];
    for (const number of [1, 2, 3, 4]) {
      await learner.heading(`Question ${number} of 4`).waitFor();
      await answer(visit);
      kept.push(await shown(visit));
      if (number < 4) await learner.press("Next");
    }
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    for (const number of [4, 3, 2, 1]) {
      await learner.heading(`Question ${number} of 4`).waitFor();
      expect(await shown(visit)).toEqual(kept[number - 1]);
      if (number > 1) await learner.press("Previous");
    }
    await learner.press("Submit quiz");
    // 2/3 of 3 points for the tubes and 3 of 3 for the others: 5 of 6.
    await learner.text("Score: 83.33% (pass mark 80%)").waitFor();
    await learner.press("Review answers");
    await learner.text(/Your answer: Gel\s+Correct answer: Fluoride/).waitFor();
    await learner.text("Gray keeps glucose.").waitFor();
    expect(await learner.text(/^Your answer: (gastr|o|enter|-logy)\s+Correct$/).count()).toBe(TERM.length);
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ success: "passed", score: 83.33 });
    const { stored, violations } = await visit.record();
    expect(violations).toEqual([]);
    const types = [0, 1, 2, 3].map((index) => stored[`cmi.interactions.${index}.type`]);
    expect(types.sort()).toEqual(["matching", "matching", "sequencing", "sequencing"]);
  });
});
