// Generated from types.ts by `npm run build:tool`; do not edit.
import type { CoreType } from "./contract.ts";
import { single } from "./single/core.ts";
import { multiple } from "./multiple/core.ts";
import { trueFalse } from "./true-false/core.ts";

export const coreTypes: Readonly<Record<string, CoreType<unknown, unknown>>> = {
  single: single,
  multiple: multiple,
  "true-false": trueFalse,
};
