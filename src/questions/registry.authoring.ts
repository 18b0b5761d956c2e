// Generated from types.ts by `npm run build:tool`; do not edit.
import type { AuthoringType } from "./authoring.ts";
import { single } from "./single/authoring.ts";
import { multiple } from "./multiple/authoring.ts";
import { trueFalse } from "./true-false/authoring.ts";
import { blank } from "./blank/authoring.ts";
import { numeric } from "./numeric/authoring.ts";
import { matching } from "./matching/authoring.ts";
import { ordering } from "./ordering/authoring.ts";
import { categorize } from "./categorize/authoring.ts";
import { build } from "./build/authoring.ts";
import { hotspot } from "./hotspot/authoring.ts";
import { scenario } from "./scenario/authoring.ts";
import { likert } from "./likert/authoring.ts";
import { essay } from "./essay/authoring.ts";

export const authoringTypes: Readonly<Record<string, AuthoringType<unknown>>> = {
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
