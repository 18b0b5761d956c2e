// Generated from types.ts by `npm run build:tool`; do not edit.
import type { CoreType } from "./contract.ts";
import { single } from "./single/core.ts";
import { multiple } from "./multiple/core.ts";
import { trueFalse } from "./true-false/core.ts";
import { blank } from "./blank/core.ts";
import { numeric } from "./numeric/core.ts";
import { matching } from "./matching/core.ts";
import { ordering } from "./ordering/core.ts";
import { categorize } from "./categorize/core.ts";
import { build } from "./build/core.ts";
import { hotspot } from "./hotspot/core.ts";
import { scenario } from "./scenario/core.ts";
import { likert } from "./likert/core.ts";
import { essay } from "./essay/core.ts";

export const coreTypes: Readonly<Record<string, CoreType<unknown, unknown>>> = {
  single: single,
  multiple: multiple,
  "true-false": trueFalse,
  blank: blank,
  numeric: numeric,
  matching: matching,
  ordering: ordering,
  categorize: categorize,
  build: build,
  hotspot: hotspot,
  scenario: scenario,
  likert: likert,
  essay: essay,
};
