import { pairsView } from "../pairs/view.ts";

/** Items are always mixed: in the author's order they would stand by category. */
export const categorize = pairsView("items");
