import { fillChecks } from "./checks.ts";
import { element, fromHtml } from "./element.ts";
import { fillFlashcards } from "./flashcards.ts";
import { pager } from "./pager.ts";
import type { Stage, View } from "./view.ts";

/** A lesson. It counts as read when its end comes into view or the learner presses Next. */
export async function lessonView(stage: Stage, ordinal: number): Promise<View> {
  const { app } = stage;
  const html = await app.lessonHtml(ordinal);
  const article = fromHtml("article", { class: "lesson" }, html);
  fillChecks(stage, ordinal, article);
  fillFlashcards(stage, article);
  const end = element("div", { class: "lesson-end" });
  const lessons = app.plan.modules.flatMap(({ lessons }) => lessons);
  const number = lessons.findIndex((lesson) => lesson.ordinal === ordinal) + 1;
  const place = element("p", { class: "place" }, app.text("place", { number, all: lessons.length }));
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) app.reachEnd(ordinal);
  });
  observer.observe(end);
  return {
    node: element(
      "div",
      {},
      article,
      end,
      place,
      pager(stage, { at: "lesson", lesson: ordinal }, () => app.reachEnd(ordinal)),
    ),
    heading: article.querySelector("h1") ?? article,
    close: () => observer.disconnect(),
  };
}
