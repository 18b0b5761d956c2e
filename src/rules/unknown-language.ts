import { LANGUAGES, primaryLanguage } from "../texts/texts.ts";
import type { Rule } from "./rule.ts";

export const unknownLanguage: Rule = {
  code: "course/unknown-language",
  severity: "hint",
  summary: "The course is in a language that the tool speaks.",
  reason: "In any other, buttons and notices around the lessons are in English.",
  example: `language: fr`,
  *check({ language, place }) {
    if (LANGUAGES.includes(primaryLanguage(language))) return;
    yield {
      message: `There are no buttons and notices in “${language}”, so they are in English.`,
      place,
      help: `Keep the language of the lessons as it is. The tool speaks ${LANGUAGES.join(", ")}; in its source, each has a file of words in src/texts.`,
    };
  },
};
