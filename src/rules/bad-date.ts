import type { Rule } from "./rule.ts";

export const badDate: Rule = {
  code: "lesson/bad-date",
  severity: "warning",
  summary: "Dates of review are ISO dates.",
  reason: "Only a date that a program can read can tell you when a lesson is due for review.",
  example: `review_by: November 2027`,
  *check({ modules }) {
    for (const { reviewed, reviewBy, place } of modules.flatMap(({ lessons }) => lessons)) {
      for (const [key, date] of Object.entries({ reviewed, review_by: reviewBy })) {
        if (date === undefined || isDate(date)) continue;
        yield {
          message: `\`${key}\` is “${date}”, which is no date of the calendar.`,
          place,
          help: "Write year, month and day: 2027-11-20.",
        };
      }
    }
  },
};

/** A calendar date as ISO 8601 writes it; 2027-02-30 is none. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
