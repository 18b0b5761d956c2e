import type { Profile } from "../profile.ts";

/** Moodle with a SCORM 2004 package of one SCO, its standard settings. */
export const moodleScorm2004: Profile = {
  name: "moodle-scorm2004",
  standards: ["scorm2004"],
  version: "Moodle 4.2.3 (PHP 8.2, PostgreSQL 15)",
  date: "2026-11-22",
  quirks: [
    {
      name: "review-after-end",
      source: "mod/scorm/locallib.php, scorm_check_mode: cmi.completion_status decides, not cmi.success_status",
      evidence: "run time",
    },
    {
      name: "resume-only-after-suspend",
      source: "mod/scorm/datamodels/scorm_13.js, cmi.entry",
      evidence: "run time",
    },
    {
      name: "data-only-after-suspend",
      source: "mod/scorm/datamodels/scorm_13.js, Initialize",
      evidence: "run time",
    },
    {
      name: "values-outlive-sessions",
      source: "mod/scorm/locallib.php, scorm_insert_track: one row an element, updated and never deleted",
      evidence: "source",
    },
    { name: "grade-is-raw", source: "mod/scorm/locallib.php, scorm_grade_user_attempt", evidence: "run time" },
  ],
};
