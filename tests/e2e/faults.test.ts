import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { Standard } from "../../src/lms/profile.ts";
import { readReceipt } from "../../src/tracking/receipt.ts";
import { learnerIn } from "../support/learner.ts";
import { ANSWERS, LESSONS, QUESTIONS } from "./course.ts";
import { room } from "./room.ts";

const { built, browser, device, open } = room();
const STANDARDS: readonly Standard[] = ["scorm12", "scorm2004"];

/**
 * Runs in the LMS's page: notes in `window.seenAtCommit` how things stand in the package when the next commit begins. A
 * frame counts as painted once its last animation callback has run; the one asked for on the way back from the tap comes
 * after all that the player asked for.
 */
function watchNextCommit(standard: Standard): void {
  const [name, call] = standard === "scorm12" ? ["API", "LMSCommit"] : ["API_1484_11", "Commit"];
  const api = Reflect.get(window, name);
  const commit = Reflect.get(api, call);
  const content = window.frames[0]?.frames[0];
  if (content === undefined) throw new Error("The package is not open.");
  let painted = false;
  content.addEventListener("change", () => {
    content.requestAnimationFrame(() => {
      painted = true;
    });
  });
  Reflect.set(api, call, (...values: unknown[]) => {
    const checked = content.document.querySelector("input:checked") !== null;
    const journaled = Object.keys(content.localStorage).some((key) => key.startsWith("coursewright:"));
    if (Reflect.get(window, "seenAtCommit") === undefined) {
      Reflect.set(window, "seenAtCommit", { checked, painted, journaled });
    }
    return Reflect.apply(commit, api, values);
  });
}

describe.each(STANDARDS)("%s", (standard) => {
  const lms = { standard, profile: "plain" };

  test("commits that fail are shown and retried, and nothing is lost", async () => {
    const visit = await open(await device(), { ...lms, faults: { commitFails: true } });
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.status("Not saved, retrying").waitFor();
    await learner.answer(ANSWERS, "right");
    expect((await visit.record()).stored).toEqual({});
    await visit.set({ commitFails: false });
    await learner.saved();
    expect((await visit.record()).stored["cmi.suspend_data"]).toBeTruthy();
    expect((await visit.record()).violations).toEqual([]);
  });

  test("work that the LMS refused until the tab was closed comes back on the same device", async () => {
    const context = await device();
    const first = await open(context, lms);
    await first.learner.readAll(LESSONS);
    await first.learner.press("Start quiz");
    await first.learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await first.learner.saved();
    await first.set({ commitFails: true });
    await first.learner.answer(ANSWERS, "right");
    await first.learner.status("Not saved, retrying").waitFor();
    await first.page.close();
    const second = await open(context, lms);
    await second.learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await second.learner.scope.locator("input:checked").first().waitFor();
    expect((await second.record()).violations).toEqual([]);
  });

  test("work that the LMS never held waits for the learner's word", async () => {
    const context = await device();
    const first = await open(context, { ...lms, faults: { commitFails: true } });
    await first.learner.readAll(LESSONS);
    await first.learner.press("Start quiz");
    await first.learner.answer(ANSWERS, "right");
    await first.learner.status("Not saved, retrying").waitFor();
    await first.page.close();
    const second = await open(context, lms);
    await second.learner.press("Continue with it");
    await second.learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await second.learner.scope.locator("input:checked").first().waitFor();
    await expect.poll(() => second.learner.text("This device holds work").count()).toBe(0);
    await second.learner.saved();
    expect((await second.record()).violations).toEqual([]);
  });

  test("while the LMS refuses, the result and the last page show a receipt", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    const receipt = learner.scope.getByRole("textbox", { name: "Receipt code" });
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    for (let number = 1; number <= QUESTIONS; number += 1) {
      await learner.heading(`Question ${number} of ${QUESTIONS}`).waitFor();
      await learner.answer(ANSWERS, number < QUESTIONS ? "right" : "wrong");
      if (number < QUESTIONS) await learner.press("Next");
    }
    // Late, because every refusal makes the next retry wait longer.
    await visit.set({ commitFails: true });
    await learner.press("Submit quiz");
    await learner.text("Score: 80% (pass mark 80%)").waitFor();
    await receipt.waitFor();
    expect(readReceipt(await receipt.inputValue())).toMatchObject({
      kind: "receipt",
      receipt: { situation: "passed-done", score: 8_000, attempts: 1 },
    });
    await learner.press("Save and exit");
    await learner.heading("You can close this page now").waitFor();
    await receipt.waitFor();
    await visit.set({ commitFails: false });
    await learner.text("they continue where you left").waitFor();
    expect(await receipt.count()).toBe(0);
  });

  test("a slow commit never holds the tap: the answer is painted and kept first", async () => {
    const visit = await open(await device(), lms);
    const { learner, page } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await learner.saved();
    await visit.set({ commitTakes: 2000 });
    await page.evaluate(watchNextCommit, standard);
    await learner.answer(ANSWERS, "right");
    const seen = () => page.evaluate(() => Reflect.get(window, "seenAtCommit"));
    await expect.poll(seen, { timeout: 30_000 }).toEqual({ checked: true, painted: true, journaled: true });
  });

  test("a blank mode is normal", async () => {
    const visit = await open(await device(), { ...lms, faults: { blankMode: true } });
    await visit.learner.readAll(LESSONS);
    await expect.poll(async () => (await visit.record()).stored["cmi.suspend_data"]).toBeTruthy();
  });

  test("browse mode writes nothing and says so", async () => {
    const visit = await open(await device(), { ...lms, faults: { mode: "browse" } });
    const { learner } = visit;
    await learner.text("nothing is recorded").first().waitFor();
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    const { calls } = await visit.record();
    expect(calls.filter(({ call }) => call === "SetValue" || call === "Commit")).toEqual([]);
  });

  test("cleared state is told", async () => {
    const visit = await open(await device(), lms);
    await visit.learner.readAll(LESSONS);
    await visit.learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.set({ clearedState: true });
    await visit.relaunch();
    await visit.learner.text("no longer has your earlier work").waitFor();
  });

  test("an API that appears late is found", async () => {
    const visit = await open(await device(), { ...lms, apiAfter: 1000 });
    await visit.learner.saved();
    expect((await visit.record()).violations).toEqual([]);
  });

  test("works in a popup", async () => {
    const visit = await open(await device(), { ...lms, popup: true });
    await visit.learner.readAll(LESSONS);
    await visit.learner.saved();
    expect((await visit.record()).violations).toEqual([]);
  });

  test.each([true, "true"] as const)("an LMS that says %o", async (yes) => {
    const visit = await open(await device(), { ...lms, faults: { yes } });
    await visit.learner.readAll(LESSONS);
    await visit.learner.saved();
  });

  test("a package that lost a part on its way says so in plain words", async () => {
    const context = await browser().newContext();
    context.setDefaultTimeout(70_000);
    await context.route("**/content/plan.js", (route) => route.abort());
    const { learner } = await open(context, lms);
    await learner.text("These lessons could not be started").waitFor();
    await context.close();
  });

  test("a screen that cannot be loaded at the return says so, and can be asked for again", async () => {
    const context = await browser().newContext();
    context.setDefaultTimeout(70_000);
    const visit = await open(context, lms);
    await visit.learner.readAll(LESSONS);
    await visit.learner.press("Start quiz");
    await visit.learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await visit.learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    const trouble: string[] = [];
    context.on("weberror", (failure) => trouble.push(failure.error().message));
    await context.route("**/content/quiz-*.js", (route) => route.abort());
    await visit.relaunch();
    await visit.learner.text("This page could not be loaded").waitFor();
    await context.unroute("**/content/quiz-*.js");
    await visit.learner.press("Resume");
    await visit.learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });

  test("works from a folder, without an LMS", async () => {
    const context = await browser().newContext();
    context.setDefaultTimeout(70_000);
    const trouble: string[] = [];
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    context.on("weberror", (failure) => trouble.push(failure.error().message));
    const page = await context.newPage();
    await page.goto(pathToFileURL(`${built().folder(standard)}/index.html`).href);
    const learner = learnerIn(page);
    await learner.text("No learning management system (LMS) was found").waitFor();
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
    await learner.text("Score: 100% (pass mark 80%)").waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});
