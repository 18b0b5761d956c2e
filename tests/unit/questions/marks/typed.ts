/** Marks of what is typed: sentences with gaps, and numbers. */
import type { ScoringRule } from "../../../../src/questions/contract.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";
const RESTS = "The [[diastolic | diastolic pressure]] pressure.";
const LIST = "It is [[=high | low | normal]].";
const TWO = "[[Systole]] squeezes, [[diastole]] rests.";
const SUGAR = "The word is [[hyperglycemia | !hypoglycemia]].";

/** The stem and keys as authors write them; what each gap was filled with, a text or an option's ordinal, by the gap's ordinal. */
export type GapRow = readonly [
  stem: string,
  keys: Readonly<Record<string, string>>,
  given: Readonly<Record<number, string | number>>,
  rule: ScoringRule,
  mark: string,
  same?: "moodle cloze",
];

export const GAPS: readonly GapRow[] = [
  [RESTS, {}, {}, ALL, "0/1", "moodle cloze"],
  [RESTS, {}, { 1: "diastolic" }, ALL, "1/1", "moodle cloze"],
  [RESTS, {}, { 1: "diastolic pressure" }, ALL, "1/1", "moodle cloze"],
  [RESTS, {}, { 1: "  Diastolic \t PRESSURE " }, ALL, "1/1"],
  [RESTS, {}, { 1: "systolic" }, ALL, "0/1", "moodle cloze"],
  [RESTS, {}, { 1: "diastollic" }, ALL, "0/1", "moodle cloze"],
  [RESTS, { spelling: "1" }, { 1: "diastollic" }, ALL, "1/1"],
  [RESTS, { spelling: "1" }, { 1: "disatolic" }, ALL, "1/1"],
  [RESTS, { spelling: "1" }, { 1: "diasolc" }, ALL, "0/1"],
  [RESTS, { spelling: "2" }, { 1: "diasolc" }, ALL, "1/1"],
  [RESTS, { case: "exact" }, { 1: "Diastolic" }, ALL, "0/1"],
  [RESTS, { spaces: "exact" }, { 1: "diastolic  pressure" }, ALL, "0/1"],
  [RESTS, { spaces: "ignore" }, { 1: "diastolicpressure" }, ALL, "1/1"],
  ["A [[naïve]] one", {}, { 1: "naive" }, ALL, "1/1"],
  ["A [[naïve]] one", { accents: "exact" }, { 1: "naive" }, ALL, "0/1"],
  ["A [[naïve]] one", { accents: "exact" }, { 1: "nai\u0308ve" }, ALL, "1/1"],
  ["[[Crohn's]] disease", {}, { 1: "crohn’s" }, ALL, "1/1"],
  ["A [[follow-up]]", {}, { 1: "follow–up" }, ALL, "1/1"],
  [SUGAR, { spelling: "2" }, { 1: "hyperglicemia" }, ALL, "1/1"],
  [SUGAR, { spelling: "2" }, { 1: "hypoglycemia" }, ALL, "0/1"],
  [SUGAR, { spelling: "2" }, { 1: "hypglycemia" }, ALL, "0/1"],
  [LIST, {}, { 1: 2 }, ALL, "1/1"],
  [LIST, {}, { 1: 3 }, ALL, "0/1"],
  [LIST, {}, { 1: 3 }, MINUS, "-1/1"],
  [LIST, {}, { 1: 9 }, MINUS, "0/1"],
  [LIST, {}, { 1: "high" }, PER, "0/1"],
  [TWO, {}, { 1: "systole" }, ALL, "0/1"],
  [TWO, {}, { 1: "systole" }, PER, "1/2", "moodle cloze"],
  [TWO, {}, { 1: "systole", 2: "pulse" }, PER, "1/2", "moodle cloze"],
  [TWO, {}, { 1: "systole", 2: "pulse" }, MINUS, "0/2"],
  [TWO, {}, { 1: "systole" }, MINUS, "1/2"],
  [TWO, {}, { 1: "diastole", 2: "systole" }, MINUS, "-2/2"],
  [TWO, {}, { 1: "systole", 2: "diastole" }, ALL, "1/1"],
  [TWO, {}, { 1: "systole", 2: "diastole" }, PER, "2/2", "moodle cloze"],
];

/** The keys as authors write them, and what was typed, "" for nothing. */
export type NumberRow = readonly [
  keys: Readonly<Record<string, string>>,
  typed: string,
  rule: ScoringRule,
  mark: string,
  same?: "moodle number",
];

export const NUMBERS: readonly NumberRow[] = [
  [{ answer: "100" }, "", ALL, "0/1", "moodle number"],
  [{ answer: "100" }, "100", ALL, "1/1", "moodle number"],
  [{ answer: "100" }, "100.0", ALL, "1/1", "moodle number"],
  [{ answer: "100" }, "0100", ALL, "1/1", "moodle number"],
  [{ answer: "100" }, "100.0000001", ALL, "0/1"],
  [{ answer: "100" }, "-100", ALL, "0/1", "moodle number"],
  [{ answer: "0.1 + 0.2" }, "0.3", ALL, "1/1"],
  [{ answer: "0.1 + 0.2" }, ".3", ALL, "1/1"],
  [{ answer: "22 / 2.2 * 10" }, "100", ALL, "1/1"],
  [{ answer: "100 / 3", decimals: "1" }, "33.3", ALL, "1/1"],
  [{ answer: "100 / 3", decimals: "1" }, "33.33", ALL, "0/1"],
  [{ answer: "2.5", decimals: "0" }, "3", ALL, "1/1"],
  [{ answer: "2.5", decimals: "0" }, "2", ALL, "0/1"],
  [{ answer: "-2.5", decimals: "0" }, "-3", ALL, "1/1"],
  [{ answer: "50", tolerance: "0.5" }, "49.5", ALL, "1/1", "moodle number"],
  [{ answer: "50", tolerance: "0.5" }, "50.5", ALL, "1/1", "moodle number"],
  [{ answer: "50", tolerance: "0.5" }, "49.49", ALL, "0/1", "moodle number"],
  [{ answer: "50", tolerance: "0.5" }, "50.51", ALL, "0/1", "moodle number"],
  [{ answer: "200", tolerance: "5%" }, "190", ALL, "1/1", "moodle number"],
  [{ answer: "200", tolerance: "5%" }, "210.01", ALL, "0/1", "moodle number"],
  [{ answer: "-200", tolerance: "5%" }, "-210", ALL, "1/1", "moodle number"],
  [{ answer: "-200", tolerance: "5%" }, "-189.9", ALL, "0/1", "moodle number"],
  [{ answer: "1 / 3", tolerance: "0.01" }, "0.33", ALL, "1/1"],
  [{ answer: "5", figures: "3" }, "5.00", ALL, "1/1"],
  [{ answer: "5", figures: "3" }, "5", ALL, "0/1"],
  [{ answer: "5", figures: "3" }, "5.0", ALL, "0/1"],
  [{ answer: "0.012345", figures: "2" }, "0.012", ALL, "1/1"],
  [{ answer: "0.012345", figures: "2" }, "0.0123", ALL, "0/1"],
  [{ answer: "1234", figures: "2" }, "1200", ALL, "1/1"],
  [{ answer: "1234", figures: "2" }, "1234", ALL, "0/1"],
  [{ answer: "0", figures: "2" }, "0", ALL, "1/1"],
  [{ answer: "9.99", figures: "2" }, "10", ALL, "1/1"],
  [{ answer: "0.5", style: "dose" }, ".5", ALL, "1/1"],
  [{ answer: "5", style: "dose" }, "5.0", ALL, "1/1"],
  [{ answer: "0.5", style: "strict-dose" }, ".5", ALL, "0/1"],
  [{ answer: "5", style: "strict-dose" }, "5.0", ALL, "0/1"],
  [{ answer: "5", style: "strict-dose" }, "5", ALL, "1/1"],
  [{ answer: "50", style: "strict-dose" }, "50", ALL, "1/1"],
  [{ answer: "5" }, "6", MINUS, "-1/1"],
  [{ answer: "5" }, "", MINUS, "0/1"],
  [{ answer: "5" }, "6", PER, "0/1", "moodle number"],
  [{ answer: "9007199254740993" }, "9007199254740993", ALL, "1/1"],
  [{ answer: "9007199254740993" }, "9007199254740992", ALL, "0/1"],
];
