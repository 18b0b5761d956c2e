import type { Rule } from "./rule.ts";

export const moodleLocksAttempts: Rule = {
  code: "grading/moodle-locks-attempts",
  severity: "warning",
  summary: "A course for Moodle that allows several attempts does not report “failed”.",
  reason: "Moodle opens a failed package in review mode, which records nothing: the attempts that are left are lost.",
  example: `lms: moodle
grading: { attempts: 3, report: passed-failed }`,
  *check({ lms, modules, grading, packages, place }) {
    if (lms !== "moodle") return;
    const policies = [
      ...(packages.includes("course") ? [{ name: "The course", grading, place }] : []),
      ...(packages.includes("module")
        ? modules.filter(({ quiz }) => quiz).map((module) => ({ ...module, name: `The module “${module.title}”` }))
        : []),
    ];
    for (const { name, grading: policy, place: at } of policies) {
      if (!policy.report.endsWith("-failed") || policy.attempts === 1) continue;
      yield {
        message: `${name} reports “failed” and allows further attempts, which Moodle then locks away.`,
        place: at,
        help: "Use `report: passed-incomplete`, or `attempts: 1`.",
      };
    }
  },
};
