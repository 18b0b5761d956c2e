/** The ways in which YAML misleads people who write text, each with the line as it should be. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Keys whose values learners read: a comment after one is far more likely lost text. */
export const AUTHOR_TEXT: ReadonlySet<string> = new Set(
  "title summary stem right wrong why rationale objectives term definition pronunciation parts publisher".split(" "),
);

/** A finding on a line that the caller knows; columns count from 1. */
export interface LineNote extends Omit<Diagnostic, "place"> {
  readonly column?: number;
  readonly length?: number;
}

interface Trap {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly column: number;
  /** The line as the author meant it. */
  readonly fixed: string;
}

/** What a value must not begin with, and what YAML makes of it. */
const STARTS: readonly (readonly [start: string, code: string, meaning: string])[] = [
  ["[[", "yaml/starts-with-bracket", "a list"],
  ["{{", "yaml/starts-with-brace", "a map"],
  [">", "yaml/starts-with-greater-than", "a block of text"],
  ["|", "yaml/starts-with-bar", "a block of text"],
  ["&", "yaml/starts-with-ampersand", "an anchor that drops the next word"],
  ["*", "yaml/starts-with-star", "a reference"],
  ["!", "yaml/starts-with-bang", "a type that drops the next word"],
  ["%", "yaml/starts-with-percent", "a directive"],
  ["@", "yaml/starts-with-at", "a reserved sign"],
  ["`", "yaml/starts-with-backtick", "a reserved sign"],
];

/** Indentation and list dashes, a key, and the value. */
const LINE = /^([^\S\n]*(?:- +)*(?:[\w-]+:[ \t]+)?)(.*)$/;
/** A block scalar's header (YAML 1.2.2, 8.1.1) is no trap. */
const BLOCK_HEADER = /^[|>][-+1-9]{0,2}([ \t]+#.*)?$/;

/** The trap that a line falls into, seen by itself; `undefined` when it shows none. */
export function trapIn(line: string): Trap | undefined {
  const indent = /^[^\S\n]*/.exec(line)?.[0] ?? "";
  const rest = line.slice(indent.length);
  if (indent.includes("\t")) {
    const message = "This line is indented with a tab; YAML allows spaces only.";
    return {
      code: "yaml/tab-indent",
      severity: "error",
      message,
      column: 1,
      fixed: indent.replaceAll("\t", "  ") + rest,
    };
  }
  if (/[^ ]/.test(indent)) {
    const message = "This line is indented with a non-breaking space, which YAML takes for text.";
    return {
      code: "yaml/no-break-space",
      severity: "error",
      message,
      column: 1,
      fixed: indent.replace(/[^ ]/g, " ") + rest,
    };
  }
  const [, head = "", value = ""] = LINE.exec(line) ?? [];
  return trapOf(head, value.trimEnd());
}

function trapOf(head: string, value: string): Trap | undefined {
  const column = head.length + 1;
  const error = (code: string, message: string): Trap => ({
    ...{ code, severity: "error", message, column },
    fixed: head + quoted(value),
  });
  if (/^[“”„‘’‚]/.test(value) && (/[“”‘’]$/.test(value) || /: | #/.test(value))) {
    const message = "YAML knows only straight quotation marks; learners will see the curly ones.";
    const straight = head + quoted(value.replace(/^[“”„‘’‚]|[“”‘’]$/g, ""));
    return {
      ...error("yaml/curly-quotes", `${message} To keep them, write ${quoted(value)}.`),
      severity: "warning",
      fixed: straight,
    };
  }
  const glued = !head.includes(":") && /^([a-z][\w-]*:)(?!\/\/)(?:[^\S ]+|(?=[^\s:]))(\S.*)$/u.exec(value);
  if (glued) {
    const message = "A plain space is missing after the colon, so YAML finds no key.";
    return { ...error("yaml/no-space-after-colon", message), fixed: `${head}${glued[1]} ${glued[2]}` };
  }
  const start = BLOCK_HEADER.test(value) ? undefined : STARTS.find(([text]) => value.startsWith(text));
  if (start) return error(start[1], `To YAML, a value that begins with \`${start[0]}\` is ${start[2]}.`);
  if (/^"(?:[^"\\]|\\.)*"[ \t]*[^\s#,:\]}]/.test(value) || /^'(?:[^']|'')*'[ \t]*[^\s#,:\]}]/.test(value)) {
    return error("yaml/text-after-quote", "Text stands after the closing quotation mark.");
  }
  // A key with nothing behind it holds what the next lines say; it is never the trap.
  if (/^[^"'[{#|>].*:( |$)/.test(value) && !/^[\w-]+:$/.test(value)) {
    return error("yaml/colon-in-text", "A colon followed by a space makes a key of the text before it.");
  }
  return undefined;
}

/** What the library's reasons come to, in an author's words. */
const REASONS: readonly (readonly [RegExp, message: string, help: string])[] = [
  [
    /^Flow (sequence|map)|end with a [\]}]/,
    "A list or map in brackets is not closed before this line.",
    "Add the closing `]` or `}` above, or a comma between two entries.",
  ],
  [/^Missing closing/, "A quotation mark that opens here is never closed.", "Close it, or remove it."],
  [
    /without - indicator|must be aligned|must be at the same indent|wrong indentation|sufficiently indented/i,
    "The indentation of this line fits neither the line above nor the one that it belongs to.",
    "Let keys of the same thing begin in the same column, further right than the `-` that they belong to.",
  ],
  [
    /^Implicit (keys|map keys)|^Nested mappings|single line/,
    "This line is neither a key with its value nor a list item.",
    'Write `key: value` with a space after the colon, or `- item`; put text with special signs in "quotes".',
  ],
];

/** The note for a line that YAML cannot read or reads otherwise than meant. `reason` stands in when no trap is known. */
export function trapNote(line: string, reason: string): LineNote {
  const trap = trapIn(line);
  if (trap) {
    const { fixed, ...note } = trap;
    return { ...note, help: `Write: ${fixed.trim()}` };
  }
  const [, message, help] = REASONS.find(([pattern]) => pattern.test(reason)) ?? [];
  if (message !== undefined && help !== undefined) return { code: "yaml/unreadable", severity: "error", message, help };
  return {
    code: "yaml/unreadable",
    severity: "error",
    message: `This is not readable as YAML: ${reason.replace(/\s*\n[\s\S]*/, "").replace(/[.:]$/, "")}.`,
    help: 'Check the indentation, and put text with special signs in "quotes".',
  };
}

/** The note for text that YAML takes for a comment; `end` is the offset in the line at which the value ends. */
export function lostText(line: string, end: number): LineNote | undefined {
  if (!/^[ \t]+#/.test(line.slice(end))) return undefined;
  const hash = line.indexOf("#", end);
  const [, head = "", value = ""] = LINE.exec(line) ?? [];
  return {
    code: "yaml/text-lost",
    severity: "error",
    message: `“${line.slice(hash).trim()}” would be lost: \` #\` begins a comment.`,
    column: hash + 1,
    length: line.length - hash,
    help: `Write: ${(head + quoted(value.trim())).trim()} (or put a comment on a line of its own).`,
  };
}

/**
 * The line with its value in quotes, as the help of a note with this code says; `undefined` when the remedy is another or
 * needs the author's judgment.
 */
export function quotedLine(line: string, code: string): string | undefined {
  if (code === "yaml/text-lost") {
    const [, head = "", value = ""] = LINE.exec(line) ?? [];
    return /^[[{"']/.test(value) ? undefined : head + quoted(value.trimEnd());
  }
  const trap = trapIn(line);
  // Whether a space or a quote was meant is the author's judgment.
  const needsSpace = code === "yaml/no-space-after-colon";
  const needsQuotes = trap?.severity === "error" && !needsSpace && trap.fixed.trimStart() !== line.trimStart();
  return trap?.code === code && needsQuotes ? trap.fixed : undefined;
}

/** The value in the quotes that need the fewest escapes (YAML 1.2.2, 7.3). */
function quoted(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
