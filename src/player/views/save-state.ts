import type { App } from "../app.ts";
import { element } from "./element.ts";

/**
 * Where the learner's work stands. Only the word is a `status`, so that it is announced when it flips between saved and not
 * saved, and not with every new time of day.
 */
export function saveState(app: App): { readonly node: HTMLElement; update(): void } {
  const word = element("span", { role: "status" });
  const detail = element("span", { class: "save-detail" });
  const node = element("p", { class: "save is-empty" }, word, " ", detail);
  const clock = new Intl.DateTimeFormat(app.plan.language, { hour: "numeric", minute: "2-digit" });
  const say = (text: string, more: string, failed: boolean): void => {
    if (word.textContent !== text) word.textContent = text;
    detail.textContent = more;
    node.classList.remove("is-empty");
    node.classList.toggle("failed", failed);
  };
  return {
    node,
    update() {
      const save = app.save();
      if (save.kind === "saved") say(app.text("saved"), clock.format(save.at), false);
      if (save.kind === "elsewhere") say(app.text("notSavedHere"), app.text("elsewhere"), true);
      if (save.kind === "failed")
        say(app.text("notSaved"), app.text("lmsSays", { text: save.text, code: save.code }), true);
    },
  };
}
