/** What a learner types into a number box, in the habits of more than one country. */
import { NUMBER } from "./rational.ts";

export type DecimalMark = "." | ",";

/** More characters are not kept. */
export const LONGEST = 16;

export type Reading =
  | { readonly kind: "empty" }
  /** With a point and the learner's own zeros; {@link NUMBER} matches it. */
  | { readonly kind: "number"; readonly text: string }
  /** One mark and three digits behind it: thousands to some, decimals to others. Both readings, with a point. */
  | { readonly kind: "ambiguous"; readonly whole: string; readonly decimal: string }
  | { readonly kind: "too-long" }
  | { readonly kind: "no-number" };

/** The decimal mark of a language (BCP 47). */
export function decimalMark(language: string): DecimalMark {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.some(({ type, value }) => type === "decimal" && value === ",") ? "," : ".";
}

/** A number with a point, as the language writes it. */
export const localized = (text: string, mark: DecimalMark): string => text.replace(".", mark);

/**
 * A number to be read: as {@link localized}, and from five digits on in groups of three. A decimal comma leaves them a thin
 * space, which no country takes for a mark (ISO 80000-1, 7.3.1); four digits stay together, because years are numbers too.
 */
export function grouped(text: string, mark: DecimalMark): string {
  const [whole = "", fraction] = text.split(".");
  const gap = mark === "." ? "," : "\u202f";
  const parted = /^-?[1-9]\d{4}/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, gap) : whole;
  return fraction === undefined ? parted : `${parted}${mark}${fraction}`;
}

/** Reads a number; the unit behind it is passed over. Marks are taken as the language means them where that is clear. */
export function readNumber(typed: string, mark: DecimalMark, unit = ""): Reading {
  const text = withoutUnit(
    typed
      .trim()
      .replace(/^\+/, "")
      .replace(/^[\u2212\u2013]/, "-"),
    unit,
  );
  if (text === "") return { kind: "empty" };
  const plain = text.replace(/(\d)[ \u00a0\u202f'\u2019](?=\d{3}(?!\d))/g, "$1");
  const other = mark === "." ? "," : ".";
  const asked = new RegExp(`^-?[1-9]\\d{0,2}\\${other}\\d{3}$`);
  if (asked.test(plain)) {
    return { kind: "ambiguous", whole: plain.replace(other, ""), decimal: plain.replace(other, ".") };
  }
  const number = withPoint(plain);
  if (number === undefined) return { kind: "no-number" };
  return number.length > LONGEST ? { kind: "too-long" } : { kind: "number", text: number };
}

function withoutUnit(text: string, unit: string): string {
  return unit !== "" && text.endsWith(unit) ? text.slice(0, text.length - unit.length).trim() : text;
}

/** The last mark is the decimal one, unless it stands more than once: then all are thousands. */
function withPoint(text: string): string | undefined {
  const last = text.match(/[.,](?=[^.,]*$)/)?.[0] ?? ".";
  const group = last === "." ? "," : ".";
  const groups = (sign: string) => new RegExp(`^-?\\d{1,3}(\\${sign}\\d{3})+$`);
  if (text.split(last).length > 2) return groups(last).test(text) ? text.split(last).join("") : undefined;
  const [whole = "", fraction] = text.split(last);
  if (whole.includes(group) && !groups(group).test(whole)) return undefined;
  const digits = whole.split(group).join("");
  const number = fraction === undefined || fraction === "" ? digits : `${digits}.${fraction}`;
  return NUMBER.test(number) ? number : undefined;
}

/** A dose as it should be written: a zero before the point, none at the end; `undefined` when it is so already. */
export function betterDose(text: string): string | undefined {
  const better = text.replace(/^(-?)\./, "$10.").replace(/\.?0+$/, (zeros) => (text.includes(".") ? "" : zeros));
  return better === text ? undefined : better;
}
