import type { CoreType } from "../contract.ts";
import { type Pairs, type PairsKey, pairs } from "../pairs/core.ts";

/** Each item has its match; an option may be nobody's. */
export const matching: CoreType<PairsKey, Pairs> = pairs;
