import { describe, expect, test } from "vitest";
import { findings, packageFrame } from "../support/axe.ts";
import { ANSWERS, LESSONS, QUESTIONS } from "./course.ts";
import { room } from "./room.ts";

const { device, open } = room();
describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each([
    { name: "wide", width: 1000 },
    { name: "narrow", width: 320 },
  ])("every page is accessible, $name", async ({ width }) => {
    const context = await device({ colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" });
    const { page, learner } = await open(context, { standard: "scorm12", profile: "plain" });
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      found[name] = await findings(page);
    };
    await learner.saved();
    await look("start");
    await learner.press("Start");
    await learner.heading(LESSONS[0]).waitFor();
    await look("lesson");
    await learner.press("Next");
    await learner.heading(LESSONS[1]).waitFor();
    await learner.press("Next");
    await look("before the quiz");
    await learner.press("Start quiz");
    await learner.heading(`Question 1 of ${QUESTIONS}`).waitFor();
    await look("question");
    await learner.press("Submit quiz");
    await learner.scope.getByRole("dialog").waitFor();
    await look("dialog");
    await learner.press("Go back");
    await learner.takeQuiz(ANSWERS, QUESTIONS, 2);
    await learner.heading("Result").waitFor();
    await look("result");
    await learner.press("Review answers");
    await learner.text("Your answer").first().waitFor();
    await look("review");
    await learner.press("Save and exit");
    await learner.heading("You can close this page now").waitFor();
    await look("exit");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });

  test("nothing is wider than 320 pixels", async () => {
    const context = await device({ colorScheme, viewport: { width: 320, height: 640 } });
    const { page, learner } = await open(context, { standard: "scorm12", profile: "plain" });
    await learner.press("Start");
    await learner.heading(LESSONS[0]).waitFor();
    const width = await packageFrame(page).evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});
