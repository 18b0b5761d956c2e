import { badDate } from "./bad-date.ts";
import { endlessGuessing } from "./endless-guessing.ts";
import { moodleLocksAttempts } from "./moodle-locks-attempts.ts";
import { noCompetency } from "./no-competency.ts";
import { noLesson } from "./no-lesson.ts";
import { noObjectives } from "./no-objectives.ts";
import { noRationale } from "./no-rationale.ts";
import { nothingGraded } from "./nothing-graded.ts";
import type { Rule } from "./rule.ts";
import { smallPool } from "./small-pool.ts";
import { unknownLanguage } from "./unknown-language.ts";
import { weightWithoutQuiz } from "./weight-without-quiz.ts";

/** Every rule, one line each. */
export const RULES: readonly Rule[] = [
  badDate,
  endlessGuessing,
  moodleLocksAttempts,
  noCompetency,
  noLesson,
  noObjectives,
  noRationale,
  nothingGraded,
  smallPool,
  unknownLanguage,
  weightWithoutQuiz,
];
