import { expect, test } from "vitest";
import { readingMeter, surelyBelow } from "../../../src/prose/reading-level.ts";

const times = (sentence: string, count: number): string => Array(count).fill(sentence).join(" ");
const EASY = "The dog ran to the cat and the cat ran up a tree.";
const HARD =
  "Subsequent documentation of anthropometric measurements necessitates standardization of environmental conditions.";

test("the grade is Flesch and Kincaid's", () => {
  // 13 words of 13 syllables a sentence.
  expect(readingMeter()(times(EASY, 10))).toEqual({ words: 130, sentences: 10, grade: 0.39 * 13 + 11.8 * 1 - 15.59 });
});

test.each([
  ["titles and initials end no sentence", "Dr. Lin and J. Doe of the U.S. Army met Ms. Ruiz by the old red barn.", 1],
  ["what follows without a capital goes on", "Take 0.5 mL vs. 5 mL and so on, i.e. the same as the old red one.", 1],
  [
    "quotes and brackets close with it",
    "“Go on to the next one now.” (He did so at once.) What did she do then? Wait!",
    4,
  ],
])("%s", (_, text, sentences) => {
  expect(readingMeter()(text)).toMatchObject({ sentences });
  expect(readingMeter()(`${text}\n\n- ${text}`)).toMatchObject({ sentences: 2 * sentences });
});

test("below a hundred words there is no grade", () => {
  expect(readingMeter()(times(EASY, 7))).toEqual({ words: 91, sentences: 7 });
  expect(readingMeter()("")).toEqual({ words: 0, sentences: 0 });
});

test("only what is surely easy is passed over", () => {
  expect(surelyBelow(12, times(EASY, 10))).toBe(true);
  expect(surelyBelow(12, times(HARD, 10))).toBe(false);
  expect(surelyBelow(12, times("The dog and the cat and the bird and the fish ran", 20))).toBe(false);
  expect(surelyBelow(12, "")).toBe(true);
});
