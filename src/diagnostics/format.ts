import type { Diagnostic, Place, Severity } from "./diagnostic.ts";
import { frame } from "./frame.ts";

export type Format = "text" | "json" | "github";

const SEVERITIES = ["error", "warning", "hint"] as const;
/** SGR codes of ECMA-48: red, yellow, cyan, gray. */
const COLORS = { error: 31, warning: 33, hint: 36, quiet: 90 } as const;

/**
 * Findings as text for people, JSON for programs, or workflow commands for GitHub's pull-request view; sorted by file and
 * line. `sources` gives the text of a file for its code frame.
 */
export function format(
  notes: readonly Diagnostic[],
  how: Format,
  sources: (file: string) => string | undefined,
  color: boolean,
): string {
  const sorted = [...notes].sort(byPlace);
  if (how === "json") return `${JSON.stringify(sorted, undefined, 2)}\n`;
  if (how === "github") return sorted.map(annotation).join("");
  const paint = color
    ? (code: number, text: string) => `\u001b[${code}m${text}\u001b[0m`
    : (_: number, text: string) => text;
  return [...sorted.map((note) => `${block(note, sources, paint)}\n`), summary(notes)].join("\n");
}

type Paint = (code: number, text: string) => string;

function block(note: Diagnostic, sources: (file: string) => string | undefined, paint: Paint): string {
  const text = note.place && sources(note.place.file);
  const shown = text !== undefined && note.place ? frame(note.place, text) : undefined;
  const rows = [
    `${paint(COLORS[note.severity], note.severity)}: ${note.message}`,
    paint(COLORS.quiet, ` --> ${note.place ? `${position(note.place)}  ` : ""}[${note.code}]`),
    ...(shown === undefined ? [] : [shown]),
    ...(note.related ?? []).map(({ message, place }) => `${message}: ${position(place)}`),
    ...(note.help === undefined ? [] : [`help: ${note.help}`]),
  ];
  return rows.join("\n");
}

/** `file:line:column`, as far as it is known; editors and terminals make it a link. */
function position({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

function summary(notes: readonly Diagnostic[]): string {
  const counts = SEVERITIES.map((severity) => count(notes, severity)).filter((text) => text !== "");
  return counts.length === 0 ? "" : `${counts.join(", ")}\n`;
}

function count(notes: readonly Diagnostic[], severity: Severity): string {
  const number = notes.filter((note) => note.severity === severity).length;
  return number === 0 ? "" : `${number} ${severity}${number === 1 ? "" : "s"}`;
}

/** GitHub's workflow command; its documentation names the characters to escape in messages and in properties. */
function annotation({ code, severity, message, place, help }: Diagnostic): string {
  const level = severity === "hint" ? "notice" : severity;
  const properties = place
    ? [`file=${property(place.file)}`, place.line && `line=${place.line}`, place.column && `col=${place.column}`]
    : [];
  const head = [...properties, `title=${property(code)}`].filter((part) => part).join(",");
  return `::${level} ${head}::${escaped(help === undefined ? message : `${message}\n${help}`)}\n`;
}

const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** By file, line and column in code-unit order; findings without a place last. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.place || !b.place) return Number(!a.place) - Number(!b.place);
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);
}
