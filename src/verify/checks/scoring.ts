import { inManifest } from "../package.ts";
import { walk } from "../xml.ts";
import { type Check, SCORM, SCORM_2004 } from "./check.ts";

/** Pass marks are numbers in range (SCORM 1.2 CAM 2.3.5.1; SCORM 2004 SN 3.10.3). */
export const passMarks: Check = {
  standards: SCORM,
  codes: [
    {
      code: "scoring/mastery-score",
      severity: "error",
      summary: "`adlcp:masteryscore` is a number from 0 to 100.",
      why: "The LMS compares scores with something else, and nobody or everybody passes.",
    },
    {
      code: "scoring/measure",
      severity: "error",
      summary: "`imsss:minNormalizedMeasure` is a number from −1 to 1.",
      why: "The LMS compares scores with something else, and nobody or everybody passes.",
    },
  ],
  *run({ manifest }) {
    for (const element of manifest ? walk(manifest) : []) {
      const place = inManifest(element);
      if (element.local === "masteryscore" && !inRange(element.text, 0, 100)) {
        const message = `The mastery score is “${element.text}”.`;
        yield { code: "scoring/mastery-score", message, help: "Write a number from 0 to 100.", place };
      }
      if (element.local === "minNormalizedMeasure" && !inRange(element.text, -1, 1)) {
        const message = `The minNormalizedMeasure is “${element.text}”.`;
        yield { code: "scoring/measure", message, help: "Write 0.8 for a pass mark of 80%.", place };
      }
    }
  },
};

function inRange(text: string, low: number, high: number): boolean {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) && Number(text) >= low && Number(text) <= high;
}

/** Sequencing that real LMSs get wrong. */
export const sequencing: Check = {
  standards: SCORM_2004,
  codes: [
    {
      code: "sequencing/map-info",
      severity: "error",
      elsewhere: "warning",
      summary: "There is no `imsss:mapInfo`.",
      why: "Moodle on PHP 8 stops with a fatal error at import.",
    },
    {
      code: "scoring/completion-threshold",
      severity: "warning",
      summary: "There is no completion threshold; the content reports completion itself.",
      why: "Moodle replaces the reported completion by progress against the threshold.",
    },
  ],
  *run({ manifest }) {
    for (const element of manifest ? walk(manifest) : []) {
      const place = inManifest(element);
      if (element.local === "mapInfo") {
        const message = "Objectives are mapped to global ones; Moodle cannot import this.";
        yield { code: "sequencing/map-info", message, help: "Remove <imsss:mapInfo>.", place };
      }
      if (element.local === "completionThreshold") {
        const message = "A completion threshold overrides what the content reports.";
        yield { code: "scoring/completion-threshold", message, help: "Remove it.", place };
      }
    }
  },
};
