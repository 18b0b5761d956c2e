import { describe, expect, test } from "vitest";
import type { LmsPage } from "../support/lms-page.ts";
import { ANSWERS, LESSONS, QUESTIONS } from "./course.ts";
import { LMSS, room } from "./room.ts";

const { device, open } = room();

/** A sound package breaks no rule of the LMS, and ends each session once. */
async function expectSound(lms: LmsPage): Promise<void> {
  expect((await lms.record()).violations).toEqual([]);
}

describe.each(LMSS)("$standard in $profile", (lms) => {
  test("reads, leaves, and resumes at the same place with the same answers", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    const sentence = await learner.scope.locator("legend").textContent();
    await learner.answer(ANSWERS, "wrong");
    const chosen = await learner.scope
      .locator("input:checked")
      .first()
      .evaluate((input) => input.id);
    await learner.press("Save and exit");
    await learner.heading("You can close this page now").waitFor();
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    await learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    expect(await learner.scope.locator("legend").textContent()).toBe(sentence);
    expect(
      await learner.scope
        .locator("input:checked")
        .first()
        .evaluate((input) => input.id),
    ).toBe(chosen);
    await expectSound(visit);
  });

  test("fails, leaves, comes back, retakes and passes: the grade arrives", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, 2);
    await learner.text("Score: 40% (pass mark 80%)").waitFor();
    await learner.text("Not passed").first().waitFor();
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ status: "incomplete", score: 40 });
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    await learner.press("Try again");
    await learner.takeQuiz(ANSWERS, QUESTIONS, 4);
    await learner.text("Score: 80% (pass mark 80%)").waitFor();
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ success: "passed", score: 80 });
    await learner.press("Save and exit");
    await learner.heading("You can close this page now").waitFor();
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    expect((await visit.record()).grade).toMatchObject({
      status: lms.standard === "scorm12" ? "passed" : "completed",
      success: "passed",
      score: 80,
    });
    await expectSound(visit);
  });

  test("a tab closed without Save and exit loses nothing: the LMS has it before the page is gone", async () => {
    const context = await device();
    const first = await open(context, lms);
    await first.learner.press("Start");
    await first.learner.heading(LESSONS[0]).waitFor();
    await first.learner.saved();
    const { commits } = await first.record();
    // A page turn waits two seconds for company; the tab is closed before.
    await first.learner.press("Next");
    await first.learner.heading(LESSONS[1]).waitFor();
    await first.page.close({ runBeforeUnload: false });
    const second = await open(context, lms);
    await second.learner.heading(LESSONS[1]).waitFor();
    const { calls, commits: after } = await second.record();
    expect(calls.filter(({ call }) => call === "Finish")).toMatchObject([{ ok: true }]);
    expect(after).toBeGreaterThan(commits);
    await expectSound(second);
  });

  test("after a pass the LMS may open it for review: nothing is written, the grade stands", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
    await learner.text("Score: 100% (pass mark 80%)").waitFor();
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.set({ mode: "review" });
    await visit.relaunch();
    await learner.text("opened these lessons for review").waitFor();
    const { grade, calls } = await visit.record();
    expect(grade).toMatchObject({ success: "passed", score: 100 });
    const launched = calls.findLastIndex(({ call }) => call === "Initialize");
    expect(calls.slice(launched).filter(({ call }) => call === "SetValue")).toEqual([]);
    await expectSound(visit);
  });
});

describe.each(LMSS.filter(({ profile }) => profile === "plain"))("$standard", (lms) => {
  test("the review names the right answers in words", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, 0);
    await learner.press("Review answers");
    await learner.text("Your answer").first().waitFor();
    await learner.text("Correct answer").first().waitFor();
    await learner.text("Hand hygiene comes before gloves.").waitFor();
    await expectSound(visit);
  });

  test("one legal interaction for each question, without gaps", async () => {
    const visit = await open(await device(), lms);
    const { learner } = visit;
    await learner.readAll(LESSONS);
    await learner.press("Start quiz");
    await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
    await learner.text("Score: 100% (pass mark 80%)").waitFor();
    await expect.poll(async () => (await visit.record()).grade.score).toBe(100);
    const { stored } = await visit.record();
    const of = (field: string) =>
      Array.from({ length: QUESTIONS }, (_, index) => stored[`cmi.interactions.${index}.${field}`]);
    expect(of("id").sort()).toEqual(["diagnose", "first-step", "identifiers", "radial", "report"]);
    expect(new Set(of("result"))).toEqual(new Set(["correct"]));
    expect(stored[`cmi.interactions.${QUESTIONS}.id`]).toBeUndefined();
    await expectSound(visit);
  });
});

test("the start page begins, goes on with what is left, and in the end shows the course again", async () => {
  const { learner } = await open(await device(), { standard: "scorm12", profile: "plain" });
  const overview = () => learner.scope.getByRole("link", { name: "Overview" }).click();
  await learner.readAll(LESSONS);
  await overview();
  await learner.press("Resume");
  await learner.press("Start quiz");
  await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
  await overview();
  await learner.text("Nothing is left to do here.").waitFor();
  await learner.press("Look through again");
  await learner.heading(LESSONS[0]).waitFor();
});

test("the result leads to the lessons that teach what was missed, and to no others", async () => {
  const { learner } = await open(await device(), { standard: "scorm12", profile: "plain" });
  const again = learner.scope.locator("section").filter({ hasText: "Worth reading again" }).getByRole("link");
  await learner.readAll(LESSONS);
  await learner.press("Start quiz");
  await learner.takeQuiz(ANSWERS, QUESTIONS, 0);
  await learner.heading("Result").waitFor();
  expect(await again.allTextContents()).toEqual(LESSONS.map((title) => `${title}: 0 of 1 right`));
  await learner.press("Try again");
  await learner.takeQuiz(ANSWERS, QUESTIONS, QUESTIONS);
  await learner.heading("Result").waitFor();
  expect(await again.count()).toBe(0);
});
