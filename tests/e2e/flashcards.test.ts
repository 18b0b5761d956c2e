import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findings, packageFrame } from "../support/axe.ts";
import type { LmsPage } from "../support/lms-page.ts";
import { room } from "./room.ts";

const TERMS = { systolic: "While the heart contracts.", diastolic: "While the heart rests." } as const;
const { device, open } = room({
  "course.yaml": "id: cards\ntitle: Cards\nlms: other\ntargets: [scorm12, scorm2004]\nmodules: [one]\n",
  "glossary.yaml": `decks: { heart: Heart and blood }
terms:
  - { term: systolic, definition: ${TERMS.systolic}, decks: [heart], pronunciation: sis-TOL-ik, parts: [systole (contracting), -ic] }
  - { term: diastolic, definition: ${TERMS.diastolic}, decks: [heart] }
  - { term: apnea, definition: A stop in breathing., decks: [lungs] }
`,
  "one/module.yaml": "title: One\n",
  "one/01-words.md":
    "---\ntitle: Words\nid: words\n---\n\nRead first.\n\n:::flashcards{deck=heart}\n:::\n\n:::flashcards[Lungs]{deck=lungs}\n:::\n",
  "one/02-end.md": "---\ntitle: End\nid: end\n---\n\nThe end.\n",
});

const deckOf = ({ learner }: LmsPage): Locator =>
  learner.scope.getByRole("group", { name: "Flashcards: Heart and blood" });

async function openDeck(visit: LmsPage): Promise<Locator> {
  const { learner } = visit;
  await learner.saved();
  await learner.scope.getByRole("button", { name: /^(Start|Resume)$/ }).click();
  await learner.heading("Words").waitFor();
  await learner.saved();
  return deckOf(visit);
}

// That no answer is sent to the LMS holds tests/unit/player/card-memory.test.ts, where nothing else is on its way.
test("a deck is learned with the keyboard alone and remembered for its learner", async () => {
  const context = await device();
  const visit = await open(context, { standard: "scorm12", profile: "plain" });
  const deck = await openDeck(visit);
  const { keyboard } = visit.page;
  const focused = visit.learner.scope.locator(":focus");
  await deck.getByText("Due today: 2. Learned: 0 of 2.").waitFor();
  await deck.getByRole("button", { name: "Show answer" }).focus();
  const pieces = deck.locator(".card-face").getByText("systole (contracting) · -\u2060ic");
  expect(await pieces.isVisible()).toBe(false);
  await keyboard.press("Enter");
  expect(await focused.textContent()).toBe(TERMS.systolic);
  expect(await pieces.isVisible()).toBe(true);
  await keyboard.press("Tab");
  expect(await focused.textContent()).toBe("Again");
  await keyboard.press("Enter");
  // The next card: its button has the focus and is described by the term.
  expect(await focused.textContent()).toBe("Show answer");
  await deck.getByRole("button", { name: "Show answer", description: "diastolic" }).waitFor();
  for (const term of ["diastolic", "systolic"] as const) {
    await keyboard.press("Enter");
    expect(await focused.textContent()).toBe(TERMS[term]);
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await keyboard.press("Enter");
  }
  expect(await focused.textContent()).toBe("Go through all cards");
  await deck.getByText("Due today: 0. Learned: 0 of 2.").waitFor();

  await visit.relaunch();
  await visit.learner.heading("Words").waitFor();
  await deckOf(visit).getByText("No card is due today.").waitFor();

  // The plain LMS and Moodle's have learners of their own.
  const other = await open(context, { standard: "scorm12", profile: "moodle-scorm12" });
  await (await openDeck(other)).getByText("Due today: 2. Learned: 0 of 2.").waitFor();
});

test("each deck of a lesson asks its own cards", async () => {
  const visit = await open(await device(), { standard: "scorm12", profile: "plain" });
  const heart = await openDeck(visit);
  const lungs = visit.learner.scope.getByRole("group", { name: "Flashcards: Lungs" });
  await heart.getByRole("button", { name: "Show answer", description: "systolic" }).waitFor();
  await lungs.getByRole("button", { name: "Show answer", description: "apnea" }).click();
  await lungs.getByRole("button", { name: "I knew it" }).click();
  await lungs.getByText("Due today: 0. Learned: 0 of 1.").waitFor();
  await heart.getByText("Due today: 2. Learned: 0 of 2.").waitFor();
});

test("all cards can be gone through and turned around, and stay in reach as a list", async () => {
  const visit = await open(await device(), { standard: "scorm2004", profile: "plain" });
  const deck = await openDeck(visit);
  await deck.getByLabel("Definition first").check();
  const show = deck.getByRole("button", { name: "Show answer" });
  await deck.getByRole("button", { name: "Show answer", description: TERMS.systolic }).click();
  await deck.getByText("systolic (sis-TOL-ik)").first().waitFor();
  for (const press of ["I knew it", "Show answer", "I knew it", "Go through all cards"]) {
    await deck.getByRole("button", { name: press }).click();
  }
  await show.waitFor();
  const list = deck.getByRole("definition").filter({ hasText: TERMS.diastolic });
  expect(await list.isVisible()).toBe(false);
  await deck.getByText("All cards (2)").click();
  expect(await list.isVisible()).toBe(true);
});

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test("the cards are accessible, front, answer and end, at 320 pixels", async () => {
    const context = await device({ colorScheme, viewport: { width: 320, height: 700 }, reducedMotion: "reduce" });
    const visit = await open(context, { standard: "scorm12", profile: "plain" });
    const deck = await openDeck(visit);
    const found = [await findings(visit.page)];
    for (const press of ["Show answer", "I knew it", "Show answer", "I knew it"]) {
      await deck.getByRole("button", { name: press }).click();
      found.push(await findings(visit.page));
    }
    await deck.getByText("All cards (2)").click();
    found.push(await findings(visit.page));
    expect(found.flat()).toEqual([]);
    expect(await packageFrame(visit.page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
});
