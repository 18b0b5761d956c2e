import { expect, test } from "vitest";
import type { BuiltPackage } from "../../../src/build.ts";
import { nextSteps } from "../../../src/cli/next-steps.ts";

function built(target: string): BuiltPackage {
  return {
    file: `demo-${target}.zip`,
    language: "en",
    target,
    title: "Demo",
    sha256: "0",
    size: 1,
    state: { characters: 1, largest: [] },
    playerGzip: 1,
    content: [],
  };
}

test.each([
  ["moodle", "SCORM package"],
  ["canvas", "course navigation"],
  ["canvas-scorm", "course navigation"],
  ["other", "your LMS"],
] as const)("%s: where to upload, how many attempts, and what a later change does", (lms, where) => {
  const text = nextSteps(lms, [built("scorm12")]);
  expect(text).toContain(where);
  expect(text).toMatch(/further tries at the quiz happen inside the package/i);
  expect(text).toContain("After a change:");
});

test("Moodle users with both formats are told which one to take", () => {
  const advice = "Take the scorm12 file";
  expect(nextSteps("moodle", [built("scorm12"), built("scorm2004")])).toContain(advice);
  expect(nextSteps("moodle", [built("scorm2004")])).not.toContain(advice);
});

test("with an examination comes the advice on where much depends on the grade", () => {
  expect(nextSteps("moodle", [{ ...built("scorm12"), module: "exam" }])).toContain("your LMS's own quizzes");
  expect(nextSteps("moodle", [{ ...built("scorm12"), module: "ethics" }])).not.toContain("examination");
});
