/** The final examination with a time limit: a package of its own, submitted by itself when the time is over. */
import type { BrowserContext } from "playwright-core";
import { expect, test } from "vitest";
import { room } from "./room.ts";

const question = (id: string) => `## Is ${id} right? {#${id} use=exam competency=I.1}\n\n- [x] Yes\n- [ ] No\n`;

const { device, open } = room({
  "course.yaml": `id: e2e-exam
title: Demo
version: "1"
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
packages: [exam]
frameworks: [{ file: frameworks/list.csv }]
`,
  "frameworks/list.csv": "code,label\nI.1,One\n",
  "exam.yaml": `title: Final examination
grading: { pass: 60, attempts: 2, feedback: after-submit }
blueprint: { items: 3 }
minutes: 60
extension: [1.5]
`,
  "basics/module.yaml": "title: Basics\n",
  "basics/01-start.md": "---\ntitle: Start\n---\n\nText.\n",
  "basics/quiz.md": ["one", "two", "three"].map(question).join("\n"),
});

/** Serves the plan with a limit of a few seconds, so that nobody waits for an hour. */
async function shorten(context: BrowserContext, seconds: number): Promise<void> {
  await context.route("**/content/plan.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('"seconds":3600', `"seconds":${seconds}`);
    await route.fulfill({ response, body });
  });
}

test.each(["scorm12", "scorm2004"] as const)(
  "%s: what is answered when the time is over is the result",
  async (standard) => {
    const context = await device();
    await shorten(context, 4);
    const visit = await open(context, { standard, profile: "plain" });
    const { learner } = visit;
    await learner.press("Start");
    await learner.text("The clock runs on while this page is closed").waitFor();
    await learner.press("Start quiz");
    await learner.heading("Question 1 of 3").waitFor();
    await learner.text("Time left: 1 minute").first().waitFor();
    await learner.choice("Yes").check();
    await learner.heading("Result").waitFor();
    await learner.text("The time was over. What you had answered by then counts.").waitFor();
    await learner.text("Score: 33.33% (pass mark 60%)").waitFor();
    expect(await learner.text("I.1 One: 1 of 3 right").isVisible()).toBe(false);
    await learner.text("By competency").click();
    await learner.text("I.1 One: 1 of 3 right").waitFor();
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ score: 33.33 });
    expect((await visit.record()).violations).toEqual([]);
  },
);

test.each([
  { minutes: 10, announced: "Time left: 10 minutes" },
  { minutes: 9, announced: "" },
  { minutes: 5, announced: "Time left: 5 minutes" },
  { minutes: 1, announced: "Time left: 1 minute" },
])("at $minutes minutes the page announces “$announced”", async ({ minutes, announced }) => {
  const context = await device();
  await shorten(context, minutes * 60 + 3);
  const { learner } = await open(context, { standard: "scorm12", profile: "plain" });
  await learner.press("Start");
  await learner.press("Start quiz");
  const status = learner.scope.locator(".timer").getByRole("status");
  const shown = learner.scope.locator(".timer > span").first();
  await expect.poll(() => shown.textContent()).toBe(`Time left: ${minutes + 1} minutes`);
  expect(await status.textContent()).toBe("");
  await expect
    .poll(() => shown.textContent(), { timeout: 20_000 })
    .toMatch(new RegExp(`^Time left: ${minutes} minute`));
  expect(await status.textContent()).toBe(announced);
});

test("a page that slept while a time was to be announced says on waking what is left", async () => {
  const context = await device();
  await context.clock.install();
  await shorten(context, 12 * 60);
  const { learner } = await open(context, { standard: "scorm12", profile: "plain" });
  await learner.press("Start");
  await learner.press("Start quiz");
  await learner.text("Time left: 12 minutes").first().waitFor();
  await context.clock.fastForward("03:30");
  const status = learner.scope.locator(".timer").getByRole("status");
  await expect.poll(() => status.textContent()).toBe("Time left: 9 minutes");
});

test("a learner takes the longer time, hides it, leaves, and finds the clock still running", async () => {
  const visit = await open(await device(), { standard: "scorm12", profile: "plain" });
  const { learner } = visit;
  await learner.press("Start");
  await learner.scope.getByRole("radio", { name: "90 minutes" }).check();
  await learner.press("Start quiz");
  await learner
    .text(/Time left: (90|89) minutes/)
    .first()
    .waitFor();
  await learner.press("Hide the time");
  await learner.scope.getByRole("button", { name: "Show the time" }).waitFor();
  expect(await learner.text(/Time left/).isVisible()).toBe(false);
  await learner.press("Save and exit");
  await expect.poll(async () => (await visit.record()).finished).toBe(true);
  await visit.relaunch();
  await learner
    .text(/Time left: (90|89) minutes/)
    .first()
    .waitFor();
  expect((await visit.record()).violations).toEqual([]);
});

test("what was missed can be practiced, and nothing of it is recorded", async () => {
  const visit = await open(await device(), { standard: "scorm12", profile: "plain" });
  const { learner } = visit;
  await learner.press("Start");
  await learner.press("Start quiz");
  for (const number of [1, 2, 3]) {
    await learner.heading(`Question ${number} of 3`).waitFor();
    await learner.choice(number === 1 ? "Yes" : "No").check();
    if (number < 3) await learner.press("Next");
  }
  await learner.press("Submit quiz");
  await learner.press("Practice what you missed");
  await learner.heading("Practice what you missed").waitFor();
  const groups = learner.scope.getByRole("group", { name: /^Question/ });
  expect(await groups.count()).toBe(2);
  const before = (await visit.record()).grade;
  await groups.first().getByLabel("Yes", { exact: true }).check();
  await learner.scope.getByRole("button", { name: "Check answer" }).first().click();
  await learner.text("Correct").first().waitFor();
  await learner.press("Result");
  await learner.text("Score: 33.33%").waitFor();
  expect((await visit.record()).grade).toEqual(before);
});
