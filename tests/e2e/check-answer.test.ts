/** With `feedback: immediate`, answers that nobody marks. */
import { expect, test } from "vitest";
import { room } from "./room.ts";

const { device, open } = room({
  "course.yaml": `id: opinions
title: Opinions
lms: other
targets: [scorm12, scorm2004]
modules: [one]
grading: { feedback: immediate }
`,
  "one/module.yaml": "title: One\nobjectives: [Say what you think.]\n",
  "one/01-start.md": "---\ntitle: Start\nobjectives: [Say what you think.]\n---\n\nText.\n",
  "one/quiz.yaml": `questions:
  - { id: ready, type: likert, stem: I feel ready. }
  - { id: often, type: likert, stem: I call often., rationale: Once is a beginning. }
  - { id: said, type: essay, limit: 40, stem: What did you say? }
  - { id: said-well, type: essay, limit: 40, stem: What would you say?, model: I would ask. }
`,
});

test("a check is offered only where it says something", async () => {
  const visit = await open(await device(), { standard: "scorm12", profile: "plain" });
  const { learner } = visit;
  const { scope } = learner;
  await learner.readAll(["Start"]);
  await learner.press("Start quiz");
  const offered: Record<string, boolean> = {};
  for (let number = 1; number <= 4; number += 1) {
    await learner.heading(`Question ${number} of 4`).waitFor();
    const sentence = (await scope.locator("legend .sentence").textContent()) ?? "";
    if (sentence.startsWith("I ")) await scope.getByLabel("Agree", { exact: true }).check();
    else if (await scope.getByRole("textbox").isVisible()) await scope.getByRole("textbox").fill("Hello.");
    offered[sentence] = await scope.getByRole("button", { name: "Check answer" }).isVisible();
    if (number < 4) await learner.press("Next");
  }
  expect(offered).toEqual({
    "I feel ready.": false,
    "I call often.": true,
    "What did you say?": false,
    "What would you say?": true,
  });
});
