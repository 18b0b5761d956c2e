import { element } from "./element.ts";
import { receiptPanel } from "./receipt.ts";
import type { Stage, View } from "./view.ts";

const WORDS = {
  off: "leavingOff",
  saving: "leavingSaving",
  saved: "leavingSaved",
  elsewhere: "elsewhere",
  failed: "leavingUnsaved",
} as const;

/** The last page, after Save and exit. */
export function leftView({ app }: Stage): View {
  const heading = element("h1", { tabindex: "-1" }, app.text("leaving"));
  const said = element("p", { class: "lead" });
  const receipt = receiptPanel(app);
  const update = (): void => {
    receipt.update();
    said.textContent = app.text(WORDS[app.save().kind]);
  };
  update();
  return { node: element("div", { class: "end" }, heading, said, receipt.node), heading, update };
}
