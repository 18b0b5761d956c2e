import type { App } from "../app.ts";
import { button, element } from "./element.ts";

/** What the learner must be told above every page, in plain language and with what to do. */
export function notices(app: App): HTMLElement {
  const node = element("div", { class: "notices" });
  const kept = (): HTMLElement => {
    const answer = (yes: boolean) => {
      void app.useKeptWork(yes).then(() => question.remove());
    };
    const question = element(
      "div",
      { class: "notice" },
      element("p", {}, app.text("kept")),
      element(
        "div",
        { class: "actions" },
        button(app.text("keptUse"), () => answer(true), "primary"),
        button(app.text("keptForget"), () => answer(false)),
      ),
    );
    return question;
  };
  node.append(...app.notices.map((notice) => element("p", { class: "notice" }, app.text(notice))));
  if (app.keptWork()) node.append(kept());
  return node;
}
