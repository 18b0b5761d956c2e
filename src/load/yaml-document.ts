import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node as LibraryNode,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLError,
} from "yaml";
import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import type { Entry, Node, Spot } from "./placed.ts";
import { AUTHOR_TEXT, type LineNote, lostText, trapIn, trapNote } from "./yaml-traps.ts";

/** Reads any YAML; see `readYaml`, which calls this for texts that are not plain. */
export function readDocument(text: string, file: string, firstLine: number): Noted<Node | undefined> {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: counter });
  const reader: Reader = { text, lines: text.split("\n"), counter, file, firstLine, notes: [] };
  if (document.errors.length > 0) return { value: undefined, notes: syntaxNotes(document.errors, reader) };
  for (const warning of document.warnings) reader.notes.push(noteAt(reader, spot(reader, warning.pos[0])));
  const root = document.contents ? treeOf(document.contents, reader, false) : emptyMap();
  return { value: root, notes: reader.notes };
}

interface Reader {
  readonly text: string;
  readonly lines: readonly string[];
  readonly counter: LineCounter;
  readonly file: string;
  readonly firstLine: number;
  readonly notes: Diagnostic[];
}

const emptyMap = (): Node => ({ kind: "map", entries: new Map(), at: { line: 1, column: 1 } });

/** `authored` is true for the texts that learners read, where text lost to a comment is a mistake. */
function treeOf(node: LibraryNode | null | undefined, reader: Reader, authored: boolean): Node {
  const at = spot(reader, node?.range?.[0] ?? 0);
  if (!node) return { kind: "text", text: "", at };
  if (isMisread(node)) {
    reader.notes.push(noteAt(reader, at));
    return { kind: "text", text: reader.text.slice(node.range?.[0], node.range?.[1]), at };
  }
  if (isSeq(node)) {
    // `items` is typed as unknown by the library; a parsed sequence holds nodes.
    const items = node.items.map((item) => treeOf(isPair(item) ? undefined : (item as LibraryNode), reader, authored));
    return { kind: "list", items, at };
  }
  if (isMap(node)) return { kind: "map", entries: entriesOf(node.items, reader), at };
  return isScalar(node) ? scalarOf(node, at, reader, authored) : { kind: "text", text: "", at };
}

/** YAML that is legal and yet not what the author meant: a reference, an anchor, a list in a list for a gap. */
function isMisread(node: LibraryNode): boolean {
  if (isAlias(node) || node.anchor !== undefined) return true;
  return isSeq(node) && node.flow === true && isSeq(node.items[0]) && node.items[0].flow === true;
}

function scalarOf(node: Scalar, at: Spot, reader: Reader, authored: boolean): Node {
  const text = String(node.value ?? "");
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
    return { kind: "text", text, at: below(at, reader) };
  if (node.type === "PLAIN") notePlainTraps(node, at, reader, authored);
  const length = (node.range?.[1] ?? 0) - (node.range?.[0] ?? 0);
  const left = (reader.lines[at.line - 1]?.length ?? 0) - at.column + 1;
  return { kind: "text", text, at: { ...at, length: Math.max(1, Math.min(length, left)) } };
}

function notePlainTraps(node: Scalar, at: Spot, reader: Reader, authored: boolean): void {
  const end = spot(reader, node.range?.[1] ?? 0);
  const lost = authored ? lostText(reader.lines[end.line - 1] ?? "", end.column - 1) : undefined;
  if (lost) reader.notes.push(onLine(reader, end.line, lost));
  if (trapIn(reader.lines[at.line - 1] ?? "")?.code === "yaml/curly-quotes") reader.notes.push(noteAt(reader, at));
}

function entriesOf(pairs: readonly { key: unknown; value: unknown }[], reader: Reader): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    // Pairs of a parsed map hold nodes.
    const key = pair.key as LibraryNode;
    const at = spot(reader, key.range?.[0] ?? 0);
    if (!isScalar(key)) {
      reader.notes.push(noteAt(reader, at));
      continue;
    }
    const name = String(key.value);
    // YAML takes a non-breaking space for text, so indentation with one becomes part of the key.
    if (name !== name.trim()) reader.notes.push(noteAt(reader, at));
    const value = treeOf(pair.value as LibraryNode | null, reader, AUTHOR_TEXT.has(name));
    entries.set(name, { key: { ...at, length: name.length }, value: pair.value ? value : { ...value, at } });
  }
  return entries;
}

/**
 * What is wrong with a text that the library could not read. A broken line confuses it about the lines after, so only
 * the first error counts, and those whose own line shows a known trap.
 */
function syntaxNotes(errors: readonly YAMLError[], reader: Reader): readonly Diagnostic[] {
  const notes = new Map<number, Diagnostic>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const at = spot(reader, error.pos[0]);
    const known = trapIn(reader.lines[at.line - 1] ?? "") !== undefined || error.code === "DUPLICATE_KEY";
    if (notes.has(at.line) || (notes.size > 0 && !known)) continue;
    const note = error.code === "DUPLICATE_KEY" ? duplicateKey(reader, at) : noteAt(reader, at, error.message);
    notes.set(at.line, { ...note, severity: "error" });
  }
  return [...notes.values()];
}

function duplicateKey(reader: Reader, at: Spot): Diagnostic {
  const key = /[^:]*/.exec((reader.lines[at.line - 1] ?? "").slice(at.column - 1))?.[0] ?? "";
  return onLine(reader, at.line, {
    code: "yaml/duplicate-key",
    severity: "error",
    message: `The key \`${key}\` stands twice in the same map.`,
    column: at.column,
    length: key.length,
    help: "Keep one of them; if a new list item was meant, begin it with `- `.",
  });
}

function noteAt(reader: Reader, at: Spot, reason = "This is not what it seems to YAML."): Diagnostic {
  return onLine(reader, at.line, { column: at.column, ...trapNote(reader.lines[at.line - 1] ?? "", reason) });
}

function onLine(reader: Reader, line: number, note: LineNote): Diagnostic {
  const { column, length, ...rest } = note;
  const place = { file: reader.file, line: line + reader.firstLine - 1 };
  return { ...rest, place: { ...place, ...(column && { column }), ...(length && { length }) } };
}

function spot(reader: Reader, offset: number): Spot {
  const { line, col } = reader.counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The first line of a block scalar's text: its header holds none of it. */
function below(header: Spot, reader: Reader): Spot {
  const indent = /^ */.exec(reader.lines[header.line] ?? "")?.[0].length ?? 0;
  return { line: header.line + 1, column: indent + 1 };
}
