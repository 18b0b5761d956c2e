import { expect, test } from "vitest";
import { categorize } from "../../../../src/questions/categorize/core.ts";
import { type Case, given, keyOf } from "../pairs/keys.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";
/** Two items in x, two in y, one in z; w is an empty category. */
const FIVE = "Ax Bx Cy Dy Ez +w";

// by hand
const CASES: readonly Case[] = [
  ["nothing sorted", FIVE, "", ALL, "0/1"],
  ["nothing sorted per item", FIVE, "", PER, "0/5"],
  ["nothing sorted minus", FIVE, "", MINUS, "0/5"],
  ["all in place", FIVE, "Ax Bx Cy Dy Ez", ALL, "1/1"],
  ["all in place per item", FIVE, "Ax Bx Cy Dy Ez", PER, "5/5"],
  ["all in place minus", FIVE, "Ax Bx Cy Dy Ez", MINUS, "5/5"],
  ["four in place", FIVE, "Ax Bx Cy Dy Ex", ALL, "0/1"],
  ["four in place per item", FIVE, "Ax Bx Cy Dy Ex", PER, "4/5"],
  ["four in place minus one", FIVE, "Ax Bx Cy Dy Ex", MINUS, "3/5"],
  ["one left out", FIVE, "Ax Bx Cy Dy", ALL, "0/1"],
  ["one left out per item", FIVE, "Ax Bx Cy Dy", PER, "4/5"],
  ["one left out minus nothing", FIVE, "Ax Bx Cy Dy", MINUS, "4/5"],
  ["all in one category", FIVE, "Ax Bx Cx Dx Ex", PER, "2/5"],
  ["all in one category minus", FIVE, "Ax Bx Cx Dx Ex", MINUS, "-1/5"],
  ["all in the empty category", FIVE, "Aw Bw Cw Dw Ew", ALL, "0/1"],
  ["all in the empty category per item", FIVE, "Aw Bw Cw Dw Ew", PER, "0/5"],
  ["all in the empty category minus", FIVE, "Aw Bw Cw Dw Ew", MINUS, "-5/5"],
  ["one right item alone", FIVE, "Ez", PER, "1/5"],
  ["one right item alone minus", FIVE, "Ez", MINUS, "1/5"],
  ["one wrong item alone minus", FIVE, "Ex", MINUS, "-1/5"],
  ["two right, two wrong", FIVE, "Ax Bx Cx Dx", PER, "2/5"],
  ["two right, two wrong minus", FIVE, "Ax Bx Cx Dx", MINUS, "0/5"],
  ["two categories exchanged", FIVE, "Ay By Cx Dx Ez", MINUS, "-3/5"],
  ["in another order", FIVE, "Ez Dy Cy Bx Ax", ALL, "1/1"],
  ["an item that is gone", FIVE, "Ax Qy", PER, "1/5"],
  ["an item that is gone costs nothing", FIVE, "Ax Qy", MINUS, "1/5"],
];

test.each(CASES)("%s: %s, %s, %s", (_name, key, response, rule, expected) => {
  const { earned, possible } = categorize.mark(keyOf(key), given(response), rule);
  expect(`${earned}/${possible}`).toBe(expected);
});
