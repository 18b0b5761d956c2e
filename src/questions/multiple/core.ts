import { type ChoiceKey, type Chosen, chosenState, encodeChoice, markChosen } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";

/** All or nothing, or a share for each choice that is rightly ticked or rightly left. */
export const multiple: CoreType<ChoiceKey, Chosen> = { mark: markChosen, ...chosenState, encode: encodeChoice };
