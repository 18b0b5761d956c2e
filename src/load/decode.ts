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
  const raw = utf8(bytes);
  if (raw === undefined) return { value: undefined, notes: [isUtf16(bytes) ? utf16(file) : notUtf8(bytes, file)] };
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const conflict = text.includes("\n>>>>>>> ") ? /^<{7} .*$/m.exec(text) : null;
  if (!conflict) return { value: text, notes: [] };
  return { value: undefined, notes: [unmerged(file, text.slice(0, conflict.index).split("\n").length, conflict[0])] };
}

/** Git leaves both versions of what two people changed, between lines of `<` and `>` (git-merge, “How conflicts are presented”). */
function unmerged(file: string, line: number, marker: string): Diagnostic {
  const pick = "Between this line and the next one of `>>>>>>>` stand both versions, with `=======` between them";
  const lock = "delete these three lines, keep what stands between them, and run “coursewright lock --repair”.";
  return {
    code: "load/merge-conflict",
    severity: "error",
    message: "Two people changed the same lines, and nobody has decided between them yet.",
    place: { file, line, column: 1, length: marker.length },
    help: `${pick}: ${/(^|\/)course\.lock\.[^/]*$/.test(file) ? lock : "keep what is right, and delete these three lines."}`,
  };
}

/** Windows editors and Excel (“Unicode text”) begin UTF-16 with a byte order mark. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function utf16(file: string): Diagnostic {
  return {
    code: "load/not-utf8",
    severity: "error",
    message: "This file is saved as UTF-16 (“Unicode”), which cannot be read here.",
    place: { file },
    help: `${SAVE}.`,
  };
}

const SAVE = "Save the file with the encoding “UTF-8” in your editor";

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
    help: `${SAVE}; from Excel as “CSV UTF-8”. Then type the broken characters of this line again.`,
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
