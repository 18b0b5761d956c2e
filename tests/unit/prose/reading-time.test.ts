import { expect, test } from "vitest";
import { readingMinutes } from "../../../src/prose/reading-time.ts";

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

test("180 words take a minute", () => {
  expect(readingMinutes(words(180))).toBe(1);
  expect(readingMinutes(`## A heading\n\n${words(90)}\n\n- ${words(45)}\n\n> ${words(45)}`)).toBe(1);
});

test.each([
  ["a picture", "![An arm](assets/arm.svg)"],
  ["a table", "| a | b |\n|:--|---|\n| c | d |"],
  ["a table without outer bars", "a | b\n--|--\nc | d"],
  ["a chart", ":::chart[Pay]{data=assets/pay.csv type=bar x=Year y=Pay}\n:::"],
  ["a picture in a figure", ":::figure[An arm]\n![An arm](assets/arm.svg)\n:::"],
])("%s takes half a minute", (_, text) => {
  expect(readingMinutes(text) % 1).toBeCloseTo(0.5, 1);
});

test.each([
  ["code", "```\n![An arm](arm.svg)\n|---|---|\n```"],
  ["a rule", "---"],
  ["a check, whose questions are counted by themselves", ":::check\n## Which?\n\n- [x] A\n- [ ] B\n:::"],
  ["nothing", ""],
])("%s takes no time", (_, text) => {
  expect(readingMinutes(text)).toBe(0);
});
