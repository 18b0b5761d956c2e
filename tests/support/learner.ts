/** The learner in front of a package: finds everything by role and by the words on the page, as people and screen readers do. */
import type { FrameLocator, Locator, Page } from "playwright-core";

export type Scope = Page | FrameLocator;

/** Right choices, and one wrong choice, of a question by a part of its sentence. */
export type Answers = Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: string }>>;

export interface Learner {
  readonly scope: Scope;
  press(button: string): Promise<void>;
  heading(name: string | RegExp): Locator;
  text(words: string | RegExp): Locator;
  /** The save state. */
  status(words: string | RegExp): Locator;
  choice(label: string): Locator;
  /** Waits until the LMS confirmed everything. */
  saved(): Promise<void>;
  /** From the start page through every lesson to the quiz. */
  readAll(lessons: readonly string[]): Promise<void>;
  /** Answers the question on screen. */
  answer(answers: Answers, how: "right" | "wrong"): Promise<void>;
  /** Answers an attempt from its first question on and submits it; the first `right` questions rightly. */
  takeQuiz(answers: Answers, count: number, right: number): Promise<void>;
}

/** A learner in a page or in a frame of it. */
export function learnerIn(scope: Scope): Learner {
  const press = (button: string): Promise<void> => scope.getByRole("button", { name: button, exact: true }).click();
  const heading = (name: string | RegExp): Locator => scope.getByRole("heading", { level: 1, name });
  const choice = (label: string): Locator =>
    scope.getByRole("group", { name: /^Question/ }).getByLabel(label, { exact: true });
  const status = (words: string | RegExp): Locator => scope.getByRole("status").filter({ hasText: words });
  const answer = async (answers: Answers, how: "right" | "wrong"): Promise<void> => {
    const legend =
      (await scope
        .getByRole("group", { name: /^Question/ })
        .locator("legend")
        .textContent()) ?? "";
    const found = Object.entries(answers).find(([sentence]) => legend.includes(sentence));
    if (found === undefined) throw new Error(`No answer is known to “${legend}”.`);
    const [, { right, wrong }] = found;
    for (const label of how === "right" ? right : [wrong]) await choice(label).check();
  };
  return {
    scope,
    press,
    heading,
    choice,
    status,
    answer,
    text: (words) => scope.getByText(words),
    saved: () => status(/^Saved$/).waitFor(),
    async readAll(lessons) {
      await press("Start");
      for (const lesson of lessons) {
        await heading(lesson).waitFor();
        await press("Next");
      }
    },
    async takeQuiz(answers, count, right) {
      for (let number = 1; number <= count; number += 1) {
        await heading(`Question ${number} of ${count}`).waitFor();
        await answer(answers, number <= right ? "right" : "wrong");
        if (number < count) await press("Next");
      }
      await press("Submit quiz");
    },
  };
}
