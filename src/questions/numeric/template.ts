/** Numbers in an author's text: `{{lb}}`, `{{answer}}`, `{{round(lb / 2.2, 1)}}`. */
import Fraction from "fraction.js";
import { exactDecimal } from "./answer.ts";
import { type Fault, readFormula } from "./expression.ts";
import { type DecimalMark, grouped, LONGEST } from "./typed.ts";

const HOLE = /\{\{([^{}]*)\}\}/g;
/** The text before a hole that stands in the address of a link or image. */
const IN_ADDRESS = /\]\([^()\s]*$/;

/** The formulas of a text. */
export function formulasIn(text: string): readonly string[] {
  return [...text.matchAll(HOLE)].map(([, formula = ""]) => formula.trim());
}

/** Numbers by name, in the writing in which they are shown. */
export type Shown = ReadonlyMap<string, string>;

/** The text with its numbers, in the language's way of writing them; in addresses as formulas have them. What has no value stays as it is. */
export function fillText(text: string, shown: Shown, mark: DecimalMark): string {
  return text.replace(HOLE, (whole, formula: string, at: number) => {
    const number = numberOf(formula.trim(), shown);
    if (typeof number !== "string") return whole;
    return IN_ADDRESS.test(text.slice(0, at)) ? number : grouped(number, mark);
  });
}

/** A formula's value as it is shown: names in the author's writing, results exactly. */
export function numberOf(formula: string, shown: Shown): string | Fault {
  const written = shown.get(formula);
  if (written !== undefined) return written;
  const read = readFormula(formula, [...shown.keys()]);
  if ("message" in read) return read;
  const value = read.value(new Map([...shown].map(([name, text]) => [name, new Fraction(text)])));
  if (value === undefined)
    return { message: `“${formula}” has no value.`, help: "Make sure that nothing divides by 0." };
  const text = exactDecimal(value);
  if (text !== undefined && text.length <= LONGEST) return text;
  const help = `Round it: \`{{round(${formula}, 2)}}\`.`;
  return { message: `“${formula}” gives a number with too many decimals to show.`, help };
}
