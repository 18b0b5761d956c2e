import { isEnglish } from "../prose/english.ts";
import { choicesOf, everyQuestion } from "./items.ts";
import type { Rule } from "./rule.ts";

const ABOVE =
  /^(?:(?:all|none|both|neither|any|two|some|only one) (?:of )?(?:the )?(?:above|choices|answers|options)|(?:both|neither) [a-e] (?:and|n?or) [a-e]|[a-e] (?:and|or|&) [a-e](?: only)?)\b[^a-z]*/i;

export const ofTheAbove: Rule = {
  code: "question/of-the-above",
  severity: "warning",
  summary: "No choice of a question in English is “all of the above”, “none of the above” or “A and B”.",
  reason:
    "Choices are mixed, so nothing stands above; and who knows that two choices are right has found “all of the above” without knowing the third.",
  example: `choices: [{ wrong: Gloves }, { wrong: Mask }, { right: All of the above }]`,
  perModule: true,
  *check(course) {
    if (!isEnglish(course)) return;
    for (const { text, place } of everyQuestion(course).flatMap(choicesOf)) {
      if (ABOVE.exec(text.trim())?.[0] !== text.trim()) continue;
      yield {
        message: `The choice “${text}” points at other choices.`,
        place,
        help: "Use `type: multiple` and mark every right choice, or write one more real choice in its place.",
      };
    }
  },
};
