/** Pictures, opinions, essays and cases: with keyboard and pointer, on a screen of 320 pixels. */
import { describe, expect, test } from "vitest";
import type { LmsPage } from "../support/lms-page.ts";
import { LMSS, room } from "./room.ts";

const COURSE = {
  "course.yaml": `id: open-course
title: Pictures and opinions
language: en
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
grading: { pass: 80, attempts: 3 }
`,
  "basics/module.yaml": "title: Arms\nobjectives: [Find places on an arm.]\n",
  "basics/01-first.md": "---\ntitle: First\nid: first\n---\n\nOne sentence.\n",
  "basics/assets/arm.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160" width="400" height="160"/>\n',
  "basics/quiz.yaml": `questions:
  - id: pulse
    type: hotspot
    stem: Where is the radial pulse?
    image: assets/arm.svg
    alt: An arm with two marked places.
    regions:
      - { right: Radial artery, circle: [280, 90, 12], where: At the wrist }
      - { wrong: Brachial artery, rectangle: [20, 70, 60, 100], why: That is the elbow. }
  - id: hand
    type: hotspot
    scoring: per-option
    stem: Which marks are on the hand?
    image: assets/arm.svg
    alt: An arm with three marked places.
    regions:
      - { wrong: Forearm, circle: [150, 85, 9] }
      - { right: Thumb, circle: [325, 50, 9] }
      - { right: Palm, circle: [345, 95, 9] }
  - { id: ready, type: likert, stem: I feel ready. }
  - id: teach-back
    type: essay
    stem: How do you check understanding?
    limit: 40
    model: I ask for their **own words**.
    rubric: [Asks for their own words]
  - id: visit
    type: case
    stem: Ms. Lee comes for a check.
    questions:
      - { id: visit-first, stem: What comes first?, choices: [{ right: Sit down }, { wrong: Stand up }] }
      - { id: visit-then, type: true-false, stem: You prescribe., answer: "false" }
`,
};
const ALL = 6;
const TYPED = "I ask her to say it back in her own way…";

const { device, open } = room(COURSE);

async function answer({ page, learner: { scope, choice } }: LmsPage): Promise<void> {
  const legend = (await scope.locator("legend").textContent()) ?? "";
  if (legend.includes("radial")) {
    // A mark is as good as its control.
    await scope.locator('[data-mark] text:text("B")').click();
    return expect(await scope.getByRole("radio", { name: "B: At the wrist" }).isChecked()).toBe(true);
  }
  if (legend.includes("hand")) {
    await scope.getByRole("checkbox", { name: "A" }).focus();
    return page.keyboard.press("Space");
  }
  if (legend.includes("ready")) return choice("Agree").check();
  if (legend.includes("understanding")) {
    await scope.getByRole("textbox", { name: "Your answer" }).focus();
    await page.keyboard.type(TYPED);
    // Three bytes of UTF-8 for the last letter.
    return scope.getByRole("status").filter({ hasText: "Too long by 2 characters" }).waitFor();
  }
  await scope.getByRole("region", { name: "Case: Ms. Lee comes for a check." }).waitFor();
  return choice(legend.includes("first") ? "Sit down" : "False").check();
}

/** What the controls of the question on screen hold. */
async function shown({ learner: { scope } }: LmsPage): Promise<readonly string[]> {
  const checked = await scope.locator("label:has(input:checked)").allTextContents();
  const typed = await scope.locator("textarea").evaluateAll((areas) => areas.map((area) => Reflect.get(area, "value")));
  return [...checked, ...typed];
}

describe.each(LMSS)("$standard in $profile", (lms) => {
  test("answers are kept, marked where they can be, reported, and said in words", async () => {
    const visit = await open(await device({ viewport: { width: 320, height: 640 } }), lms);
    const { learner } = visit;
    await learner.readAll(["First"]);
    await learner.press("Start quiz");
    const kept: (readonly string[])[] = [];
    for (let number = 1; number <= ALL; number += 1) {
      await learner.heading(`Question ${number} of ${ALL}`).waitFor();
      await answer(visit);
      kept.push((await shown(visit)).map((text) => text.replace(TYPED, TYPED.slice(0, -1))));
      if (number < ALL) await learner.press("Next");
    }
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    for (let number = ALL; number > 0; number -= 1) {
      await learner.heading(`Question ${number} of ${ALL}`).waitFor();
      expect(await shown(visit)).toEqual(kept[number - 1]);
      if (number > 1) await learner.press("Previous");
    }
    await learner.press("Submit quiz");
    // 1 for the pulse, 2/3 for the hand, 2 for the case, of 4; opinion and essay give no points.
    await learner.text("Score: 91.66% (pass mark 80%)").waitFor();
    await learner.press("Review answers");
    await learner.text("Radial artery").waitFor();
    await learner.text("Model answer").waitFor();
    expect(await learner.text("Not graded").count()).toBe(2);
    expect(await learner.scope.getByRole("region", { name: /^Case/ }).count()).toBe(1);
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ success: "passed", score: 91.66 });
    const { stored, violations } = await visit.record();
    expect(violations).toEqual([]);
    const at = Array.from({ length: ALL }, (_, index) => `cmi.interactions.${index}`);
    const reported = at.map((record) => `${stored[`${record}.type`]} ${stored[`${record}.result`]}`).sort();
    expect(reported).toEqual(
      [
        ...["choice 0.66", "choice correct", "choice correct", "true-false correct"],
        ...[lms.standard === "scorm12" ? "fill-in neutral" : "long-fill-in neutral", "likert neutral"],
      ].sort(),
    );
  });
});
