import type { Place } from "./diagnostic.ts";

/** Terminals show about this many columns; longer lines are cut around the caret. */
const WIDTH = 100;

/**
 * The line that a place names, with a caret under it; `undefined` when the place has no line or the text no such line.
 * Tabs become one space, so that the caret stands where the column says.
 */
export function frame(place: Place, text: string): string | undefined {
  if (place.line === undefined) return undefined;
  const source = text.split(/\r\n|\r|\n/, place.line)[place.line - 1];
  if (source === undefined) return undefined;
  const column = Math.min(place.column ?? 1, source.length + 1);
  const start = column > WIDTH - 20 ? column - 40 : 0;
  const line = source.slice(start, start + WIDTH).replaceAll("\t", " ");
  const gutter = String(place.line);
  const margin = " ".repeat(gutter.length);
  const rows = [`${gutter} | ${line}`];
  if (place.column !== undefined) {
    const length = Math.max(1, Math.min(place.length ?? 1, line.length - (column - 1 - start)));
    rows.push(`${margin} | ${" ".repeat(column - 1 - start)}${"^".repeat(length)}`);
  }
  return rows.map((row) => row.trimEnd()).join("\n");
}
