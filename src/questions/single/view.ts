import type { ChoiceKey, Chosen } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";

export const single: ViewType<ChoiceKey, Chosen> = { bind: bindChoices };
