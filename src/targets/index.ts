import { scorm12 } from "./scorm12/index.ts";
import { scorm2004 } from "./scorm2004/index.ts";
import type { Target } from "./target.ts";

/** Every package format, one line each. */
export const TARGETS: readonly Target[] = [scorm12, scorm2004];
