/** The short form of choice questions: one under each `##` heading, as in `quiz.md` and `:::check`. */
import type { Noted } from "../diagnostics/diagnostic.ts";
import { type Node, type Placed, placed } from "./placed.ts";
import { choiceEntries, entry, list } from "./quiz-nodes.ts";
import { note, type Reader, readSections, type Section } from "./quiz-sections.ts";

/**
 * Reads questions in the short form. The value is what `quiz.yaml` would hold: a map with `questions`.
 *
 * @param firstLine the line of the file on which `source` begins
 */
export function readQuizMarkdown(source: string, file: string, firstLine = 1): Noted<Placed> {
  const reader: Reader = { file, firstLine, notes: [] };
  const { opening, sections } = readSections(source, reader);
  const stray = opening.findIndex((text) => text.trim() !== "" && !/^#\s/.test(text));
  if (stray >= 0) {
    const help = "Begin each question with a `## ` heading: exactly two number signs, and a space.";
    const title = opening.slice(0, stray).findLastIndex((text) => /^#\s/.test(text));
    // Choices below one `#` say that it was meant as a question.
    const line = /^\s*[-*+] *\[/.test(opening[stray] ?? "") && title >= 0 ? title : stray;
    note(reader, "text-before-heading", { line: line + 1, column: 1 }, "This text belongs to no question.", help);
  }
  const questions = sections.map((section) => question(section, reader));
  const at = { line: 1, column: 1 };
  const root: Node = { kind: "map", entries: new Map([["questions", { key: at, value: list(questions, at) }]]), at };
  return { value: placed(root, file, firstLine), notes: reader.notes };
}

function question({ at, title, attributes, body, asks, choices, quote }: Section, reader: Reader): Node {
  if (!asks && attributes.has("type")) {
    note(reader, "no-choices", at, "This question has no choices.", "Write questions of other types in `quiz.yaml`.");
  }
  const entries = new Map([
    ...attributes,
    ["stem", entry(body ?? title)],
    ...choiceEntries(choices, attributes.has("type")),
    ...(quote ? [["rationale", entry(quote)] as const] : []),
  ]);
  return { kind: "map", entries, at };
}
