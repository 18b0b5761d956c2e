/** The short form of choice questions: one under each `##` heading, as in `quiz.md` and `:::check`. */
import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { type Heading, parseHeading } from "./attributes.ts";
import { type MarkdownLine, markdownLines } from "./fences.ts";
import { type Entry, type Node, type Placed, placed } from "./placed.ts";
import { type Choice, choiceEntries, list, text } from "./quiz-nodes.ts";

const HEADING = /^##(?!#)[ \t]*/;
const CHOICE = /^([-*+] +\[([ xX])\][ \t]*)(.*)$/;
const BROKEN_CHOICE = /^[-*+] *\[[^\]]{0,2}\](?!\()/;
const QUOTE = /^>[ \t]?/;

/**
 * Reads questions in the short form. The value is what `quiz.yaml` would hold: a map with `questions`.
 *
 * @param firstLine the line of the file on which `source` begins
 */
export function readQuizMarkdown(source: string, file: string, firstLine = 1): Noted<Placed> {
  const lines = withoutComments(markdownLines(source));
  const starts = lines.flatMap(({ text, code }, index) => (!code && HEADING.test(text) ? [index] : []));
  const reader: Reader = { file, firstLine, notes: [] };
  const stray = lines.slice(0, starts[0]).findIndex(({ text }) => text.trim() !== "" && !/^#\s/.test(text));
  if (stray >= 0)
    note(
      reader,
      "text-before-heading",
      stray,
      "This text belongs to no question.",
      "Begin each question with a `## ` heading.",
    );
  const questions = starts.map((start, index) => question(lines.slice(start, starts[index + 1]), start, reader));
  const at = { line: 1, column: 1 };
  const root: Node = { kind: "map", entries: new Map([["questions", { key: at, value: list(questions, at) }]]), at };
  return { value: placed(root, file, firstLine), notes: reader.notes };
}

interface Reader {
  readonly file: string;
  readonly firstLine: number;
  readonly notes: Diagnostic[];
}

/** `index` counts lines from 0 within the text that was read. */
function note(reader: Reader, code: string, index: number, message: string, help: string, column = 1): void {
  const place = { file: reader.file, line: index + reader.firstLine, column };
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

/** The lines of one question, its heading first; `start` is the heading's index. */
function question(lines: readonly MarkdownLine[], start: number, reader: Reader): Node {
  const head = lines[0]?.text ?? "";
  const heading = parseHeading(head, HEADING.exec(head)?.[0].length ?? 0, start + 1);
  const first = lines.findIndex(({ text, code }) => !code && (CHOICE.test(text) || BROKEN_CHOICE.test(text)));
  const end = first < 0 ? lines.length : first;
  const entries = attributeEntries(heading, start, reader);
  const key = { line: start + 1, column: 1, length: head.length };
  const body = trimmedBlock(
    lines.slice(1, end).map((line) => line.text),
    start + 2,
  );
  const stem = body ?? text(heading.text, { line: start + 1, column: 1 + (HEADING.exec(head)?.[0].length ?? 0) });
  entries.set("stem", { key: stem.at, value: stem });
  if (first < 0) {
    note(
      reader,
      "no-choices",
      start,
      "This question has no choices.",
      "Write each choice as `- [ ] text`, the right one as `- [x] text`.",
    );
  } else {
    const { choices, rationale } = answers(lines.slice(first), start + first, reader);
    for (const [name, entry] of choiceEntries(choices, entries.has("type"))) entries.set(name, entry);
    if (rationale) entries.set("rationale", { key: rationale.at, value: rationale });
  }
  return { kind: "map", entries, at: key };
}

/** Names that the short form writes otherwise, and the keys that hold lists. */
const RENAMED: Readonly<Record<string, string>> = { competency: "competencies", tag: "tags" };
const LISTS: ReadonlySet<string> = new Set(["competencies", "supports", "tags"]);

function attributeEntries(heading: Heading, start: number, reader: Reader): Map<string, Entry> {
  for (const { text, spot } of heading.unreadable) {
    note(
      reader,
      "bad-attribute",
      start,
      `\`${text}\` is no attribute.`,
      'Write `#id`, `key=value` or `key="two words"`.',
      spot.column,
    );
  }
  const entries = new Map<string, Entry>();
  for (const { key: written, value, column } of heading.attributes) {
    const name = RENAMED[written] ?? written;
    const at = { line: start + 1, column, length: Math.max(1, written.length) };
    if (entries.has(name)) {
      note(
        reader,
        "duplicate-attribute",
        start,
        `\`${written}\` stands twice in this heading.`,
        "Keep one of them.",
        column,
      );
    }
    const words = value.split(/[\s,]+/).filter((word) => word !== "");
    entries.set(name, {
      key: at,
      value: LISTS.has(name)
        ? list(
            words.map((word) => text(word, at)),
            at,
          )
        : text(value, at),
    });
  }
  return entries;
}

/** From the first choice to the question's end: choices, then the rationale, then nothing else. */
function answers(lines: readonly MarkdownLine[], start: number, reader: Reader) {
  const choices: Choice[] = [];
  const quote: string[] = [];
  let quoteStart = 0;
  let reported = false;
  for (const [offset, { text: line }] of lines.entries()) {
    const index = start + offset;
    const choice = quote.length === 0 ? CHOICE.exec(line) : null;
    if (choice) {
      const [, mark = "", box = " ", words = ""] = choice;
      choices.push({ right: box !== " ", lines: [words], line: index + 1, column: mark.length + 1 });
    } else if (quote.length === 0 && /^(\s{2,}|\t)\S/.test(line)) choices.at(-1)?.lines.push(line.trim());
    else if (QUOTE.test(line)) {
      if (quote.length === 0) quoteStart = index;
      while (quote.length < index - quoteStart) quote.push("");
      quote.push(line.replace(QUOTE, ""));
    } else if (line.trim() !== "" && !reported) {
      reported = true;
      strayText(line, index, reader);
    }
  }
  return { choices, rationale: trimmedBlock(quote, quoteStart + 1, 3) };
}

function strayText(line: string, index: number, reader: Reader): void {
  if (BROKEN_CHOICE.test(line) && !CHOICE.test(line)) {
    const help = "Write `- [ ] text` for a wrong choice and `- [x] text` for a right one.";
    note(
      reader,
      "bad-checkbox",
      index,
      "The box of this choice is neither `[ ]` nor `[x]`, or spaces are missing.",
      help,
    );
    return;
  }
  const help =
    "Begin a choice with `- [ ] `, the rationale with `> `, the next question with `## `; indent a choice's further lines.";
  note(reader, "text-after-choices", index, "This text after the choices is neither a choice nor a rationale.", help);
}

/** Lines without the empty ones around them, as text with the place of its first line; `undefined` when all are empty. */
function trimmedBlock(lines: readonly string[], firstLine: number, column = 1): (Node & { kind: "text" }) | undefined {
  const from = lines.findIndex((line) => line.trim() !== "");
  if (from < 0) return undefined;
  return text(lines.slice(from).join("\n").trimEnd(), { line: firstLine + from, column });
}
