/** Exact numbers in the browser: integers over integers, no floats. */
export interface Rational {
  readonly n: bigint;
  /** Above 0. */
  readonly d: bigint;
}

/** A number as it is typed, with a point: `-12.50`, `.5`; at least one digit. */
export const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)$/;

/** The value of a text that {@link NUMBER} matches. */
export function rationalOf(decimal: string): Rational {
  const [whole = "", fraction = ""] = decimal.split(".");
  return { n: BigInt(`${whole}${fraction}`), d: 10n ** BigInt(fraction.length) };
}

/** Reads `3/2`, as keys write bounds. */
export function readFraction(text: string): Rational {
  const [n = "0", d = "1"] = text.split("/");
  return { n: BigInt(n), d: BigInt(d) };
}

export function isAtMost(a: Rational, b: Rational): boolean {
  return a.n * b.d <= b.n * a.d;
}

/** Cut after so many decimals, without zeros at the end and never with an exponent. */
export function decimalOf({ n, d }: Rational, places: number): string {
  const size = n < 0n ? -n : n;
  const digits = String((size * 10n ** BigInt(places)) / d).padStart(places + 1, "0");
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  const text = digits.slice(0, digits.length - places) + (fraction === "" ? "" : `.${fraction}`);
  return n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** How many significant figures a text shows; zeros at the end of a whole number may or may not count, nor may those of 0. */
export function figuresOf(decimal: string): { readonly least: number; readonly most: number } {
  const digits = decimal.replace(/[-.]/g, "").replace(/^0+/, "");
  const least = decimal.includes(".") ? digits.length : digits.replace(/0+$/, "").length;
  return { least, most: digits === "" ? Number.POSITIVE_INFINITY : digits.length };
}
