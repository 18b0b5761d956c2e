/** Values on one line: text, and the lists and maps that JSON also has. */
import type { Entry, Node } from "./placed.ts";

/** Text that begins with none of YAML's signs and no curly quote, and holds neither `: ` nor ` #`. */
const PLAIN = /^(?![-?:,[\]{}#&*!|>'"%@`“”„‘’‚]|.*(?:: | #)|.*:$)/;
/** The same inside `[…]` and `{…}`, where commas and brackets end it. */
const FLOW_PLAIN = /[^-?:,[\]{}#&*!|>'"%@`“”„‘’‚\s][^,[\]{}#:"']*/y;
const FLOW_QUOTED = /"([^"\\]*)"|'((?:[^']|'')*)'/y;
const FLOW_KEY = /([A-Za-z_][\w-]*): +/y;

/** A scalar; `undefined` when it is not plain. Columns count from 1. */
export function readScalar(content: string, line: number, column: number): Node | undefined {
  const text = scalarText(content);
  return text === undefined ? undefined : { kind: "text", text, at: { line, column, length: content.length } };
}

function scalarText(content: string): string | undefined {
  if (content.startsWith('"')) return /^"[^"\\]*"$/.test(content) ? content.slice(1, -1) : undefined;
  if (content.startsWith("'"))
    return /^'(?:[^']|'')*'$/.test(content) ? content.slice(1, -1).replaceAll("''", "'") : undefined;
  return PLAIN.test(content) ? content : undefined;
}

/** What is read of a line, and how far. */
interface Cursor {
  readonly content: string;
  readonly line: number;
  /** The column of the content's first character. */
  readonly column: number;
  at: number;
}

/** A list or map in brackets; `undefined` when it is not plain. */
export function readFlow(content: string, line: number, column: number): Node | undefined {
  const cursor: Cursor = { content, line, column, at: 0 };
  const node = flowNode(cursor);
  return cursor.at === content.length ? node : undefined;
}

function flowNode(cursor: Cursor): Node | undefined {
  const sign = cursor.content[cursor.at];
  // `[[` and `{{` are how gaps and variables look; the library path says what is wrong with them.
  if (sign === "[" || sign === "{")
    return cursor.content[cursor.at + 1] === sign ? undefined : flowItems(cursor, sign === "{");
  return flowText(cursor);
}

function flowItems(cursor: Cursor, isMap: boolean): Node | undefined {
  const at = { line: cursor.line, column: cursor.column + cursor.at };
  const items: Node[] = [];
  const entries = new Map<string, Entry>();
  const end = isMap ? "}" : "]";
  do {
    cursor.at += 1;
    skipSpaces(cursor);
    const spot = { line: cursor.line, column: cursor.column + cursor.at };
    const key = isMap ? taken(cursor, FLOW_KEY)?.[1] : "";
    if (key === undefined || entries.has(key)) return undefined;
    const value = flowNode(cursor);
    if (!value) return undefined;
    if (isMap) entries.set(key, { key: { ...spot, length: key.length }, value });
    else items.push(value);
    skipSpaces(cursor);
  } while (cursor.content[cursor.at] === ",");
  if (cursor.content[cursor.at] !== end) return undefined;
  cursor.at += 1;
  return isMap ? { kind: "map", entries, at } : { kind: "list", items, at };
}

function flowText(cursor: Cursor): Node | undefined {
  const start = cursor.at;
  const quoted = taken(cursor, FLOW_QUOTED);
  const plain = quoted ? undefined : taken(cursor, FLOW_PLAIN)?.[0].replace(/[ \t]+$/, "");
  const text = quoted?.[1] ?? quoted?.[2]?.replaceAll("''", "'") ?? plain;
  if (text === undefined) return undefined;
  const length = plain?.length ?? cursor.at - start;
  return { kind: "text", text, at: { line: cursor.line, column: cursor.column + start, length } };
}

function taken(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.content);
  if (match) cursor.at = pattern.lastIndex;
  return match;
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.content[cursor.at] === " ") cursor.at += 1;
}
