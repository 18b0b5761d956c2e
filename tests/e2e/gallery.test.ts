/** The gallery course, which has every type with every option, from start to review by the keyboard alone. */
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { findings, packageFrame } from "../support/axe.ts";
import type { LmsPage } from "../support/lms-page.ts";
import { room } from "./room.ts";

const { device, open } = room(fileURLToPath(new URL("../fixtures/courses/gallery", import.meta.url)));
const QUESTIONS = 23;

type Act = (visit: LmsPage, sentence: string) => Promise<void>;

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((nodes) => nodes.some((node) => node === node.ownerDocument.activeElement));

/** Presses Tab until the focus is there. @throws Error when Tab never comes there. */
async function tabTo({ page }: LmsPage, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${target}`);
}

async function press(visit: LmsPage, name: string): Promise<void> {
  await tabTo(visit, visit.learner.scope.getByRole("button", { name, exact: true }));
  await visit.page.keyboard.press("Enter");
}

/** Chooses a radio: Tab comes to the group, arrows move in it. */
const choose =
  (label: string | RegExp): Act =>
  async (visit) => {
    const group = visit.learner.scope.locator("fieldset.question");
    const wanted = group.getByRole("radio", { name: label, ...(typeof label === "string" ? { exact: true } : {}) });
    await tabTo(visit, group.getByRole("radio"));
    await visit.page.keyboard.press("Space");
    for (let presses = 0; presses < 12 && !(await wanted.isChecked()); presses += 1) {
      await visit.page.keyboard.press("ArrowDown");
    }
    expect(await wanted.isChecked()).toBe(true);
  };

const tick =
  (...labels: readonly (string | RegExp)[]): Act =>
  async (visit) => {
    for (const label of labels) {
      const box = visit.learner.scope.getByRole("checkbox", { name: label });
      // The order of choices is the learner's own: the next one may stand before the last.
      await tabTo(visit, box);
      await visit.page.keyboard.press("Space");
      expect(await box.isChecked()).toBe(true);
    }
  };

/** Types into the boxes and moves through the drop-downs, each found by its name. */
const fill =
  (values: Readonly<Record<string, string>>): Act =>
  async (visit) => {
    const { page, learner } = visit;
    for (const [name, value] of Object.entries(values)) {
      const control = learner.scope.locator("fieldset.question").getByLabel(name);
      await tabTo(visit, control);
      const isList = await control.evaluate((node) => node.tagName === "SELECT");
      if (!isList) {
        await page.keyboard.type(value);
        continue;
      }
      await page.keyboard.press("Home");
      for (let presses = 0; presses < 8; presses += 1) {
        if ((await control.locator("option:checked").textContent()) === value) break;
        await page.keyboard.press("ArrowDown");
      }
      expect(await control.locator("option:checked").textContent()).toBe(value);
    }
  };

const dose: Act = (visit, sentence) => {
  const pounds = Number(/weighs (\d+) lb/.exec(sentence)?.[1]);
  return fill({ "Your answer": String((pounds * 50) / 11) })(visit, sentence);
};

/** Moves each item up until it stands at its place. */
const order =
  (...items: readonly string[]): Act =>
  async (visit) => {
    const rows = visit.learner.scope.locator("[data-sequence] .row-text");
    for (const [place, item] of items.entries()) {
      const up = visit.learner.scope.getByRole("button", { name: `Move up: ${item}`, exact: true });
      while ((await rows.allTextContents()).indexOf(item) > place) {
        await tabTo(visit, up);
        await visit.page.keyboard.press("Enter");
      }
    }
    expect(await rows.allTextContents()).toEqual(items);
  };

const add =
  (...parts: readonly string[]): Act =>
  async (visit) => {
    for (const part of parts) {
      await tabTo(visit, visit.learner.scope.locator(`button[aria-label="Add: ${part}"][aria-disabled=false]`));
      await visit.page.keyboard.press("Space");
    }
    const rows = visit.learner.scope.locator("[data-sequence] .row:not([hidden]) .row-text");
    expect(await rows.allTextContents()).toEqual(parts);
  };

/** Takes one decision after the other; each next scene has the focus. */
const decide =
  (...labels: readonly string[]): Act =>
  async (visit, sentence) => {
    const { scope } = visit.learner;
    for (const label of labels) {
      const here = scope.locator("[data-work]:visible");
      await tabTo(visit, here.getByRole("radio"));
      await visit.page.keyboard.press("Space");
      const wanted = here.getByRole("radio", { name: label, exact: true });
      if (!(await wanted.isChecked())) await visit.page.keyboard.press("ArrowDown");
      expect(await wanted.isChecked(), sentence).toBe(true);
      await press(visit, "Confirm");
      expect(await isFocused(scope.locator("[data-scene]:visible").last().getByRole("heading"))).toBe(true);
      expect(await scope.getByRole("status").allTextContents()).toContain(`You chose: ${label}`);
    }
  };

/** The right answer to each question, by a part of its sentence. */
const RIGHT: Readonly<Record<string, Act>> = {
  "comes first when": choose("Hand hygiene"),
  "lie between": choose("Five"),
  "identify a patient": tick("Full name", "Date of birth"),
  "vital signs": tick("Pulse", "Temperature"),
  "from splashes": tick("Goggles", "Gown"),
  "may diagnose": choose("False"),
  "While the heart rests": fill({ "Gap 1 of 2": "diastolic", "Gap 2 of 2": "lower" }),
  "abbreviation of milliliter": fill({ "Gap 1 of 3": "mL", "Gap 2 of 3": "Ménière", "Gap 3 of 3": "inner ear" }),
  "child weighs": dose,
  "the BMI": fill({ "Your answer": "24.2" }),
  "How many doses": fill({ "Your answer": "2.7" }),
  "Which additive": fill({ Lavender: "EDTA", "Light blue": "Sodium citrate", Gray: "Sodium fluoride" }),
  "order are the tubes": order("Blood cultures", "Light blue", "Red", "Lavender"),
  "each of these go": fill({
    Lancet: "Sharps container",
    "Used needle": "Sharps container",
    "Gauze soaked with blood": "Biohazard bag",
  }),
  "Build the term": add("gastr", "o", "enter", "o", "-logy"),
  "radial pulse": choose(/At the wrist, toward the thumb/),
  "marks are on the hand": tick(/On the upper edge/, /In the middle of the right end/),
  "A patient calls": decide("Ask the first question of the protocol", "Tell him to call 911"),
  "I feel ready": choose("Agree"),
  "How often have you": choose("1–5 times"),
  "patient has understood": fill({ "Your answer": "I ask her to say it back." }),
  "do you do first": choose("Let her sit for five minutes"),
  "that she needs medicine": choose("False"),
};

async function answer(visit: LmsPage): Promise<string> {
  const legend = (await visit.learner.scope.locator("fieldset.question > legend").textContent()) ?? "";
  const [words = "", act] = Object.entries(RIGHT).find(([part]) => legend.includes(part)) ?? [];
  if (act === undefined) throw new Error(`No answer is known to “${legend}”.`);
  await act(visit, legend);
  return words;
}

test.each([
  { width: 320, standard: "scorm12", profile: "moodle-scorm12", colorScheme: "light" },
  { width: 768, standard: "scorm2004", profile: "plain", colorScheme: "dark" },
  { width: 1440, standard: "scorm2004", profile: "moodle-scorm2004", colorScheme: "light" },
] as const)(
  "every type is answered, reviewed and accessible at $width px, $standard, $colorScheme",
  async (how) => {
    const { width, standard, profile, colorScheme } = how;
    const context = await device({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" });
    const visit = await open(context, { standard, profile });
    const { page, learner } = visit;
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      const root = packageFrame(page).locator(":root");
      const beyond = await root.evaluate((node) => node.scrollWidth - node.clientWidth);
      found[name] = [...(await findings(page)), ...(beyond > 0 ? [`${beyond} px too wide`] : [])];
    };
    await press(visit, "Start");
    await learner.heading("About this gallery").waitFor();
    await press(visit, "Next");
    await press(visit, "Start quiz");
    for (let number = 1; number <= QUESTIONS; number += 1) {
      await learner.heading(`Question ${number} of ${QUESTIONS}`).waitFor();
      await look(await answer(visit));
      if (number < QUESTIONS) await press(visit, "Next");
    }
    await press(visit, "Submit quiz");
    await learner.text("Score: 100% (pass mark 80%)").waitFor();
    await look("result");
    await press(visit, "Review answers");
    await learner.text("Your answer").first().waitFor();
    await look("review");
    expect(found).toEqual(Object.fromEntries([...Object.keys(RIGHT), "result", "review"].map((name) => [name, []])));
    await press(visit, "Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    const { grade, violations } = await visit.record();
    expect(violations).toEqual([]);
    expect(grade).toMatchObject({ success: "passed", score: 100 });
  },
  240_000,
);
