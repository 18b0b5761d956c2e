/** The data types of SCORM as text: numbers, times, identifiers. Pure. */

/** At most so many decimals, cut and not rounded up, never with an exponent: `real(10,7)`, `CMIDecimal`. */
export function decimal(value: number, places: 2 | 4 = 2): string {
  const unit = 10 ** places;
  // The smallest nudge repairs 0.29 * 100 = 28.999…; it cannot lift a value by a whole unit.
  const units = Math.floor(value * unit + 1e-6);
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const sign = units < 0 ? "-" : "";
  return `${sign}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}

const two = (value: number): string => String(value).padStart(2, "0");

interface Span {
  readonly hours: number;
  readonly minutes: number;
  /** With two decimals or none: Moodle sums `.5` as `.05`, and rejects three. */
  readonly seconds: string;
}

function span(seconds: number): Span {
  const hundredths = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 100)) : 0;
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths % 100;
  return {
    hours: Math.floor(whole / 3600),
    minutes: Math.floor(whole / 60) % 60,
    seconds: `${whole % 60}${rest === 0 ? "" : `.${two(rest)}`}`,
  };
}

/** SCORM 1.2 `CMITimespan`, `HHHH:MM:SS.SS` (RTE 3.4.2.2); more than 9,999 hours are given as 9999:59:59. */
export function timespan12(seconds: number): string {
  const { hours, minutes, seconds: rest } = span(seconds);
  if (hours > 9999) return "9999:59:59";
  const [whole = "0", fraction] = rest.split(".");
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${two(Number(whole))}${fraction ? `.${fraction}` : ""}`;
}

/** SCORM 2004 `timeinterval(second,10,2)`, `PT…H…M…S` (RTE 4.1.1.7). */
export function timespan2004(seconds: number): string {
  const { hours, minutes, seconds: rest } = span(seconds);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${rest}S`;
}

/** SCORM 1.2 `CMITime`, `HH:MM:SS`, local. */
export function clock12(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(":");
}

/**
 * SCORM 2004 `time(second,10,0)` (RTE 4.1.1.6), local and without a zone: Moodle rejects a zone without fractions of a
 * second, and ADL's test suite a zone without them too.
 */
export function timestamp2004(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${clock12(time)}`;
}

/**
 * One line of at most so many characters, never half a surrogate pair. A brace at the beginning would announce a language
 * (`localized_string_type`, RTE 4.1.1.6): a space stands before it.
 */
export function singleLine(text: string, longest: number): string {
  const line = text.replace(/\s+/g, " ").trim().replace(/^\{/, " {");
  if (line.length <= longest) return line;
  return line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
}

/** An identifier that both standards take: no spaces, ASCII, at most 250 characters. */
export function identifier(text: string): string {
  const legal = text.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 250);
  return /^[A-Za-z]/.test(legal) ? legal : `x${legal}`.slice(0, 250);
}

/** True for a stored time or score that is more than the initial value: `0000:00:00.00`, `PT0S` and `0` are not. */
export function isMoreThanZero(stored: string): boolean {
  return /[1-9]/.test(stored);
}

/** An interaction's `result`: a word, or the earned share. Only an answered neutral item is `neutral`. */
export function resultText(
  { result, response }: { readonly result?: number; readonly response?: string },
  wrong: "wrong" | "incorrect",
): string | undefined {
  if (result === undefined) return response === undefined ? undefined : "neutral";
  if (result >= 1) return "correct";
  return result <= 0 ? wrong : decimal(result);
}
