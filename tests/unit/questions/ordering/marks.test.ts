import { expect, test } from "vitest";
import { ordering } from "../../../../src/questions/ordering/core.ts";
import { type Case, given, keyOf } from "../sequence/keys.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";

// by hand
const CASES: readonly Case[] = [
  ["untouched", "abcd", "", ALL, "0/1"],
  ["untouched per position", "abcd", "", PER, "0/4"],
  ["untouched minus", "abcd", "", MINUS, "0/4"],
  ["in order", "abcd", "abcd", ALL, "1/1"],
  ["in order per position", "abcd", "abcd", PER, "4/4"],
  ["in order minus", "abcd", "abcd", MINUS, "4/4"],
  ["neighbors exchanged", "abcd", "bacd", ALL, "0/1"],
  ["neighbors exchanged per position", "abcd", "bacd", PER, "2/4"],
  ["neighbors exchanged minus", "abcd", "bacd", MINUS, "0/4"],
  ["ends exchanged per position", "abcd", "dbca", PER, "2/4"],
  ["reversed", "abcd", "dcba", ALL, "0/1"],
  ["reversed, even, per position", "abcd", "dcba", PER, "0/4"],
  ["reversed, even, minus", "abcd", "dcba", MINUS, "-4/4"],
  ["reversed, odd, per position: the middle fits", "abc", "cba", PER, "1/3"],
  ["reversed, odd, minus", "abc", "cba", MINUS, "-1/3"],
  ["the first to the end", "abcd", "bcda", PER, "0/4"],
  ["the first to the end minus", "abcd", "bcda", MINUS, "-4/4"],
  ["the last to the front", "abc", "cab", PER, "0/3"],
  ["three turned, one in place", "abcd", "acdb", PER, "1/4"],
  ["three turned, one in place, minus", "abcd", "acdb", MINUS, "-2/4"],
  ["two of three in place is impossible; one is", "abc", "acb", PER, "1/3"],
  ["six, the last two exchanged", "abcdef", "abcdfe", PER, "4/6"],
  ["six, the last two exchanged, minus", "abcdef", "abcdfe", MINUS, "2/6"],
  ["six, all or nothing", "abcdef", "abcdfe", ALL, "0/1"],
  ["an item that is gone moves the rest", "abc", "zabc", PER, "0/3"],
  ["an item that is gone at the end spoils the whole", "abc", "abcz", ALL, "0/1"],
];

test.each(CASES)("%s: %s, %s, %s", (_name, key, response, rule, expected) => {
  const { earned, possible } = ordering.mark(keyOf(key), given(response), rule);
  expect(`${earned}/${possible}`).toBe(expected);
});
