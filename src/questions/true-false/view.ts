import type { ChoiceKey, Chosen } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";

/** True stands before False, always: people look for them there. */
export const trueFalse: ViewType<ChoiceKey, Chosen> = {
  bind: (root, key, context) => bindChoices(root, key, { ...context, shuffle: false }),
};
