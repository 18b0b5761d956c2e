import type { BuiltPackage } from "../build.ts";
import type { Lms } from "../model/course.ts";

/** What to do with the built packages in the course's LMS, in the words of its menus. */
export function nextSteps(lms: Lms, packages: readonly BuiltPackage[]): string {
  const sheet = { moodle, canvas, "canvas-scorm": canvas, other }[lms];
  const exam = packages.some(({ module }) => module?.startsWith("exam")) ? EXAM : [];
  return `${[...sheet(packages), ...exam, ...PAPERS].join("\n")}\n`;
}

const PAPERS: readonly string[] = [
  "For yourself: “coursewright guide” writes all answers and your check-off sheets, to print.",
];

/** Whoever can open the browser's tools can read the key of a SCORM package, and only the LMS knows who may take longer. */
const EXAM: readonly string[] = [
  "The examination: its key lies in the package, as in every SCORM package. Where much depends on the grade, or learners",
  "need different times, use your LMS's own quizzes. Otherwise build a second package with --time-factor 1.5 for those who",
  "need longer, and give each learner one of the two.",
];

function moodle(packages: readonly BuiltPackage[]): readonly string[] {
  const both = new Set(packages.map(({ target }) => target)).size > 1;
  return [
    "Next, in Moodle, for each package:",
    "  1. Turn on Edit mode, then Add an activity or resource > SCORM package, and choose the zip.",
    ...(both ? ["     Take the scorm12 file: only for SCORM 1.2 does Moodle's report show the answers."] : []),
    "  2. Appearance > Display package: Current window.",
    "  3. Grade > Grading method: Highest grade. Maximum grade: 100.",
    "  4. Attempts management > Number of attempts: 1 attempt. Force new attempt: No.",
    "     Further tries at the quiz happen inside the package; a new Moodle attempt would start from nothing.",
    "  5. Activity completion > Require status: the words of grading.report, usually Passed.",
    "After a change: edit the same activity and replace its file. Grades and progress stay, because identifiers do;",
    "learners with an open attempt go on where they were. Deleting the activity deletes its grades.",
  ];
}

function canvas(): readonly string[] {
  return [
    "Next, in Canvas, for each package:",
    "  1. Open SCORM in the course navigation (Settings > Navigation turns it on), choose Upload and the zip.",
    "  2. Import it as a graded assignment, and set its points; the score arrives as a percentage of them.",
    "  3. Allow one attempt at the assignment: further tries at the quiz happen inside the package.",
    "After a change: an upload is a new package without grades; the old assignment keeps the grades it has.",
    "Change a package between terms where you can.",
  ];
}

function other(): readonly string[] {
  return [
    "Next, in your LMS, for each package:",
    "  1. Upload the zip as a SCORM package: one graded activity for each file. Prefer scorm2004 where both are offered.",
    "  2. Let it report a score from 0 to 100, and open it in the same window.",
    "  3. Allow one attempt, if the LMS asks: further tries at the quiz happen inside the package.",
    "After a change: replace the file of the same activity, so that grades and progress stay. Try it with a test learner.",
  ];
}
