import type { App } from "../app.ts";
import { element } from "./element.ts";

/** The completion receipt and what to do with it; shown only while the LMS refuses to save. */
export function receiptPanel(app: App): { readonly node: HTMLElement; update(): void } {
  // A field and not a copy button: frames of an LMS may forbid the clipboard, selecting always works.
  const field = element("input", { type: "text", readonly: true, size: "26", spellcheck: "false" });
  field.addEventListener("focus", () => field.select());
  const node = element(
    "section",
    { class: "panel" },
    element("h2", {}, app.text("receipt")),
    element("p", {}, app.text("receiptHelp")),
    element("label", {}, app.text("receiptCode"), " ", field),
  );
  const update = (): void => {
    const code = app.receipt();
    node.hidden = code === undefined;
    if (code !== undefined && field.value !== code) field.value = code;
  };
  update();
  return { node, update };
}
