/** What questions and scenes in Markdown are made of: sections below `##` headings, with choices and a block quote. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Heading, parseHeading } from "./attributes.ts";
import { type MarkdownLine, markdownLines } from "./fences.ts";
import type { Entry, Spot } from "./placed.ts";
import { type Choice, list, type TextNode, text } from "./quiz-nodes.ts";

const HEADING = /^##(?!#)[ \t]*/;
const CHOICE = /^([-*+] +\[([ xX])\]\s*)(.*)$/;
/** What is meant as a choice: dashes and dots that Word types, numbers for bullets, and boxes with something else in them. */
const BROKEN_CHOICE = /^\s?(?:(?:[-*+–—•]|\d+[.)])\s*\[([^\]]{0,2})\]|\[([ xX✓✔]?)\])(?!\()\s*(.*)$/u;
const QUOTE = /^>[ \t]?/;

/** Where findings go, and where the text that is read stands. */
export interface Reader {
  readonly file: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
  readonly notes: Diagnostic[];
}

/** What stands below one heading. Lines count from 1 in the text that was read. */
export interface Section {
  /** The heading's line. */
  readonly at: Spot;
  /** The heading's words. */
  readonly title: TextNode;
  readonly attributes: ReadonlyMap<string, Entry>;
  /** What stands between the heading and the first choice. */
  readonly body?: TextNode;
  readonly choices: readonly Choice[];
  /** False where no line begins like a choice. */
  readonly asks: boolean;
  /** The block quote behind the choices. */
  readonly quote?: TextNode;
}

/** Whether there is a heading with a choice below it. */
export function holdsChoices(lines: readonly MarkdownLine[]): boolean {
  const first = lines.findIndex(isHeading);
  return first >= 0 && lines.slice(first).some(({ text, code }) => !code && CHOICE.test(text));
}

/** The sections of a text, and the lines before the first of them. */
export function readSections(source: string, reader: Reader) {
  const lines = withoutComments(markdownLines(source));
  const starts = lines.flatMap((line, index) => (isHeading(line) ? [index] : []));
  return {
    opening: lines.slice(0, starts[0]).map((line) => line.text),
    sections: starts.map((start, index) => section(lines.slice(start, starts[index + 1]), start, reader)),
  };
}

const isHeading = ({ text, code }: MarkdownLine): boolean => !code && HEADING.test(text);

/** Notes an error; `line` counts from 1 in the text that is read. */
export function note(reader: Reader, code: string, { line, column }: Spot, message: string, help: string): void {
  const place = { file: reader.file, line: line + reader.firstLine - 1, column };
  reader.notes.push({ code: `quiz/${code}`, severity: "error", message, place, help });
}

/** Comments are for authors; they become empty lines so that line numbers stay. */
function withoutComments(lines: readonly MarkdownLine[]): readonly MarkdownLine[] {
  let inside = false;
  return lines.map((line) => {
    if (line.code) return line;
    const begins = !inside && /^\s*<!--/.test(line.text);
    const hidden = inside || begins;
    if (hidden) inside = !/-->\s*$/.test(line.text);
    return hidden ? { text: "", code: false } : line;
  });
}

/** The lines of one section, its heading first; `start` is the heading's index. */
function section(lines: readonly MarkdownLine[], start: number, reader: Reader): Section {
  const head = lines[0]?.text ?? "";
  const indent = HEADING.exec(head)?.[0].length ?? 0;
  const heading = parseHeading(head, indent, start + 1);
  const first = lines.findIndex(({ text, code }) => !code && (CHOICE.test(text) || BROKEN_CHOICE.test(text)));
  const end = first < 0 ? lines.length : first;
  const body = trimmedBlock(
    lines.slice(1, end).map((line) => line.text),
    start + 2,
  );
  return {
    at: { line: start + 1, column: 1, length: head.length },
    title: text(heading.text, { line: start + 1, column: 1 + indent }),
    attributes: attributeEntries(heading, start + 1, reader),
    ...(body && { body }),
    asks: first >= 0,
    ...(first < 0 ? { choices: [] } : answers(lines.slice(first), start + first, reader)),
  };
}

/** Names that the short form writes otherwise, and the keys that hold lists. */
const RENAMED: Readonly<Record<string, string>> = { competency: "competencies", tag: "tags" };
const LISTS: ReadonlySet<string> = new Set(["competencies", "supports", "tags"]);

function attributeEntries(heading: Heading, line: number, reader: Reader): ReadonlyMap<string, Entry> {
  if (heading.open) {
    const help = "End it with `}`, or learners read it and the question has no id.";
    note(reader, "open-braces", heading.open, "The braces of this heading are never closed.", help);
  }
  for (const { text, spot } of heading.unreadable) {
    const help = 'Write `#id`, `key=value` or `key="two words"`.';
    note(reader, "bad-attribute", spot, `\`${text}\` is no attribute.`, help);
  }
  const entries = new Map<string, Entry>();
  for (const { key: written, value, column } of heading.attributes) {
    const name = RENAMED[written] ?? written;
    const at = { line, column, length: Math.max(1, written.length) };
    if (entries.has(name)) {
      note(reader, "duplicate-attribute", at, `\`${written}\` stands twice in this heading.`, "Keep one of them.");
    }
    const words = value.split(/[\s,]+/).filter((word) => word !== "");
    const values = words.map((word) => text(word, at));
    entries.set(name, { key: at, value: LISTS.has(name) ? list(values, at) : text(value, at) });
  }
  return entries;
}

/** From the first choice to the section's end: choices, then the block quote, then nothing else. */
function answers(lines: readonly MarkdownLine[], start: number, reader: Reader): Pick<Section, "choices" | "quote"> {
  const choices: Choice[] = [];
  const quoted: string[] = [];
  let quoteStart = 0;
  let reported = false;
  for (const [offset, { text: line }] of lines.entries()) {
    const index = start + offset;
    const choice = quoted.length === 0 ? readChoice(line, index + 1, reader) : undefined;
    if (choice) choices.push(choice);
    else if (quoted.length === 0 && /^(\s{2,}|\t)\S/.test(line)) choices.at(-1)?.lines.push(line.trim());
    else if (QUOTE.test(line)) {
      if (quoted.length === 0) quoteStart = index;
      while (quoted.length < index - quoteStart) quoted.push("");
      quoted.push(line.replace(QUOTE, ""));
    } else if (line.trim() !== "" && !reported) {
      reported = true;
      strayText({ line: index + 1, column: 1 }, reader);
    }
  }
  const quote = trimmedBlock(quoted, quoteStart + 1, 3);
  return { choices, ...(quote && { quote }) };
}

/** A choice; one that is written wrongly is a note and stands for what it was meant to be, so that it causes no other. */
function readChoice(line: string, number: number, reader: Reader): Choice | undefined {
  const [, mark, box = " ", words = ""] = CHOICE.exec(line) ?? [];
  if (mark !== undefined) {
    const column = mark.length + 1;
    noteDash(words, { line: number, column }, reader);
    return { right: box !== " ", lines: [words], line: number, column };
  }
  const broken = BROKEN_CHOICE.exec(line);
  if (!broken) return undefined;
  const [, inside, bare, rest = ""] = broken;
  const message = "The box of this choice is neither `[ ]` nor `[x]`, or spaces are missing.";
  const help = "Write `- [ ] text` for a wrong choice and `- [x] text` for a right one.";
  note(reader, "bad-checkbox", { line: number, column: 1 }, message, help);
  const right = /[xX✓✔]/u.test(inside ?? bare ?? "");
  return { right, lines: [rest], line: number, column: line.length - rest.length + 1 };
}

/** Word types a long dash for two hyphens, and the feedback would be part of what learners choose from. */
function noteDash(words: string, { line, column }: Spot, reader: Reader): void {
  const dash = /(?<=\S )[–—](?= \S)/u.exec(words);
  if (!dash || /\s--(?:\s|$)/.test(words)) return;
  reader.notes.push({
    code: "quiz/long-dash",
    severity: "warning",
    message: `What stands behind “${dash[0]}” is part of the choice; feedback stands behind two hyphens.`,
    place: { file: reader.file, line: line + reader.firstLine - 1, column: column + dash.index, length: 1 },
    help: "Write ` -- ` before feedback. If a dash is meant, write a comma, or the dash without spaces.",
  });
}

function strayText(at: Spot, reader: Reader): void {
  const help =
    "Begin a choice with `- [ ] `, the rationale with `> `, the next question with `## `; indent a choice's further lines.";
  note(reader, "text-after-choices", at, "This text after the choices is neither a choice nor a rationale.", help);
}

/** Lines without the empty ones around them, as text with the place of its first line; `undefined` when all are empty. */
export function trimmedBlock(lines: readonly string[], firstLine: number, column = 1): TextNode | undefined {
  const from = lines.findIndex((line) => line.trim() !== "");
  if (from < 0) return undefined;
  return text(lines.slice(from).join("\n").trimEnd(), { line: firstLine + from, column });
}
