import type { Chosen } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";
import type { LikertKey } from "./core.ts";

/** Radio buttons that keep the order of the scale. */
export const likert: ViewType<LikertKey, Chosen> = {
  bind(root, key, context) {
    if (key.agreement) {
      for (const [index, label] of root.querySelectorAll(".choice-text").entries()) {
        label.textContent = context.text(`agree${index + 1}`);
      }
    }
    const bound = bindChoices(root, key, { ...context, shuffle: false });
    // No step is right, so none is shown as wrong.
    return { ...bound, reveal: (response, how) => bound.reveal(response, { ...how, showKey: false }) };
  },
};
