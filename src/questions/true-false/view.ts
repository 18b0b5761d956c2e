import type { ChoiceKey, Chosen } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";

export const trueFalse: ViewType<ChoiceKey, Chosen> = { bind: bindChoices };
