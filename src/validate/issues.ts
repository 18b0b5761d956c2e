import type * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Path, Placed } from "../load/placed.ts";

/** What is checked: `area` is the first part of codes, `keys` are all keys that its maps may have. */
export interface Subject {
  readonly area: string;
  readonly keys: readonly string[];
}

export interface Checked<T> {
  readonly value?: T;
  readonly notes: readonly Diagnostic[];
}

/**
 * Reads placed data by a schema; every issue becomes a note at the place of the value or key that is wrong. Where the rest
 * makes sense without what is wrong, there is a value as well, so that further mistakes are found in the same run.
 */
export function check<T>(schema: z.ZodType<T>, source: Placed, subject: Subject): Checked<T> {
  const result = schema.safeParse(source.data);
  if (result.success) return { value: result.data, notes: [] };
  const { issues } = result.error;
  const rest = schema.safeParse(without(source.data, issues));
  return { notes: issueNotes(issues, source, subject), ...(rest.success ? { value: rest.data } : {}) };
}

/** A copy of the data that lacks every key and value that an issue is about. */
function without(data: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(data);
  for (const issue of issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : issue.path.slice(-1);
    const holder = (issue.code === "unrecognized_keys" ? issue.path : issue.path.slice(0, -1)).reduce(valueAt, copy);
    // Items of lists stay: taking one out would move the places of all that follow.
    if (typeof holder === "object" && holder !== null && !Array.isArray(holder)) {
      for (const key of keys) Reflect.deleteProperty(holder, key);
    }
  }
  return copy;
}

/** zod's issues in the author's words. */
function issueNotes(issues: readonly z.core.$ZodIssue[], source: Placed, subject: Subject): readonly Diagnostic[] {
  if (isEmptyMap(source.data) && issues.length > 1) return [allMissing(issues, source, subject)];
  const misspelt = new Set(issues.flatMap((issue) => meantKeys(issue, subject)));
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => unknownKey(key, issue.path, source, subject));
    }
    // `Title` for `title` is one mistake: the key is not missing, it is misspelled.
    const isMissing = issue.path.reduce<unknown>(valueAt, source.data) === undefined;
    return isMissing && misspelt.has(issue.path.join("/")) ? [] : [note(issue, source, subject)];
  });
}

/** The paths of the keys that unknown ones were meant for. */
function meantKeys(issue: z.core.$ZodIssue, { keys }: Subject): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, keys);
    return meant === undefined ? [] : [[...issue.path, meant].join("/")];
  });
}

const isEmptyMap = (data: unknown): boolean =>
  typeof data === "object" && data !== null && Object.keys(data).length === 0;

/** The one note on something empty that needs several keys. */
function allMissing(issues: readonly z.core.$ZodIssue[], source: Placed, { area }: Subject): Diagnostic {
  const keys = issues.map(({ path }) => `\`${path.join(".")}\``);
  return {
    code: `${area}/missing-key`,
    severity: "error",
    message: `${keys.slice(0, -1).join(", ")} and ${keys.at(-1)} are missing: there is nothing here.`,
    place: source.placeOf([]),
    help: "Add them, each on a line of its own: `key: value`.",
  };
}

/** The note for a key that has no meaning where it stands; `path` leads to its map. */
export function unknownKey(key: string, path: Path, source: Placed, { area, keys }: Subject): Diagnostic {
  const meant = nearest(key, keys);
  return {
    code: `${area}/unknown-key`,
    severity: "error",
    message: `\`${key}\` is no key that belongs here.`,
    place: source.placeOf([...path, key], "key"),
    help: meant === undefined ? "Remove it, or look up the key in the course format." : `Did you mean \`${meant}\`?`,
  };
}

function note(issue: z.core.$ZodIssue, source: Placed, { area }: Subject): Diagnostic {
  const value = issue.path.reduce<unknown>(valueAt, source.data);
  const key = issue.path.findLast((step) => typeof step === "string");
  const subject = key === undefined ? "This" : `\`${String(key)}\``;
  const place = source.placeOf(issue.path);
  const say = (code: string, message: string, help?: string): Diagnostic => ({
    ...{ code: `${area}/${code}`, severity: "error", message, place },
    ...(help === undefined ? {} : { help }),
  });
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return say("missing-key", `${subject} is missing.`, "Add it.");
      return say(
        "wrong-kind",
        `${subject} is ${kindOf(value)} but must be ${kind(issue.expected)}.`,
        remedy(issue.expected),
      );
    case "invalid_value": {
      if (value === undefined) return say("missing-key", `${subject} is missing.`, "Add it.");
      const words = issue.values.map((each) => `\`${String(each)}\``);
      const meant = typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
      const help =
        meant === undefined
          ? `Write one of ${words.join(", ")}.`
          : `Did you mean \`${meant}\`? Known are ${words.join(", ")}.`;
      const what = typeof value === "string" ? `“${value}”` : kindOf(value);
      return say("unknown-word", `${subject} is ${what}, which it cannot be.`, help);
    }
    default: {
      const { code, help } = custom(issue);
      const message = /^[a-z]/.test(issue.message) ? `${subject} ${issue.message}` : issue.message;
      return say(code, message, help ?? "Change it as the message says.");
    }
  }
}

/** What our own schemas say beside the message (`fields.ts`). */
function custom(issue: z.core.$ZodIssue): { readonly code: string; readonly help?: string } {
  const params = issue.code === "custom" ? issue.params : undefined;
  const code = typeof params?.code === "string" ? params.code : "wrong-value";
  return typeof params?.help === "string" ? { code, help: params.help } : { code };
}

function valueAt(value: unknown, step: PropertyKey): unknown {
  // Own keys only: a path step may be named like something that every object inherits.
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<PropertyKey, unknown>>)[step]
    : undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a map of keys",
  record: "a map of keys",
};
const REMEDIES: Readonly<Record<string, string>> = {
  string: "Write one text; put it in quotes when it holds special signs.",
  array: "Write a list: `[one, two]`, or one item a line, each behind `- `.",
  object: "Write keys and values: `key: value`, one a line.",
  record: "Write keys and values: `key: value`, one a line.",
};

const kind = (expected: string): string => KINDS[expected] ?? expected;
const remedy = (expected: string): string => REMEDIES[expected] ?? "Change it.";

function kindOf(value: unknown): string {
  if (value === "") return "empty";
  if (typeof value === "string") return "a text";
  return Array.isArray(value) ? "a list" : "a map of keys";
}
