import { isCalendarDate } from "../model/calendar.ts";
import type { Rule } from "./rule.ts";

export const badDate: Rule = {
  code: "lesson/bad-date",
  severity: "warning",
  summary: "Dates of review are ISO dates.",
  reason: "Only a date that a program can read can tell you when a lesson is due for review.",
  example: `review_by: November 2027`,
  *check({ modules, checkOffs = [] }) {
    for (const { reviewed, reviewBy, place } of [...modules.flatMap(({ lessons }) => lessons), ...checkOffs]) {
      for (const [key, date] of Object.entries({ reviewed, review_by: reviewBy })) {
        if (date === undefined || isCalendarDate(date)) continue;
        yield {
          message: `\`${key}\` is “${date}”, which is no date of the calendar.`,
          place,
          help: "Write year, month and day: 2027-11-20.",
        };
      }
    }
  },
};
