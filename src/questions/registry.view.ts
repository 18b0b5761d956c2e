// Generated from types.ts by `npm run build:tool`; do not edit.
import type { ViewType } from "./view.ts";
import { single } from "./single/view.ts";
import { multiple } from "./multiple/view.ts";
import { trueFalse } from "./true-false/view.ts";
import { blank } from "./blank/view.ts";
import { numeric } from "./numeric/view.ts";
import { matching } from "./matching/view.ts";
import { ordering } from "./ordering/view.ts";
import { categorize } from "./categorize/view.ts";
import { build } from "./build/view.ts";
import { hotspot } from "./hotspot/view.ts";
import { scenario } from "./scenario/view.ts";
import { likert } from "./likert/view.ts";
import { essay } from "./essay/view.ts";

export const viewTypes: Readonly<Record<string, ViewType<unknown, unknown>>> = {
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
