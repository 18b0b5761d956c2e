/** Schemas of single values. Every scalar arrives as text; what is a number or a choice is read from it here. */
import * as z from "zod";
import type { Hundredths } from "../tracking/policy.ts";

/** What a schema of ours says about a wrong value; `issues.ts` adds file, line and column. */
interface Wrong {
  /** The permanent part after the area. */
  readonly code?: string;
  readonly message: string;
  readonly help: string;
}

/** What editors are told of a text: JSON Schema keywords for what YAML itself makes of it. */
export type EditorHint = Readonly<Record<string, unknown>>;

/** Text of which `read` makes a value, or says what is wrong with it. `hint` narrows what editors accept while typing. */
export function parsed<T>(read: (text: string) => { readonly value: T } | Wrong, hint: EditorHint = {}) {
  return z
    .string()
    .transform((text, context): T => {
      const result = read(text.trim());
      if ("value" in result) return result.value;
      const { message, help, code = "wrong-value" } = result;
      context.addIssue({ code: "custom", message, params: { code, help } });
      return z.NEVER;
    })
    .meta(hint);
}

/** Text with at least one visible character. Names stay below what LMSs import: Moodle aborts above 255 characters. */
export function text(longest = Number.POSITIVE_INFINITY) {
  return parsed<string>((value) => {
    if (value === "") return { code: "empty", message: "is empty.", help: "Write the text or leave the key out." };
    if (value.length <= longest) return { value };
    return {
      code: "too-long",
      message: `has ${value.length} characters; at most ${longest} fit.`,
      help: "Shorten it.",
    };
  });
}

/** A text as written, also in several lines, with at least one visible character. */
export const authorText = z.string().transform((value, context) => {
  if (value.trim() !== "") return value.replace(/\n+$/, "");
  const params = { code: "empty", help: "Write the text or leave the key out." };
  context.addIssue({ code: "custom", message: "is empty.", params });
  return z.NEVER;
});

/** A list of texts; one text alone stands for a list of one. */
export const texts = z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(text()));

/** One of a few words. */
export function word<const W extends string>(...words: readonly [W, ...W[]]) {
  return z.enum(words);
}

export const flag = parsed<boolean>(
  (value) =>
    value === "true" || value === "false"
      ? { value: value === "true" }
      : { message: `is “${value}”, which is neither \`true\` nor \`false\`.`, help: "Write `true` or `false`." },
  { type: ["boolean", "string"], enum: [true, false, "true", "false"] },
);

/** A whole number in decimal digits. */
export function whole(least: number, most: number) {
  return parsed<number>(
    (value) => {
      const number = Number(value);
      if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return { value: number };
      return { message: `is “${value}”, not a whole number.`, help: `Write a whole number from ${least} to ${most}.` };
    },
    { type: ["integer", "string"], minimum: least, maximum: most, pattern: "^\\d{1,9}$" },
  );
}

/** A number with at most two decimals, as an integer of hundredths. Digits are moved, so that no float rounds. */
export function hundredths(most: number) {
  return parsed<Hundredths>(
    (value) => {
      const digits = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(value.replace(/\s*%$/, ""));
      const number = digits ? Number(`${digits[1]}${(digits[2] ?? "").padEnd(2, "0")}`) : Number.NaN;
      if (number <= most * 100) return { value: number };
      const help = `Write a number from 0 to ${most} with at most two decimals.`;
      return { message: `is “${value}”, not a number from 0 to ${most}.`, help };
    },
    { type: ["number", "string"], minimum: 0, maximum: most, pattern: "^\\d{1,6}(\\.\\d{1,2})?\\s*%?$" },
  );
}

/** A pass mark in percent, as hundredths. A share of one, such as 0.8, would let everybody pass. */
export const passMark = hundredths(100).refine((value) => value === 0 || value >= 100, {
  message: "is less than 1 percent, so that nearly everybody passes.",
  params: { code: "pass-below-one", help: "Write percent: 80, not 0.8." },
});

/** Something to refer to that never changes. */
export function name(grammar: RegExp, says: string) {
  return parsed<string>(
    (value) =>
      grammar.test(value)
        ? { value }
        : { code: "bad-id", message: `is “${value}”, which cannot be a permanent name.`, help: `Use ${says}.` },
    { pattern: grammar.source },
  );
}

export const QUESTION_ID = /^[A-Za-z][A-Za-z0-9._-]{0,99}$/;
export const questionId = name(QUESTION_ID, "letters, digits, `-`, `_` and `.`, starting with a letter");
/** Course, modules and lessons: these names stand in file names and addresses. */
export const SLUG = /^[a-z][a-z0-9-]{0,63}$/;
export const slug = name(SLUG, "lower-case letters, digits and hyphens, starting with a letter");

/** A path below the course folder. */
export const path = parsed<string>((value) => {
  const parts = value.split("/");
  const escapes = parts.includes("..") || value.startsWith("/") || /^[A-Za-z]:|\\/.test(value);
  if (!escapes && value !== "") return { value: parts.filter((part) => part !== "." && part !== "").join("/") };
  const message = `is “${value}”, which does not lie in the course folder.`;
  return {
    code: "path-outside",
    message,
    help: "Put the file into the course folder and name it relative to that folder, with `/`.",
  };
});
