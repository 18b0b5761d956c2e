/**
 * What scorm-again lets pass and a strict LMS does not: lengths, value patterns, order. One table a standard; the first
 * row whose element matches decides.
 */
import type { Standard } from "./profile.ts";

/** Why a value is refused: the standard's error code and the rule in words. */
export interface Refusal {
  readonly code: string;
  readonly rule: string;
}

interface Row {
  readonly element: RegExp;
  readonly legal: (value: string, type: string) => boolean;
  readonly rule: string;
}

const words =
  (...allowed: readonly string[]) =>
  (value: string): boolean =>
    allowed.includes(value);
const upTo =
  (longest: number) =>
  (value: string): boolean =>
    value.length <= longest;
const like =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);
const between =
  (least: number, most: number) =>
  (value: string): boolean =>
    /^-?\d+(\.\d+)?$/.test(value) && Number(value) >= least && Number(value) <= most;
const either =
  (...tests: readonly ((value: string) => boolean)[]) =>
  (value: string): boolean =>
    tests.some((test) => test(value));

const number = like(/^-?\d+(\.\d{1,7})?$/);

/** SCORM 1.2 RTE 3.4.7: the format of a response follows from the type. */
const RESPONSE_12: Readonly<Record<string, RegExp>> = {
  "true-false": /^[01tf]$/,
  choice: /^(\{[a-z0-9](,[a-z0-9])*\}|[a-z0-9](,[a-z0-9])*)?$/,
  matching: /^(\{?[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*\}?)?$/,
  sequencing: /^([a-z0-9](,[a-z0-9])*)?$/,
  likert: /^[a-z0-9]?$/,
  numeric: /^-?\d+(\.\d+)?$/,
};

/** SCORM 2004 RTE 4.2.9, with Moodle's narrower tokens. */
const TOKEN = "[\\w.]{1,250}";
const RESPONSE_2004: Readonly<Record<string, RegExp>> = {
  "true-false": /^(true|false)$/,
  choice: new RegExp(`^(${TOKEN}(\\[,\\]${TOKEN})*)?$`),
  matching: new RegExp(`^(${TOKEN}\\[\\.\\]${TOKEN}(\\[,\\]${TOKEN}\\[\\.\\]${TOKEN})*)?$`),
  sequencing: new RegExp(`^(${TOKEN}(\\[,\\]${TOKEN})*)?$`),
  likert: new RegExp(`^(${TOKEN})?$`),
  numeric: /^-?\d+(\.\d+)?$/,
  "long-fill-in": /^.*$/,
};
const NUMERIC_PATTERN = /^(-?\d+(\.\d+)?)?\[:\](-?\d+(\.\d+)?)?$/;

const id12 = like(/^[\x21-\x7e]{1,255}$/);
const time12 = like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d\d)?$/);
const SCORM12: readonly Row[] = [
  { element: /^cmi\.core\.lesson_location$/, legal: upTo(255), rule: "lesson_location: at most 255 characters" },
  {
    element: /^cmi\.core\.lesson_status$/,
    legal: words("passed", "completed", "failed", "incomplete", "browsed"),
    rule: "lesson_status: passed, completed, failed, incomplete or browsed",
  },
  { element: /^cmi\.core\.exit$/, legal: words("", "time-out", "suspend", "logout"), rule: "exit: never normal" },
  { element: /^cmi\.(core|objectives\.\d+)\.score\.(raw|min|max)$/, legal: between(0, 100), rule: "score: 0 to 100" },
  { element: /^cmi\.core\.session_time$/, legal: time12, rule: "session_time: HHHH:MM:SS with two decimals or none" },
  { element: /^cmi\.suspend_data$/, legal: upTo(4096), rule: "suspend_data: at most 4,096 characters" },
  { element: /^cmi\.(objectives|interactions)\.\d+(\.objectives\.\d+)?\.id$/, legal: id12, rule: "id: no spaces" },
  {
    element: /^cmi\.objectives\.\d+\.status$/,
    legal: words("passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
    rule: "objective status: a word of the standard",
  },
  {
    element: /^cmi\.interactions\.\d+\.time$/,
    legal: like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d\d)?$/),
    rule: "time: HH:MM:SS",
  },
  {
    element: /^cmi\.interactions\.\d+\.type$/,
    legal: words("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
    rule: "type: a word of the standard",
  },
  {
    element: /^cmi\.interactions\.\d+\.(student_response|correct_responses\.\d+\.pattern)$/,
    legal: (value, type) => value.length <= 255 && (RESPONSE_12[type] ?? /^/).test(value),
    rule: "response and pattern: at most 255 characters in the format of the type",
  },
  { element: /^cmi\.interactions\.\d+\.weighting$/, legal: number, rule: "weighting: a number" },
  {
    element: /^cmi\.interactions\.\d+\.result$/,
    legal: either(words("correct", "wrong", "unanticipated", "neutral"), number),
    rule: "result: wrong, not incorrect",
  },
  {
    element: /^cmi\.interactions\.\d+\.latency$/,
    legal: time12,
    rule: "latency: HHHH:MM:SS with two decimals or none",
  },
];

const time2004 = like(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
const SCORM2004: readonly Row[] = [
  { element: /^cmi\.location$/, legal: upTo(1000), rule: "location: at most 1,000 characters" },
  {
    element: /^cmi\.(objectives\.\d+\.)?completion_status$/,
    legal: words("completed", "incomplete", "unknown"),
    rule: "completion_status: completed, incomplete or unknown",
  },
  {
    element: /^cmi\.(objectives\.\d+\.)?success_status$/,
    legal: words("passed", "failed", "unknown"),
    rule: "success_status: passed, failed or unknown",
  },
  {
    element: /^cmi\.exit$/,
    legal: words("", "time-out", "suspend"),
    rule: "exit: never normal or logout, which end the attempt",
  },
  { element: /^cmi\.(objectives\.\d+\.)?score\.scaled$/, legal: between(-1, 1), rule: "score.scaled: -1 to 1" },
  { element: /^cmi\.(objectives\.\d+\.)?score\.(raw|min|max)$/, legal: between(0, 100), rule: "score: 0 to 100" },
  { element: /^cmi\.session_time$/, legal: time2004, rule: "session_time: at most two decimals" },
  { element: /^cmi\.suspend_data$/, legal: upTo(64_000), rule: "suspend_data: at most 64,000 characters" },
  {
    element: /^cmi\.(objectives|interactions)\.\d+(\.objectives\.\d+)?\.id$/,
    legal: like(/^\S{1,4000}$/),
    rule: "id: no spaces",
  },
  {
    element: /^cmi\.interactions\.\d+\.timestamp$/,
    legal: like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/),
    rule: "timestamp: no zone, or one or two decimals and a zone",
  },
  {
    element: /^cmi\.interactions\.\d+\.type$/,
    legal: words(
      "true-false",
      "choice",
      "fill-in",
      "long-fill-in",
      "matching",
      "performance",
      "sequencing",
      "likert",
      "numeric",
      "other",
    ),
    rule: "type: a word of the standard",
  },
  {
    element: /^cmi\.interactions\.\d+\.learner_response$/,
    legal: (value, type) => (RESPONSE_2004[type] ?? /^/).test(value),
    rule: "learner_response: in the format of the type, tokens of letters, digits, dots and underscores",
  },
  {
    element: /^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/,
    legal: (value, type) => (type === "numeric" ? NUMERIC_PATTERN : (RESPONSE_2004[type] ?? /^/)).test(value),
    rule: "pattern: in the format of the type",
  },
  { element: /^cmi\.interactions\.\d+\.weighting$/, legal: number, rule: "weighting: a number" },
  {
    element: /^cmi\.interactions\.\d+\.result$/,
    legal: either(words("correct", "incorrect", "unanticipated", "neutral"), number),
    rule: "result: incorrect, not wrong",
  },
  { element: /^cmi\.interactions\.\d+\.latency$/, legal: time2004, rule: "latency: at most two decimals" },
  {
    element: /^cmi\.interactions\.\d+\.description$/,
    legal: like(/^.{0,250}$/),
    rule: "description: one line, 250 characters",
  },
  {
    element: /^adl\.nav\.request$/,
    legal: words("suspendAll", "_none_"),
    rule: "nav.request: exitAll ends the attempt",
  },
];

/** Error codes by standard: SCORM 1.2 RTE 3.3.5, SCORM 2004 RTE 3.1.7. */
const CODES = {
  scorm12: { unknown: "201", order: "201", value: "405" },
  scorm2004: { unknown: "401", order: "351", value: "406", dependency: "408" },
} as const;

/** Judges one Set by the values that the LMS accepted before it. */
export function judge(
  standard: Standard,
  element: string,
  value: string,
  accepted: ReadonlyMap<string, string>,
): Refusal | undefined {
  const codes = CODES[standard];
  const row = (standard === "scorm12" ? SCORM12 : SCORM2004).find((candidate) => candidate.element.test(element));
  if (row === undefined) return { code: codes.unknown, rule: "unknown or read-only element" };
  const type = accepted.get(element.replace(/^(cmi\.interactions\.\d+)\..*$/, "$1.type"));
  const needsType = /\.(learner_response|pattern)$/.test(element);
  if (standard === "scorm2004" && needsType && type === undefined) {
    return { code: CODES.scorm2004.dependency, rule: "type comes before response and pattern" };
  }
  return (
    outOfOrder(element, accepted, codes.order) ??
    (row.legal(value, type ?? "") ? undefined : { code: codes.value, rule: row.rule })
  );
}

/** Records are numbered without gaps from 0, and a record begins with its id (a pattern is its own beginning). */
function outOfOrder(element: string, accepted: ReadonlyMap<string, string>, code: string): Refusal | undefined {
  const parts = element.split(".");
  for (const [at, part] of parts.entries()) {
    if (!/^\d+$/.test(part)) continue;
    const list = parts.slice(0, at).join(".");
    const first = list.endsWith(".correct_responses") ? "pattern" : "id";
    const present = (index: number): boolean => accepted.has(`${list}.${index}.${first}`);
    if (Number(part) > 0 && !present(Number(part) - 1)) return { code, rule: "indices without gaps" };
    if (parts.slice(at + 1).join(".") !== first && !present(Number(part))) {
      return { code, rule: "a record begins with its id" };
    }
  }
  return undefined;
}
