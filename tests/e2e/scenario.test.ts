/** Scenarios that branch: as practice in a lesson, and graded, where each decision is final. */
import { describe, expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import type { LmsPage } from "../support/lms-page.ts";
import { room } from "./room.ts";

const STORY = `:::scenario[A call at 8:10]
You have the phone.

## Mr. Ortiz says that his chest feels tight. {#call}

- [x] Ask the first question -> protocol -- The protocol decides.
- [ ] Suggest an aspirin -> protocol -- That is *treatment advice*.

## He is sweating. {#protocol}

He is short of breath.

- [x] Tell him to call 911 -> end
- [ ] Offer an appointment -> end

## The ambulance is on its way. {#end}
:::
`;
const QUIZ = `questions:
  - id: phone
    type: scenario
    stem: What do you do on the phone?
    scoring: per-option
    shuffle: false
    scenes:
      - text: Mr. Ortiz says that his chest feels tight.
        choices:
          - { right: Ask the first question, to: protocol }
          - { wrong: Suggest an aspirin, to: protocol, why: That is treatment advice. }
      - scene: protocol
        title: He is sweating.
        choices:
          - { right: Tell him to call 911, to: end }
          - { wrong: Offer an appointment, to: end }
      - { scene: end, title: The ambulance is on its way. }
    rationale: Chest pain is an emergency.
  - { id: ready, type: likert, stem: I feel ready. }
`;

const course = (feedback: string) => ({
  "course.yaml": `id: scenarios
title: Scenarios
lms: other
targets: [scorm12, scorm2004]
modules: [phone]
grading: { pass: 50, feedback: ${feedback} }
`,
  "phone/module.yaml": "title: Phone\nobjectives: [Take a call.]\n",
  "phone/01-call.md": `---\ntitle: The call\nid: call\nobjectives: [Take a call.]\n---\n\n## On the phone\n\n${STORY}`,
  "phone/quiz.yaml": QUIZ,
});
const { device, open } = room(course("immediate"));

/** Takes a decision by the controls of the scene that is open. */
async function decide({ learner: { scope } }: LmsPage, label: string): Promise<void> {
  await scope.getByRole("radio", { name: label, exact: true }).check();
  await scope.getByRole("button", { name: "Confirm" }).filter({ visible: true }).click();
}

/** Begins the quiz and goes to the scenario, wherever it was drawn. */
async function beginScenario({ learner }: LmsPage): Promise<void> {
  await learner.readAll(["The call"]);
  await learner.press("Start quiz");
  await learner.heading("Question 1 of 2").waitFor();
  if (await learner.scope.getByRole("heading", { name: "Scene 1" }).isVisible()) return;
  await learner.press("Next");
  await learner.heading("Question 2 of 2").waitFor();
}

const focused = ({ learner }: LmsPage): Promise<string | null> => learner.scope.locator(":focus").textContent();

test("in a lesson each decision is explained at once, and the end offers another try", async () => {
  const context = await device({ viewport: { width: 320, height: 700 }, reducedMotion: "reduce" });
  const visit = await open(context, { standard: "scorm12", profile: "plain" });
  const { learner, page } = visit;
  const { scope } = learner;
  await learner.press("Start");
  await learner.text("You have the phone.").waitFor();
  expect(await scope.getByRole("button", { name: "Check answer" }).count()).toBe(0);
  await scope.getByRole("button", { name: "Confirm" }).filter({ visible: true }).click();
  await learner.text("Choose an answer first.").waitFor();
  await decide(visit, "Suggest an aspirin");
  expect(await focused(visit)).toBe("He is sweating.");
  await learner.text(/^Your answer: Suggest an aspirin\s+Not correct$/).waitFor();
  await learner.text("That is treatment advice.").first().waitFor();
  expect(await scope.getByRole("radio").filter({ visible: true }).count()).toBe(2);
  await decide(visit, "Tell him to call 911");
  expect(await focused(visit)).toBe("The ambulance is on its way.");
  await learner.text("Partly correct").waitFor();
  await learner.text(/^Your answer: Suggest an aspirin\s+Correct answer: Ask the first question$/).waitFor();
  expect(await findings(page)).toEqual([]);
  await learner.press("Start over");
  expect(await focused(visit)).toBe("Mr. Ortiz says that his chest feels tight.");
  await learner.text("Partly correct").waitFor({ state: "detached" });
  await decide(visit, "Ask the first question");
  await decide(visit, "Tell him to call 911");
  await learner
    .text(/^Correct$/)
    .first()
    .waitFor();
  const { grade, violations } = await visit.record();
  expect([grade.score, violations]).toEqual([undefined, []]);
});

test.each(["scorm12", "scorm2004"] as const)(
  "%s: what is decided stays decided, and is marked and reported",
  async (standard) => {
    const visit = await open(await device(), { standard, profile: "plain" });
    const { learner } = visit;
    const { scope } = learner;
    const check = scope.getByRole("button", { name: "Check answer" });
    await beginScenario(visit);
    await decide(visit, "Suggest an aspirin");
    expect(await check.isVisible()).toBe(false);
    await learner.text("0 of 2 answered").waitFor();
    await learner.press("Save and exit");
    await expect.poll(async () => (await visit.record()).finished).toBe(true);
    await visit.relaunch();
    await learner.text(/^Your answer: Suggest an aspirin\s+Not correct$/).waitFor();
    expect(await scope.getByRole("radio", { name: "Ask the first question" }).isVisible()).toBe(false);
    await decide(visit, "Tell him to call 911");
    await learner.text("1 of 2 answered").waitFor();
    await check.click();
    await learner.text("Chest pain is an emergency.").waitFor();
    await learner.text("Partly correct").waitFor();
    await learner.press("Submit quiz");
    await learner.press("Submit anyway");
    await learner.text("Score: 50% (pass mark 50%)").waitFor();
    await expect.poll(async () => (await visit.record()).grade).toMatchObject({ success: "passed", score: 50 });
    const { stored, violations } = await visit.record();
    expect(violations).toEqual([]);
    const index =
      Object.entries(stored)
        .find(([, value]) => value === "phone")?.[0]
        .replace(".id", "") ?? "";
    expect(stored[`${index}.type`]).toBe("sequencing");
  },
);

describe("where answers are explained after the quiz", () => {
  const later = room(course("after-submit"));

  test("a decision is told and not judged; the review judges it, and says what was right where the way broke off", async () => {
    const visit = await later.open(await later.device(), { standard: "scorm12", profile: "plain" });
    const { learner } = visit;
    await beginScenario(visit);
    await decide(visit, "Suggest an aspirin");
    expect(await focused(visit)).toBe("He is sweating.");
    // It stands on the page, and is heard.
    expect(await learner.text(/^You chose: Suggest an aspirin$/).count()).toBe(2);
    const heard = learner.scope.getByRole("status").filter({ hasText: "You chose: Suggest an aspirin" });
    expect(await heard.count()).toBe(1);
    expect(await learner.text(/orrect|treatment advice/).count()).toBe(0);
    await learner.press("Submit quiz");
    await learner.press("Submit anyway");
    await learner.press("Review answers");
    await learner.text(/^Your answer: Suggest an aspirin\s+Correct answer: Ask the first question$/).waitFor();
    await learner.text("That is treatment advice.").waitFor();
    await learner.text(/Correct answer: Tell him to call 911$/).waitFor();
  });
});
