import { pairsView } from "../pairs/view.ts";

/** Options are always mixed: in the author's order they would stand beside their items. */
export const matching = pairsView("options");
