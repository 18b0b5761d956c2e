import { expect, test } from "vitest";
import { matching } from "../../../../src/questions/matching/core.ts";
import { type Case, given, keyOf } from "../pairs/keys.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";

// by hand
const CASES: readonly Case[] = [
  ["no answer", "Ax By", "", ALL, "0/1"],
  ["no answer per pair", "Ax By", "", PER, "0/2"],
  ["no answer costs nothing", "Ax By", "", MINUS, "0/2"],
  ["all right", "Ax By", "Ax By", ALL, "1/1"],
  ["all right per pair", "Ax By", "Ax By", PER, "2/2"],
  ["all right minus nothing", "Ax By", "Ax By", MINUS, "2/2"],
  ["given in another order", "Ax By Cz", "Cz Ax By", ALL, "1/1"],
  ["exchanged", "Ax By", "Ay Bx", ALL, "0/1"],
  ["exchanged per pair", "Ax By", "Ay Bx", PER, "0/2"],
  ["exchanged minus", "Ax By", "Ay Bx", MINUS, "-2/2"],
  ["one of three wrong", "Ax By Cz", "Ax By Cx", ALL, "0/1"],
  ["one of three wrong per pair", "Ax By Cz", "Ax By Cx", PER, "2/3"],
  ["one of three wrong minus", "Ax By Cz", "Ax By Cx", MINUS, "1/3"],
  ["one of three open", "Ax By Cz", "Ax By", ALL, "0/1"],
  ["one of three open per pair", "Ax By Cz", "Ax By", PER, "2/3"],
  ["one of three open costs nothing", "Ax By Cz", "Ax By", MINUS, "2/3"],
  ["one right, one wrong, one open", "Ax By Cz", "Ax Bz", PER, "1/3"],
  ["one right, one wrong, one open minus", "Ax By Cz", "Ax Bz", MINUS, "0/3"],
  ["a distractor", "Ax By +z", "Ax Bz", ALL, "0/1"],
  ["a distractor per pair", "Ax By +z", "Ax Bz", PER, "1/2"],
  ["a distractor minus", "Ax By +z", "Ax Bz", MINUS, "0/2"],
  ["only distractors minus", "Ax By +z", "Az Bz", MINUS, "-2/2"],
  ["a shared match", "Ax Bx Cy", "Ax Bx Cy", ALL, "1/1"],
  ["the same option for all", "Ax Bx Cy", "Ax Bx Cx", PER, "2/3"],
  ["the same option for all minus", "Ax Bx Cy", "Ax Bx Cx", MINUS, "1/3"],
  ["an item that is gone", "Ax By", "Zx", PER, "0/2"],
  ["an item that is gone costs nothing", "Ax By", "Zx", MINUS, "0/2"],
  ["an item that is gone beside right ones", "Ax By", "Ax By Zq", ALL, "1/1"],
  ["an option that is gone", "Ax By", "Aq By", PER, "1/2"],
];

test.each(CASES)("%s: %s, %s, %s", (_name, key, response, rule, expected) => {
  const { earned, possible } = matching.mark(keyOf(key), given(response), rule);
  expect(`${earned}/${possible}`).toBe(expected);
});
