/**
 * Marks of scenarios. A scene is its number and its choices, "0 A1 b2": a capital letter is a right choice, the number behind
 * it the scene that it leads to. A scene without choices is an ending. Given are the letters taken, one after the other.
 */
import type { MarkRow } from "./row.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";
/** One decision, two endings. */
const ONE = "0 A1 b2|1|2";
/** The wrong first choice makes the way longer by a scene. */
const DETOUR = "0 A1 b2|1 C3 d4|2 E1 f4|3|4";
/** Two right choices, the second of which leads to the end at once. */
const SHORT = "0 A1 B3 c1|1 D2 e3|2 F3 g3|3";

export const WAYS: readonly MarkRow<string>[] = [
  ["scenario", ONE, "", ALL, "0/1"], // nothing decided
  ["scenario", ONE, "", PER, "0/1"],
  ["scenario", ONE, "", MINUS, "0/1"],
  ["scenario", ONE, "A", ALL, "1/1"], // right to the end
  ["scenario", ONE, "A", PER, "1/1"],
  ["scenario", ONE, "A", MINUS, "1/1"],
  ["scenario", ONE, "b", ALL, "0/1"], // wrong to the end
  ["scenario", ONE, "b", PER, "0/1"],
  ["scenario", ONE, "b", MINUS, "-1/1"],
  ["scenario", ONE, "z", PER, "0/1"], // a choice that is gone
  ["scenario", DETOUR, "", PER, "0/3"], // nothing decided: the longest way has three decisions
  ["scenario", DETOUR, "", MINUS, "0/3"],
  ["scenario", DETOUR, "AC", ALL, "1/1"], // the right way
  ["scenario", DETOUR, "AC", PER, "2/2"],
  ["scenario", DETOUR, "AC", MINUS, "2/2"],
  ["scenario", DETOUR, "A", ALL, "0/1"], // right as far as it goes
  ["scenario", DETOUR, "A", PER, "1/2"], // one decision is missing
  ["scenario", DETOUR, "A", MINUS, "1/2"],
  ["scenario", DETOUR, "Ad", ALL, "0/1"], // right, then wrong
  ["scenario", DETOUR, "Ad", PER, "1/2"],
  ["scenario", DETOUR, "Ad", MINUS, "0/2"],
  ["scenario", DETOUR, "b", PER, "0/3"], // wrong, and two are missing
  ["scenario", DETOUR, "b", MINUS, "-1/3"],
  ["scenario", DETOUR, "bf", PER, "0/2"], // wrong, and wrong again, which ends it
  ["scenario", DETOUR, "bf", MINUS, "-2/2"],
  ["scenario", DETOUR, "bE", PER, "1/3"], // wrong, then right, and one is missing
  ["scenario", DETOUR, "bE", MINUS, "0/3"],
  ["scenario", DETOUR, "bEC", ALL, "0/1"], // back on the right way, to the end
  ["scenario", DETOUR, "bEC", PER, "2/3"],
  ["scenario", DETOUR, "bEC", MINUS, "1/3"],
  ["scenario", DETOUR, "bEd", PER, "1/3"], // back on the right way, and off again
  ["scenario", DETOUR, "bEd", MINUS, "-1/3"],
  ["scenario", DETOUR, "CA", PER, "0/3"], // no way begins so
  ["scenario", DETOUR, "AE", PER, "1/2"], // no way goes on so
  ["scenario", DETOUR, "ACE", ALL, "1/1"], // nothing follows an ending
  ["scenario", SHORT, "B", ALL, "1/1"], // the short right way
  ["scenario", SHORT, "B", PER, "1/1"],
  ["scenario", SHORT, "ADF", ALL, "1/1"], // the long right way
  ["scenario", SHORT, "ADF", PER, "3/3"],
  ["scenario", SHORT, "A", PER, "1/3"], // the longest way on counts
  ["scenario", SHORT, "Ae", PER, "1/2"],
  ["scenario", SHORT, "Ae", MINUS, "0/2"],
  ["scenario", SHORT, "cDF", PER, "2/3"],
  ["scenario", SHORT, "cDF", MINUS, "1/3"],
  ["scenario", SHORT, "ADg", MINUS, "1/3"],
];
