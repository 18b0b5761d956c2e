import { expect, test } from "vitest";
import { en } from "../../../src/guide/words/en.ts";
import { es } from "../../../src/guide/words/es.ts";
import { guideWords, wordFor } from "../../../src/guide/words.ts";
import { QUESTION_TYPES } from "../../../src/questions/types.ts";

const placesIn = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test("Spanish has the same keys with the same values to fill in", () => {
  expect(Object.keys(es)).toEqual(Object.keys(en));
  const words: Readonly<Record<string, string>> = es;
  for (const [key, text] of Object.entries(en)) expect(placesIn(words[key] ?? ""), key).toEqual(placesIn(text));
});

test("a language without words of its own speaks English", () => {
  expect(guideWords("es-MX").syllabus).toBe("Programa");
  expect(guideWords("fr").syllabus).toBe("Syllabus");
});

test("every question type has a name; one that is new goes by its own", () => {
  expect(QUESTION_TYPES.filter((type) => wordFor(guideWords("en"), "type", type) === type)).toEqual([]);
  expect(wordFor(guideWords("en"), "type", "made-up")).toBe("made-up");
});
