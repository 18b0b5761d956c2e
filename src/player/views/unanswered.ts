import type { App } from "../app.ts";
import { button, element } from "./element.ts";

/** Asks, in a dialog of the page, whether to submit although questions are open; each is linked. */
export function askUnanswered(
  app: App,
  quiz: number,
  open: readonly { readonly item: number; readonly sentence: string }[],
): void {
  const all = app.quiz(quiz).items.length;
  const title = element("h2", { id: "unanswered", tabindex: "-1" }, app.text("unanswered", { count: open.length }));
  const dialog = element("dialog", { "aria-labelledby": "unanswered", "aria-modal": "true" });
  const close = (): void => {
    if (dialog.open && dialog.close) dialog.close();
    dialog.remove();
  };
  const links = open.map(({ item, sentence }) => {
    const label = `${app.text("question", { number: item + 1, all })}: ${sentence}`;
    const link = element("a", { href: `#question-${item + 1}` }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      close();
      void app.go({ at: "quiz", quiz, item });
    });
    return element("li", {}, link);
  });
  const anyway = button(app.text("submitAnyway"), () => {
    close();
    app.submit(quiz);
  });
  dialog.append(
    title,
    element("p", {}, app.text("unansweredHelp")),
    element("ul", {}, ...links),
    element("div", { class: "actions" }, button(app.text("goBack"), close, "primary"), anyway),
  );
  dialog.addEventListener("close", close);
  document.body.append(dialog);
  // Safari 14 knows no modal dialogs; there it opens as a part of the page.
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
  title.focus();
}
