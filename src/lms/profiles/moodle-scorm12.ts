import type { Profile } from "../profile.ts";

/** Moodle with a SCORM 1.2 package, its standard settings, one attempt after another without forced new attempts. */
export const moodleScorm12: Profile = {
  name: "moodle-scorm12",
  standards: ["scorm12"],
  version: "Moodle 4.2.3 (PHP 8.2, PostgreSQL 15)",
  date: "2026-11-22",
  quirks: [
    {
      name: "not-attempted-becomes-completed",
      source: "mod/scorm/datamodels/scorm_12.js, LMSFinish",
      evidence: "run time",
    },
    {
      name: "mastery-decides-at-finish",
      source: "mod/scorm/datamodels/scorm_12.js, LMSFinish: raw 50, mastery 80, incomplete is stored as failed",
      evidence: "run time",
    },
    { name: "review-after-end", source: "mod/scorm/locallib.php, scorm_check_mode", evidence: "run time" },
    {
      name: "resume-only-after-suspend",
      source: "mod/scorm/datamodels/scorm_12.js, cmi.core.entry",
      evidence: "run time",
    },
    { name: "grade-is-raw", source: "mod/scorm/locallib.php, scorm_grade_user_attempt", evidence: "run time" },
  ],
};
