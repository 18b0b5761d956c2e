import { isEnglish } from "../prose/english.ts";
import { everyQuestion, questionSentence } from "./items.ts";
import type { Rule } from "./rule.ts";

/** The words before a clause or comma decide what is asked; “Which patient, who is not …” asks nothing negative. */
const ASKED = /^(?:which|what|who)\b(?:(?!\b(?:if|when|while|that|who|whose|because|so|after|before)\b)[^,;:(“"])*/i;
/** `\b` does not stand between a letter and `_`, which marks a word as `*` does. */
const NEGATIVE =
  /(?:^|\s)(?:not|never|least likely|least appropriate|isn['’]t|aren['’]t|doesn['’]t|don['’]t)(?=[\s?.]|$)/;
/** Spares most stems the search for their question. */
const ANY = /not|never|least|n['’]t|except/;
const EXCEPT = /\bexcept(?: for)?\s*[:.?…_]*$/;

export const unmarkedNegative: Rule = {
  code: "question/unmarked-negative",
  severity: "warning",
  summary: "A question in English that asks for what is not so marks its negative word.",
  reason: "Readers pass over a plain “not” and answer the opposite question, although they know the matter.",
  example: `stem: Which of these is not a sign of infection?`,
  perModule: true,
  *check(course) {
    if (!isEnglish(course)) return;
    for (const question of everyQuestion(course)) {
      // Of true-false and typed questions nothing is chosen that could be the exception.
      if (question.type !== "single" && question.type !== "multiple") continue;
      if (!ANY.test(question.stem.text)) continue;
      const sentence = questionSentence(question);
      const word = NEGATIVE.exec(ASKED.exec(sentence)?.[0] ?? "") ?? EXCEPT.exec(sentence);
      if (word === null) continue;
      yield {
        message: `The question turns on “${word[0].replace(/[^\p{L}’' ]/gu, "").trim()}”, which nothing marks.`,
        place: question.stem.place,
        help: "Ask for what is so; where the exception is the point, write the word in bold: **not**.",
      };
    }
  },
};
