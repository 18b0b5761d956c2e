import { isCalendarDate } from "../model/calendar.ts";
import type { Rule } from "./rule.ts";

export const reviewDue: Rule = {
  code: "lesson/review-due",
  severity: "warning",
  summary: "No lesson and no check-off sheet is past its `review_by` on the day that `check --today` names.",
  reason: "Guidelines, pay and laws change; a lesson that nobody has read again may teach last year's.",
  example: `review_by: 2026-11-20 # and coursewright check --today 2027-01-31`,
  *check({ modules, checkOffs = [] }, { today }) {
    if (today === undefined) return;
    for (const { title, reviewBy, place } of [...modules.flatMap(({ lessons }) => lessons), ...checkOffs]) {
      if (reviewBy === undefined || !isCalendarDate(reviewBy) || reviewBy >= today) continue;
      yield {
        message: `“${title}” was to be read again by ${reviewBy}.`,
        place,
        help: "Read it against its sources, then write the new dates into `reviewed` and `review_by`.",
      };
    }
  },
};
