/** A file as lines that keep their ends, so that whatever is not mended stays as it was, byte for byte. */
export interface Lines {
  /** A byte order mark, or nothing. */
  readonly mark: string;
  readonly lines: readonly string[];
  /** What ends each line: "\n", "\r\n", "\r", or nothing for the last. */
  readonly ends: readonly string[];
}

/** The lines of a UTF-8 file; `undefined` when it is none, which `load` reports. */
export function linesOf(bytes: Uint8Array): Lines | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The only error of a fatal decoder: the bytes are not UTF-8 (WHATWG Encoding, 7.2).
    return undefined;
  }
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const parts = text.slice(mark.length).split(/(\r\n?|\n)/);
  const lines = parts.filter((_, index) => index % 2 === 0);
  return { mark, lines, ends: lines.map((_, index) => parts[2 * index + 1] ?? "") };
}

/** The text as it stands in the file. */
export function textOf({ mark, lines, ends }: Lines): string {
  return mark + lines.map((line, index) => line + (ends[index] ?? "")).join("");
}

/** The text as `load` reads it: without mark, with LF. */
export function readable({ lines }: Lines): string {
  return lines.join("\n");
}

/** The same lines with one replaced; `line` counts from 1. A replacement of several lines takes the file's own line end. */
export function withLine(file: Lines, line: number, ...replacement: readonly string[]): Lines {
  const at = line - 1;
  const end = file.ends[at] ?? "";
  const between = file.ends.find((each) => each !== "") ?? "\n";
  return {
    mark: file.mark,
    lines: file.lines.toSpliced(at, 1, ...replacement),
    ends: file.ends.toSpliced(at, 1, ...replacement.slice(1).map(() => between), end),
  };
}
