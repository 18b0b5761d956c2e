/**
 * The YAML that courses are mostly written in, read line by line: block maps and lists, values on one line. It is some
 * twenty times faster than the library, which takes a second for the quizzes of a large course. Whatever is not plain
 * makes the whole text the library's; a property test holds the two to the same answer.
 */
import type { Entry, Node } from "./placed.ts";
import { readFlow, readScalar } from "./yaml-inline.ts";

interface Line {
  /** Counts from 1. */
  readonly number: number;
  /** Spaces before the content; for what follows a list's dash, the column of the content minus 1. */
  readonly indent: number;
  readonly content: string;
}

/** The lines that are left to read. */
interface Lines {
  readonly all: readonly Line[];
  at: number;
}

const KEY = /^(?:([A-Za-z_][\w-]*)|"([^"\\]*)"):(?: +(.*)|)$/;
const DASH = /^- +(.*)$/;

const SPACE = 32;

/** The tree of a plain text; `undefined` when it is not plain, which is no finding. */
export function readPlainYaml(text: string): Node | undefined {
  // Tabs and carriage returns are white space to YAML, and a document's markers begin a line.
  if (/[\t\r]|^(?:---|\.\.\.|%|\uFEFF)/m.test(text)) return undefined;
  const lines: Lines = { all: linesOf(text), at: 0 };
  const first = lines.all[0];
  const root = first && readBlock(lines, first.indent);
  return lines.at === lines.all.length ? root : undefined;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    let indent = 0;
    while (line.charCodeAt(indent) === SPACE) indent += 1;
    let end = line.length;
    while (end > indent && line.charCodeAt(end - 1) === SPACE) end -= 1;
    // A comment or an empty line says nothing between plain lines.
    if (end > indent && line[indent] !== "#") lines.push({ number, indent, content: line.slice(indent, end) });
  }
  return lines;
}

function readBlock(lines: Lines, indent: number): Node | undefined {
  const line = lines.all[lines.at];
  if (line?.indent !== indent) return undefined;
  return DASH.test(line.content) ? readList(lines, indent) : readMap(lines, line, indent);
}

/** `first` may be the rest of a line behind a list's dash. */
function readMap(lines: Lines, first: Line, indent: number): Node | undefined {
  const entries = new Map<string, Entry>();
  let line: Line | undefined = first;
  while (line?.indent === indent) {
    const match = KEY.exec(line.content);
    const name = match?.[1] ?? match?.[2];
    if (!match || name === undefined || entries.has(name)) return undefined;
    lines.at += 1;
    const rest = match[3] ?? "";
    const column = indent + 1 + line.content.length - rest.length;
    const value =
      rest === "" ? readBelow(lines, indent) : readInline(lines, { ...line, content: rest }, indent, column);
    if (!value) return undefined;
    entries.set(name, { key: { line: line.number, column: indent + 1, length: name.length }, value });
    line = lines.all[lines.at];
  }
  // What is indented less belongs to whoever called; more is no line of a plain map.
  if (line && line.indent > indent) return undefined;
  return { kind: "map", entries, at: { line: first.number, column: indent + 1 } };
}

function readList(lines: Lines, indent: number): Node | undefined {
  const items: Node[] = [];
  const first = lines.all[lines.at];
  let line = first;
  while (line?.indent === indent) {
    const content = DASH.exec(line.content)?.[1];
    // Behind a list that stands under its key without indentation, the next key.
    if (content === undefined) break;
    const inner = indent + line.content.length - content.length;
    const rest: Line = { number: line.number, indent: inner, content };
    if (!KEY.test(content)) lines.at += 1;
    const item = KEY.test(content) ? readMap(lines, rest, inner) : readInline(lines, rest, indent, inner + 1);
    if (!item) return undefined;
    items.push(item);
    line = lines.all[lines.at];
  }
  if (!first || (line && line.indent > indent)) return undefined;
  return { kind: "list", items, at: { line: first.number, column: indent + 1 } };
}

/** A key's value on the lines below it. A list may stand as far left as its key (YAML 1.2.2, 8.2.3). */
function readBelow(lines: Lines, indent: number): Node | undefined {
  const next = lines.all[lines.at];
  if (!next) return undefined;
  if (next.indent === indent && DASH.test(next.content)) return readList(lines, indent);
  return next.indent > indent ? readBlock(lines, next.indent) : undefined;
}

/** A value that ends with its line: a line below that is indented more would continue it. */
function readInline(lines: Lines, line: Line, indent: number, column: number): Node | undefined {
  const next = lines.all[lines.at];
  if (next && next.indent > indent) return undefined;
  const { content, number } = line;
  return /^[[{]/.test(content) ? readFlow(content, number, column) : readScalar(content, number, column);
}
