/** The keys of a question whose answer is a number. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exactDecimal, type Precision } from "./answer.ts";
import type { Variables } from "./variants.ts";

export interface NumericSpec {
  /** A formula. */
  readonly answer: string;
  readonly variables: Variables;
  readonly precision: Precision;
  readonly unit: string;
  readonly zeros?: "coach" | "strict";
}

const DECIMAL = /^-?\d{1,12}(\.\d{1,12})?$/;

const wrong = (message: string, help: string, code = "wrong-value") => {
  return { code: "custom", message, params: { code, help } } as const;
};

/** A number as the author writes it, kept as text. */
const decimal = z.string().transform((value, context) => {
  const text = value.trim();
  if (DECIMAL.test(text)) return text;
  context.addIssue(wrong(`is “${text}”, not a number.`, "Write digits with a point, such as 2.5."));
  return z.NEVER;
});

function whole(least: number, most: number) {
  return z.string().transform((value, context) => {
    const text = value.trim();
    if (/^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    context.addIssue(wrong(`is “${text}”.`, `Write a whole number from ${least} to ${most}.`));
    return z.NEVER;
  });
}

const MOST_VALUES = 1_000;

/** `{ from, to, step }` becomes the list of its values. */
const range = z.strictObject({ from: decimal, to: decimal, step: decimal }).transform((given, context) => {
  const [from, to, step] = [new Fraction(given.from), new Fraction(given.to), new Fraction(given.step)];
  if (step.compare(0) <= 0 || to.compare(from) < 0) {
    context.addIssue(wrong("gives no values.", "Write `from` below `to`, and a `step` above 0."));
    return z.NEVER;
  }
  const count = Number(to.sub(from).div(step).floor().valueOf()) + 1;
  if (count > MOST_VALUES) {
    const message = `gives ${count} values; at most ${MOST_VALUES} are taken.`;
    context.addIssue(wrong(message, "Write a larger `step`, or a shorter range."));
    return z.NEVER;
  }
  return Array.from({ length: count }, (_, index) => exactDecimal(from.add(step.mul(index))) ?? "");
});

const list = z.array(decimal).min(1, "has no values.").max(MOST_VALUES, `has more than ${MOST_VALUES} values.`);

/** A list as written, or a range. A union would only say that neither fits, and not why. */
const values = z.unknown().transform((given, context): readonly string[] => {
  const read = Array.isArray(given) ? list.safeParse(given) : range.safeParse(given);
  if (read.success) return read.data;
  // A finished issue is a raw one with its message; zod's types do not say so.
  for (const issue of read.error.issues) context.issues.push({ ...issue, input: given } as z.core.$ZodRawIssue);
  return z.NEVER;
});

const tolerance = z.string().transform((value, context) => {
  const [, amount, percent] = /^(\d{1,12}(?:\.\d{1,12})?)\s*(%?)$/.exec(value.trim()) ?? [];
  if (amount !== undefined) {
    const share = exactDecimal(new Fraction(amount).div(100)) ?? amount;
    return percent === "%" ? { amount: share, relative: true } : { amount, relative: false };
  }
  context.addIssue(wrong(`is “${value.trim()}”.`, "Write how far off an answer may be: `0.5`, or `5%` of the answer."));
  return z.NEVER;
});

const NONE = { amount: "0", relative: false };

export const schema = z
  .object({
    answer: z.string().trim().min(1, "is empty."),
    variables: z.record(z.string(), values).default({}),
    tolerance: tolerance.default(NONE),
    decimals: whole(0, 12).exactOptional(),
    figures: whole(1, 12).exactOptional(),
    unit: z.string().trim().default(""),
    style: z.enum(["plain", "dose", "strict-dose"]).default("plain"),
  })
  .transform(({ answer, variables, tolerance, decimals, figures, unit, style }): NumericSpec => {
    const rounding = { ...(decimals === undefined ? {} : { decimals }), ...(figures === undefined ? {} : { figures }) };
    const zeros = { plain: undefined, dose: "coach", "strict-dose": "strict" } as const;
    const strictness = zeros[style];
    return {
      ...{ answer, variables, unit, precision: { tolerance, ...rounding } },
      ...(strictness === undefined ? {} : { zeros: strictness }),
    };
  });
