import type { ChoiceKey, Chosen } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";

/** Radio buttons that keep the order of the scale. */
export const likert: ViewType<ChoiceKey, Chosen> = {
  bind(root, key, context) {
    const bound = bindChoices(root, key, { ...context, shuffle: false });
    // No step is right, so none is shown as wrong.
    return { ...bound, reveal: (response, how) => bound.reveal(response, { ...how, showKey: false }) };
  },
};
