/** Ways through a package, with a picture at each place worth looking at. The pages' own words are English in all of them. */
import type { Locator, Page } from "playwright-core";

/** Takes a picture of the page as it is; `part`: of that alone. */
export type Shoot = (name: string, part?: Locator) => Promise<void>;
export type Walk = (page: Page, shoot: Shoot) => Promise<void>;

const press = (page: Page, name: string): Promise<void> =>
  page.locator("main, dialog").getByRole("button", { name, exact: true }).first().click();

/** By the outline, which narrow pages fold. */
async function goTo(page: Page, kind: "lesson" | "quiz", number = 0): Promise<void> {
  await page
    .locator(`#outline a[href^="#${kind}-"]`)
    .nth(number)
    .evaluate((link: HTMLElement) => link.click());
  await page.locator(kind === "lesson" ? "article.lesson" : ".result").waitFor();
}

async function beginQuiz(page: Page): Promise<void> {
  await goTo(page, "quiz");
  await press(page, "Start quiz");
  await page.locator("fieldset.question").waitFor();
}

/** From question to question; where there are choices the first is taken, right or wrong. */
async function eachQuestion(page: Page, look: (number: number) => Promise<void>): Promise<void> {
  const count = await page.locator(".jump").count();
  for (let number = 1; number <= count; number += 1) {
    await page.getByRole("heading", { name: `Question ${number} of ${count}` }).waitFor();
    const choice = page.locator(".quiz .choice input").first();
    if (await choice.isVisible()) await choice.check();
    await look(number);
    if (number < count) await press(page, "Next");
  }
}

/** A module of the reference course: start, a lesson, a question, the dialog before submitting, a result. */
export const throughCourse: Walk = async (page, shoot) => {
  await shoot("start");
  await goTo(page, "lesson", 6);
  await shoot("lesson");
  await beginQuiz(page);
  await shoot("question");
  await press(page, "Submit quiz");
  await page.getByRole("dialog").waitFor();
  await shoot("dialog");
  await press(page, "Submit anyway");
  await page.locator(".score").waitFor();
  await shoot("result");
};

/** A lesson with every directive, a way through its scenario, and its flashcards with the answer shown. */
export const throughDirectives: Walk = async (page, shoot) => {
  await goTo(page, "lesson");
  await page.getByRole("button", { name: "Show answer" }).waitFor();
  await decide(page, 1);
  await shoot("directives");
  await press(page, "Show answer");
  await shoot("flashcards", page.locator(".flashcards"));
};

/** The lesson with every directive alone, its scenario at an end. */
export const toDirectives: Walk = async (page, shoot) => {
  await goTo(page, "lesson");
  await page.getByRole("button", { name: "Show answer" }).waitFor();
  await decide(page, 1);
  await decide(page, 0);
  await shoot("directives");
};

/** Takes a choice of the scene that a scenario stands at. */
async function decide(page: Page, choice: number): Promise<void> {
  await page.locator("article .scene input:visible").nth(choice).check();
  await page.locator("article .scene button:visible").filter({ hasText: "Confirm" }).click();
}

/** Every type of question, a picture each. */
export const throughQuestions: Walk = async (page, shoot) => {
  await beginQuiz(page);
  await eachQuestion(page, (number) => shoot(`question-${String(number).padStart(2, "0")}`, page.locator(".quiz")));
};

/** The review of every type of question. */
export const toReview: Walk = async (page, shoot) => {
  await beginQuiz(page);
  await eachQuestion(page, async () => {});
  await press(page, "Submit quiz");
  await press(page, "Submit anyway");
  await press(page, "Review answers");
  await page.locator(".review").waitFor();
  await shoot("review");
};

/** The examination before it begins, and a question with the time. */
export const throughExam: Walk = async (page, shoot) => {
  await goTo(page, "quiz");
  await shoot("exam-start");
  await press(page, "Start quiz");
  await page.locator("fieldset.question").waitFor();
  await shoot("exam-question");
};
