import type { CoreType } from "../contract.ts";
import { type Pairs, type PairsKey, pairs } from "../pairs/core.ts";

/** Each item belongs to one category. */
export const categorize: CoreType<PairsKey, Pairs> = pairs;
