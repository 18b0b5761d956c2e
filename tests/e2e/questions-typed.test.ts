/** Gaps and numbers with the keyboard alone, on a screen of 320 pixels, and a wrong answer that costs. */
import { describe, expect, test } from "vitest";
import type { LmsPage } from "../support/lms-page.ts";
import { LMSS, room } from "./room.ts";

const COURSE = {
  "course.yaml": `id: typed-course
title: Typed
summary: Questions with words and numbers.
language: en
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
grading: { pass: 20, attempts: 3 }
`,
  "basics/module.yaml": "title: Typed\nobjectives: [Write it.]\n",
  "basics/01-first.md": "---\ntitle: First\nid: first\n---\n\nOne sentence.\n",
  "basics/quiz.yaml": `questions:
  - id: gaps
    type: blank
    points: 2
    scoring: per-option
    spelling: 1
    stem: "While the heart rests, the pressure is the [[diastolic]] one, the [[=lower | higher]] number."
  - id: dose
    type: numeric
    style: dose
    variables: { lb: { from: 275, to: 330, step: 11 } }
    stem: "Ordered: 10 mg/kg. The patient weighs {{lb}} lb. How many mg?"
    answer: lb / 2.2 * 10
    unit: mg
    rationale: "{{lb}} lb ÷ 2.2 × 10 mg/kg = {{answer}} mg"
  - id: guess
    stem: May a medical assistant diagnose?
    scoring: right-minus-wrong
    floor: -1
    choices: [{ wrong: Yes }, { right: No }]
`,
};

const { device, open } = room(COURSE);

async function fillGaps({ page, learner }: LmsPage): Promise<void> {
  await learner.scope.getByRole("textbox", { name: "Gap 1 of 2: … pressure is the ___ one, the …" }).focus();
  await page.keyboard.type("diastollic");
  await learner.scope.getByRole("combobox", { name: /^Gap 2 of 2: .* the ___ number/ }).focus();
  await page.keyboard.press("h");
}

/** Types what can be read in two ways, sees that it is no answer yet, then types the dose with a zero too many. */
async function typeDose({ page, learner }: LmsPage): Promise<void> {
  const { scope } = learner;
  const weight = Number(/weighs (\d+) lb/.exec((await scope.locator("legend").textContent()) ?? "")?.[1]);
  const box = scope.getByRole("textbox", { name: "Your answer mg" });
  await box.focus();
  await page.keyboard.type("1,250");
  await page.keyboard.press("Tab");
  await scope.getByRole("status").filter({ hasText: "Do you mean 1250 or 1.250?" }).waitFor();
  expect(await scope.locator("[aria-current=step]").getAttribute("aria-label")).toMatch(/, not answered$/);
  await box.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(`${(weight * 50) / 11}.0`);
  await page.keyboard.press("Tab");
  await scope.getByRole("status").filter({ hasText: "none at the end" }).waitFor();
}

async function guess({ page, learner }: LmsPage): Promise<void> {
  await learner.scope.getByRole("radio", { name: "Yes" }).focus();
  await page.keyboard.press("Space");
}

describe.each(LMSS)("$standard in $profile", (lms) => {
  test("typed answers are kept, marked, reported and said in words", async () => {
    const visit = await open(await device({ viewport: { width: 320, height: 640 } }), lms);
    const { learner } = visit;
    await learner.readAll(["First"]);
    await learner.press("Start quiz");
    for (const number of [1, 2, 3]) {
      await learner.heading(`Question ${number} of 3`).waitFor();
      const legend = (await learner.scope.locator("legend").textContent()) ?? "";
      if (legend.includes("heart")) await fillGaps(visit);
      else if (legend.includes("weighs")) await typeDose(visit);
      else await guess(visit);
      if (number < 3) await learner.press("Next");
    }
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    await learner.heading("Question 3 of 3").waitFor();
    await learner.press("Submit quiz");
    // Half of 2 points for the gaps, 1 for the dose, 1 lost by the guess: 1 of 4.
    await learner.text("Score: 25% (pass mark 20%)").waitFor();
    await learner.press("Review answers");
    await learner.text(/Your answer: diastollic\s+Correct\s+Correct spelling: diastolic/).waitFor();
    await learner.text(/Your answer: higher\s+Correct answer: lower/).waitFor();
    await learner.text(/Your answer: 1\d+\.0 mg\s+Correct/).waitFor();
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ success: "passed", score: 25 });
    const { stored, violations } = await visit.record();
    expect(violations).toEqual([]);
    const types = [0, 1, 2].map((index) => stored[`cmi.interactions.${index}.type`]);
    expect(types.sort()).toEqual(["choice", "fill-in", "numeric"]);
  });
});
