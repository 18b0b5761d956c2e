import type { ReportPolicy } from "./policy.ts";

/** The rows of the tracking table: all that a status can follow from. */
export type Situation = "open" | "passed-open" | "passed-done" | "failed-again" | "failed-final" | "done-no-quiz";

/** What the table is read with. */
export interface Facts {
  readonly hasQuiz: boolean;
  /** The completion policy is met: lessons seen and quizzes submitted. */
  readonly done: boolean;
  /** Every quiz that counts has been submitted at least once. */
  readonly submitted: boolean;
  /** The published scores reach the pass marks; only meaningful with a quiz. */
  readonly passed: boolean;
  /** Some quiz is below its pass mark and has no attempt left, so `passed` can never become true. */
  readonly exhausted: boolean;
}

export type LessonStatus = "passed" | "completed" | "failed" | "incomplete";
export interface Status2004 {
  readonly completion: "completed" | "incomplete";
  readonly success: "passed" | "failed" | "unknown";
}

/** The row of the tracking table that holds now. */
export function situationOf(facts: Facts): Situation {
  if (!facts.hasQuiz) return facts.done ? "done-no-quiz" : "open";
  if (facts.passed) return facts.done ? "passed-done" : "passed-open";
  if (facts.exhausted) return "failed-final";
  return facts.submitted ? "failed-again" : "open";
}

function words(report: ReportPolicy): { good: "passed" | "completed"; notYet: "incomplete" | "failed" } {
  return {
    good: report.startsWith("passed") ? "passed" : "completed",
    notYet: report.endsWith("failed") ? "failed" : "incomplete",
  };
}

/** SCORM 1.2 `cmi.core.lesson_status` (RTE 3.4.4). Never `not attempted`: Moodle would turn it into `completed`. */
export function lessonStatus(situation: Situation, report: ReportPolicy): LessonStatus {
  const { good, notYet } = words(report);
  switch (situation) {
    case "open":
    case "passed-open":
      return "incomplete";
    case "passed-done":
      return good;
    case "failed-again":
    case "failed-final":
      return notYet;
    case "done-no-quiz":
      return "completed";
  }
}

/** SCORM 2004 `cmi.completion_status` and `cmi.success_status` (RTE 4.2.4, 4.2.22). */
export function status2004(situation: Situation, report: ReportPolicy): Status2004 {
  const failing = words(report).notYet === "failed";
  switch (situation) {
    case "open":
      return { completion: "incomplete", success: "unknown" };
    case "passed-open":
      return { completion: "incomplete", success: "passed" };
    case "passed-done":
      return { completion: "completed", success: "passed" };
    case "failed-again":
      return { completion: "incomplete", success: failing ? "failed" : "unknown" };
    case "failed-final":
      return failing
        ? { completion: "completed", success: "failed" }
        : { completion: "incomplete", success: "unknown" };
    case "done-no-quiz":
      return { completion: "completed", success: "unknown" };
  }
}
