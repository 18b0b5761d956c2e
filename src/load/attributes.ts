import type { Spot } from "./placed.ts";

/** `{#id key=value key="quoted value"}` behind a heading. Columns count from 1. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
  readonly column: number;
}

export interface Heading {
  readonly text: string;
  readonly attributes: readonly Attribute[];
  /** Pieces between the braces that are no attribute. */
  readonly unreadable: readonly { readonly text: string; readonly spot: Spot }[];
  /** Where braces open that never close. */
  readonly open?: Spot;
}

const BRACES = /\s*\{([^{}]*)\}\s*$/;
const PIECE = /#([^\s"=]+)|([A-Za-z][\w-]*)=(?:"([^"]*)"|([^\s"]+))|(\S+)/g;

/** A heading's line after its `#` signs, which end at `start` (an offset in the line). */
export function parseHeading(line: string, start: number, lineNumber: number): Heading {
  const braces = BRACES.exec(line.slice(start));
  const text = line.slice(start, braces ? start + braces.index : undefined).trim();
  const attributes: Attribute[] = [];
  const unreadable: Heading["unreadable"][number][] = [];
  const inside = braces?.[1] ?? "";
  const offset = braces ? line.indexOf("{", start + braces.index) + 1 : 0;
  for (const piece of inside.matchAll(PIECE)) {
    const column = offset + piece.index + 1;
    const [whole, id, key, quoted, bare, other] = piece;
    if (other !== undefined) unreadable.push({ text: other, spot: { line: lineNumber, column, length: whole.length } });
    else attributes.push({ key: id === undefined ? (key ?? "") : "id", value: id ?? quoted ?? bare ?? "", column });
  }
  const open = /\{[^{}]*$/.exec(line);
  const spot = open && { line: lineNumber, column: open.index + 1, length: open[0].length };
  return { text, attributes, unreadable, ...(spot && { open: spot }) };
}
