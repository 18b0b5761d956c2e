/** From the exact result of a formula to what counts as right and what is shown. */
import Fraction from "fraction.js";
import { roundTo } from "./expression.ts";
import { LONGEST } from "./typed.ts";

/** How exact an answer must be. */
export interface Precision {
  /** Rounds the answer to so many decimals, or to so many significant figures. */
  readonly decimals?: number;
  readonly figures?: number;
  /** `amount` is a decimal, of the answer where it is `relative`; text, so that a question stays plain data. */
  readonly tolerance: { readonly amount: string; readonly relative: boolean };
}

/** What is right: values from `low` to `high`; `text` stands for them, with a point. */
export interface Answer {
  readonly value: Fraction;
  readonly low: Fraction;
  readonly high: Fraction;
  readonly text: string;
}

/** The answer that learners must give; `undefined` when no number of 16 characters is right. */
export function answerOf(exact: Fraction, precision: Precision): Answer | undefined {
  const { decimals, figures, tolerance } = precision;
  const places = figures === undefined ? decimals : figures - magnitude(exact);
  const value = places === undefined ? exact : roundTo(exact, places);
  if (value === undefined) return undefined;
  const spread = tolerance.relative ? value.abs().mul(tolerance.amount) : new Fraction(tolerance.amount);
  const [low, high] = [value.sub(spread), value.add(spread)];
  const shown = figures === undefined ? undefined : Math.max(0, figures - magnitude(value));
  const text = shown === undefined ? shortest(value, low, high) : withPlaces(value, shown);
  return text === undefined || text.length > LONGEST ? undefined : { value, low, high, text };
}

/** The number of digits before the point; 0 for 0.5, −1 for 0.05. */
function magnitude(value: Fraction): number {
  let digits = 1;
  const size = value.abs();
  if (size.equals(0)) return digits;
  while (size.compare(ten(digits)) >= 0) digits += 1;
  while (size.compare(ten(digits - 1)) < 0) digits -= 1;
  return digits;
}

const ten = (exponent: number): string => (exponent < 0 ? `1/1${"0".repeat(-exponent)}` : `1${"0".repeat(exponent)}`);

/** The exact decimal, or else the shortest one of at least two decimals that is still right. */
function shortest(value: Fraction, low: Fraction, high: Fraction): string | undefined {
  const exact = exactDecimal(value);
  if (exact !== undefined && exact.length <= LONGEST) return exact;
  for (let places = 2; places < LONGEST; places += 1) {
    const rounded = roundTo(value, places);
    if (rounded && rounded.compare(low) >= 0 && rounded.compare(high) <= 0) return exactDecimal(rounded);
  }
  return undefined;
}

/** A fraction as a decimal without zeros at the end; `undefined` when it never ends. */
export function exactDecimal(value: Fraction): string | undefined {
  let places = 0;
  let rest = value.d;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  return rest === 1n ? withPlaces(value, places) : undefined;
}

/** A fraction that has at most so many decimals, with exactly that many. */
function withPlaces(value: Fraction, places: number): string {
  const digits = String((value.n * 10n ** BigInt(places)) / value.d).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${value.s < 0n && value.n > 0n ? "-" : ""}${whole}${places === 0 ? "" : `.${digits.slice(-places)}`}`;
}
