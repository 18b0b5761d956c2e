import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";

const MEGABYTE = 1024 * 1024;
/** No lesson or quiz is longer than this; a file that is, is a mistake. In bytes. */
const LIMIT = 2 * MEGABYTE;

/**
 * The text of a UTF-8 file without byte order mark, with LF line ends; `undefined` with a note when it is none. Line
 * numbers stay those of the file.
 *
 * @param limit in bytes
 */
export function decode(bytes: Uint8Array, file: string, limit = LIMIT): Noted<string | undefined> {
  if (bytes.byteLength > limit) return { value: undefined, notes: [tooLarge(bytes.byteLength, file, limit)] };
  const text = utf8(bytes);
  if (text === undefined) return { value: undefined, notes: [notUtf8(bytes, file)] };
  return { value: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, notes: [] };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The only error of a fatal decoder: the bytes are not UTF-8 (WHATWG Encoding, 7.2).
    return undefined;
  }
}

function tooLarge(size: number, file: string, limit: number): Diagnostic {
  return {
    code: "load/too-large",
    severity: "error",
    message: `This file has ${(size / MEGABYTE).toFixed(1)} MB; at most ${limit / MEGABYTE} MB are read.`,
    place: { file },
    help: "Divide it into several lessons or modules, and keep images in `assets`.",
  };
}

function notUtf8(bytes: Uint8Array, file: string): Diagnostic {
  return {
    code: "load/not-utf8",
    severity: "error",
    message: "This line holds a character that is not saved as UTF-8.",
    place: { file, line: firstBadLine(bytes) },
    help: "Save the file with the encoding “UTF-8” in your editor.",
  };
}

/** The first line whose bytes are not UTF-8. A line feed is never part of another UTF-8 character. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || utf8(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
    line += 1;
  }
}
