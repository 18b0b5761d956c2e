/** What instructors alone read beside the lessons: `teaching.md` of a module, `instructor.md` of the course. */
import type { Noted } from "../diagnostics/diagnostic.ts";
import { markdownLines } from "./fences.ts";
import type { Spot } from "./placed.ts";

/** Markdown of a file, and the line on which it begins. */
export interface RawNotes {
  readonly text: string;
  readonly line: number;
}

/** `teaching.md` taken apart at its `##` headings. */
export interface RawTeaching {
  readonly file: string;
  /** What stands before the first heading; its text may be empty. */
  readonly module: RawNotes;
  /** `name` is what the heading says: a lesson's key. */
  readonly lessons: readonly (RawNotes & { readonly name: string; readonly at: Spot })[];
}

const HEADING = /^##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;

/** Splits a module's teaching notes at the headings that name lessons. */
export function readTeaching(text: string, file: string): Noted<RawTeaching> {
  const lines = markdownLines(text);
  const starts = lines.flatMap((line, index) => (!line.code && HEADING.test(line.text) ? [index] : []));
  const notesOf = (from: number, to: number | undefined): RawNotes => ({
    text: lines
      .slice(from, to)
      .map((line) => line.text)
      .join("\n"),
    line: from + 1,
  });
  const lessons = starts.map((start, index) => {
    const name = HEADING.exec(lines[start]?.text ?? "")?.[1] ?? "";
    const at = { line: start + 1, column: 1, length: Math.max(1, lines[start]?.text.length ?? 1) };
    return { name, at, ...notesOf(start + 1, starts[index + 1]) };
  });
  return { value: { file, module: notesOf(0, starts[0]), lessons }, notes: [] };
}
