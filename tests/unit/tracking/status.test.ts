import { describe, expect, test } from "vitest";
import { masteryInManifest, type ReportPolicy } from "../../../src/tracking/policy.ts";
import { lessonStatus, type Situation, situationOf, status2004 } from "../../../src/tracking/status.ts";

const REPORTS: readonly ReportPolicy[] = [
  "passed-incomplete",
  "passed-failed",
  "completed-incomplete",
  "completed-failed",
];

/** The tracking table of the documentation: situation → SCORM 1.2 word and SCORM 2004 words, by report. */
const TABLE: Readonly<Record<Situation, readonly (readonly [string, string])[]>> = {
  open: REPORTS.map(() => ["incomplete", "incomplete/unknown"]),
  "passed-open": REPORTS.map(() => ["incomplete", "incomplete/passed"]),
  "passed-done": [
    ["passed", "completed/passed"],
    ["passed", "completed/passed"],
    ["completed", "completed/passed"],
    ["completed", "completed/passed"],
  ],
  "failed-again": [
    ["incomplete", "incomplete/unknown"],
    ["failed", "incomplete/failed"],
    ["incomplete", "incomplete/unknown"],
    ["failed", "incomplete/failed"],
  ],
  "failed-final": [
    ["incomplete", "incomplete/unknown"],
    ["failed", "completed/failed"],
    ["incomplete", "incomplete/unknown"],
    ["failed", "completed/failed"],
  ],
  "done-no-quiz": REPORTS.map(() => ["completed", "completed/unknown"]),
};

describe.each(Object.entries(TABLE))("%s", (situation, rows) => {
  test.each(rows.map(([one, two], index) => [REPORTS[index] ?? "passed-failed", one, two] as const))(
    "%s: %s, %s",
    (report, lesson, both) => {
      // The keys of the table are situations.
      const row = situation as Situation;
      const { completion, success } = status2004(row, report);
      expect([lessonStatus(row, report), `${completion}/${success}`]).toEqual([lesson, both]);
    },
  );
});

const facts = { hasQuiz: true, done: false, submitted: false, passed: false, exhausted: false };

test.each([
  ["open", {}],
  ["open", { done: true, hasQuiz: true, submitted: false }],
  ["passed-open", { submitted: true, passed: true }],
  ["passed-done", { submitted: true, passed: true, done: true }],
  ["failed-again", { submitted: true }],
  ["failed-again", { submitted: true, done: true }],
  ["failed-final", { submitted: true, exhausted: true }],
  ["open", { hasQuiz: false }],
  ["done-no-quiz", { hasQuiz: false, done: true }],
] as const)("%s from %o", (situation, given) => expect(situationOf({ ...facts, ...given })).toBe(situation));

test("a mastery score reaches the manifest only where no further try is meant", () => {
  const written = REPORTS.map((report) => [
    masteryInManifest({ report, attempts: 3 }),
    masteryInManifest({ report, attempts: 1 }),
  ]);
  expect(written).toEqual([
    [false, true],
    [true, true],
    [false, true],
    [true, true],
  ]);
});
