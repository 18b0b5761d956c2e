import { isEnglish } from "../prose/english.ts";
import { readingMeter, surelyBelow } from "../prose/reading-level.ts";
import type { Rule } from "./rule.ts";

/** The last year of school in the United States. */
const HARD = 12;

export const readingLevel: Rule = {
  code: "lesson/reading-level",
  severity: "hint",
  summary: `The running text of a lesson in English is at or below grade ${HARD} by the Flesch-Kincaid formula.`,
  reason:
    "Long sentences of long words shut out learners who could do the work, those with another first language first.",
  example: `Subsequent documentation of anthropometric measurements necessitates standardization of
instrumentation, calibration and environmental conditions in accordance with institutional policy.`,
  perModule: true,
  *check(course) {
    if (!isEnglish(course)) return;
    const measure = readingMeter();
    for (const { title, body, place } of course.modules.flatMap(({ lessons }) => lessons)) {
      const grade = surelyBelow(HARD, body) ? undefined : measure(body).grade;
      if (grade === undefined || grade <= HARD) continue;
      yield {
        message: `“${title}” reads at grade ${grade.toFixed(1)}.`,
        place,
        help: "Say one thing in a sentence, and use the shorter word wherever it is as exact.",
      };
    }
  },
};
