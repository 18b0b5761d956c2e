/** Lives like those of `random-learners.test.ts`, in a real browser against the built package. */
import type { BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Standard } from "../../src/lms/profile.ts";
import type { LmsPage } from "../support/lms-page.ts";
import { ANSWERS, LESSONS } from "./course.ts";
import { room } from "./room.ts";

const { device, open } = room();
const STEPS = ["read", "begin", "answer", "answer", "submit", "leave", "close", "reload", "refuse", "take"] as const;
type Step = (typeof STEPS)[number];

const LIVES = 15;
const LONGEST = 8;

/** Numbers below `below` that are the same in every run (a linear congruential generator modulo 2^32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function lifeOf(seed: number): readonly Step[] {
  const roll = dice(seed);
  return Array.from({ length: 3 + roll(LONGEST - 2) }, () => STEPS[roll(STEPS.length)] ?? "read");
}

interface Life {
  readonly context: BrowserContext;
  readonly standard: Standard;
  visit: LmsPage;
  /** Commits are being refused. */
  refused: boolean;
  submitted: number;
}

/** Presses a button when the page shows it; true when it did. */
async function press({ visit }: Life, name: string): Promise<boolean> {
  const button = visit.learner.scope.getByRole("button", { name, exact: true });
  if ((await button.count()) === 0 || !(await button.first().isVisible())) return false;
  await button.first().click();
  return true;
}

/** Opens it anew in a page of its own, as a killed tab is followed by a new one. */
async function reopen(life: Life): Promise<void> {
  await life.visit.page.close({ runBeforeUnload: false });
  life.refused = false;
  life.visit = await open(life.context, { standard: life.standard, profile: "plain" });
}

const ACTS: Readonly<Record<Step, (life: Life) => Promise<unknown>>> = {
  async read(life) {
    if (await press(life, "Start")) await life.visit.learner.heading(LESSONS[0]).waitFor();
    else await press(life, "Next");
  },
  begin: async (life) => {
    const { scope } = life.visit.learner;
    const quiz = scope.getByRole("navigation").getByRole("link", { name: /quiz/i });
    if ((await quiz.count()) > 0 && (await quiz.first().isVisible())) await quiz.first().click();
    return (await press(life, "Start quiz")) || press(life, "Try again");
  },
  async answer(life) {
    const question = life.visit.learner.scope.getByRole("group", { name: /^Question/ });
    if ((await question.count()) > 0) await life.visit.learner.answer(ANSWERS, "right");
  },
  async submit(life) {
    if (!(await press(life, "Submit quiz"))) return;
    await press(life, "Submit anyway");
    life.submitted += 1;
  },
  async leave(life) {
    if (!(await press(life, "Save and exit"))) return;
    await life.visit.learner.heading("You can close this page now").waitFor();
    await reopen(life);
  },
  close: reopen,
  async reload(life) {
    await life.visit.set({ commitFails: false });
    life.refused = false;
    await life.visit.relaunch();
  },
  async refuse(life) {
    life.refused = true;
    await life.visit.set({ commitFails: true });
  },
  async take(life) {
    life.refused = false;
    await life.visit.set({ commitFails: false });
  },
};

/** What must hold after every step, whatever was done. */
async function judge(life: Life): Promise<void> {
  const { violations, grade } = await life.visit.record();
  expect(violations).toEqual([]);
  if (grade.score !== undefined) expect(life.submitted).toBeGreaterThan(0);
  if (grade.success === "passed") expect(life.submitted).toBeGreaterThan(0);
}

describe.each<Standard>(["scorm12", "scorm2004"])("%s", (standard) => {
  test("in random lives nothing illegal is sent, no score comes without a submission, and all is saved in the end", async () => {
    for (let seed = 1; seed <= LIVES; seed += 1) {
      const context = await device();
      const visit = await open(context, { standard, profile: "plain" });
      const life: Life = { context, standard, visit, refused: false, submitted: 0 };
      await visit.learner.saved();
      for (const step of lifeOf(seed)) {
        await ACTS[step](life);
        await judge(life);
      }
      await life.visit.set({ commitFails: false });
      await life.visit.learner.saved();
      await judge(life);
      await context.close();
    }
  }, 180_000);
});
