import { badDate } from "./bad-date.ts";
import { endlessGuessing } from "./endless-guessing.ts";
import { examKeyShown } from "./exam-key-shown.ts";
import { fewDistractors } from "./few-distractors.ts";
import { keyInOnePlace } from "./key-in-one-place.ts";
import { longestIsRight } from "./longest-is-right.ts";
import { moodleLocksAttempts } from "./moodle-locks-attempts.ts";
import { noCompetency } from "./no-competency.ts";
import { noCriticalStep } from "./no-critical-step.ts";
import { noLesson } from "./no-lesson.ts";
import { noObjectives } from "./no-objectives.ts";
import { noRationale } from "./no-rationale.ts";
import { noYear } from "./no-year.ts";
import { nothingGraded } from "./nothing-graded.ts";
import { ofTheAbove } from "./of-the-above.ts";
import { overlappingChoices } from "./overlapping-choices.ts";
import { readingLevel } from "./reading-level.ts";
import { reviewDue } from "./review-due.ts";
import type { Rule } from "./rule.ts";
import { smallPool } from "./small-pool.ts";
import { stemGivesAnswer } from "./stem-gives-answer.ts";
import { unknownLanguage } from "./unknown-language.ts";
import { unmarkedNegative } from "./unmarked-negative.ts";
import { weightWithoutQuiz } from "./weight-without-quiz.ts";

/** Every rule, one line each. */
export const RULES: readonly Rule[] = [
  badDate,
  endlessGuessing,
  examKeyShown,
  fewDistractors,
  keyInOnePlace,
  longestIsRight,
  moodleLocksAttempts,
  noCompetency,
  noCriticalStep,
  noLesson,
  noObjectives,
  noRationale,
  noYear,
  nothingGraded,
  ofTheAbove,
  overlappingChoices,
  readingLevel,
  reviewDue,
  smallPool,
  stemGivesAnswer,
  unknownLanguage,
  unmarkedNegative,
  weightWithoutQuiz,
];
