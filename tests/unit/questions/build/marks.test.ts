import { expect, test } from "vitest";
import { build } from "../../../../src/questions/build/core.ts";
import { type Case, given, keyOf } from "../sequence/keys.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";
/** c and l are right, the others belong nowhere. */
const TERM = "cl+xyz";
/** g-o-e-O-l: the vowel comes twice. */
const VOWELS = "goeOl+x";

// by hand
const CASES: readonly Case[] = [
  ["nothing built", TERM, "", ALL, "0/1"],
  ["nothing built per position", TERM, "", PER, "0/2"],
  ["nothing built minus", TERM, "", MINUS, "0/2"],
  ["the term", TERM, "cl", ALL, "1/1"],
  ["the term per position", TERM, "cl", PER, "2/2"],
  ["the term minus", TERM, "cl", MINUS, "2/2"],
  ["the wrong way round", TERM, "lc", ALL, "0/1"],
  ["the wrong way round per position", TERM, "lc", PER, "0/2"],
  ["the wrong way round minus", TERM, "lc", MINUS, "-2/2"],
  ["unfinished", TERM, "c", ALL, "0/1"],
  ["unfinished per position", TERM, "c", PER, "1/2"],
  ["unfinished costs nothing", TERM, "c", MINUS, "1/2"],
  ["only the end, at the beginning", TERM, "l", PER, "0/2"],
  ["a distractor in place of the end", TERM, "cx", PER, "1/2"],
  ["a distractor in place of the end minus", TERM, "cx", MINUS, "0/2"],
  ["a part too many", TERM, "clx", ALL, "0/1"],
  ["a part too many takes a right one back", TERM, "clx", PER, "1/2"],
  ["a part too many minus", TERM, "clx", MINUS, "1/2"],
  ["two parts too many", TERM, "clxy", PER, "0/2"],
  ["everything added never earns less than nothing", TERM, "clxyz", PER, "0/2"],
  ["everything added minus", TERM, "clxyz", MINUS, "-1/2"],
  ["a distractor in front moves all", TERM, "xcl", PER, "0/2"],
  ["a distractor in front minus", TERM, "xcl", MINUS, "-3/2"],
  ["vowels in order", VOWELS, "goeOl", ALL, "1/1"],
  ["vowels exchanged read the same", VOWELS, "gOeol", ALL, "1/1"],
  ["vowels exchanged per position", VOWELS, "gOeol", PER, "5/5"],
  ["one vowel missing", VOWELS, "goel", PER, "3/5"],
  ["one vowel missing minus", VOWELS, "goel", MINUS, "2/5"],
];

test.each(CASES)("%s: %s, %s, %s", (_name, key, response, rule, expected) => {
  const { earned, possible } = build.mark(keyOf(key), given(response), rule);
  expect(`${earned}/${possible}`).toBe(expected);
});
