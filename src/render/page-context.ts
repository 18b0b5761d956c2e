/** What a Markdown text knows of its surroundings while it is rendered. */
import type { Diagnostic, Place, Severity } from "../diagnostics/diagnostic.ts";
import type { Term } from "../model/course.ts";
import type { PackageIndex } from "./package-index.ts";
import type { Words } from "./words.ts";

export interface Page {
  /** Starts every id, so that texts on one page never collide: `lesson-12`. */
  readonly prefix: string;
  /** The folder that paths in the text are relative to. */
  readonly folder: string;
  /** The line of the file at which the text begins. */
  readonly line: number;
  /** Where the n-th (from 0) `needle` after a line of the text stands; lines count from 0. */
  locate(line: number, needle: string, nth: number): Place;
  readonly index: PackageIndex;
  /** The course's language (BCP 47) and its words. */
  readonly language: string;
  readonly words: Words;
  /** Terms to explain where the text first uses them; absent where none are. */
  readonly terms?: readonly Term[];
  /** All terms of the course, for flashcards; absent where those cannot stand. */
  readonly glossary?: readonly Term[];
  /** The ordinal of the lesson, when the text is one: links may stay inside it. */
  readonly lesson?: number;
  /** HTML of the `:::check` or branching `:::scenario` on a line of the file; absent where checks cannot stand. */
  check?(line: number): string;
  /**
   * Where the text stands among headings: below one of level `above` as its author counts, and `shift` levels deeper on the page.
   * Absent: below the page's own h1.
   */
  readonly outline?: { readonly above: number; readonly shift: number };
  /** Ids given to headings so far. */
  readonly headings: Set<string>;
  readonly notes: Diagnostic[];
}

/** The page in markdown-it's environment, where `markdown.ts` puts it. */
export function pageOf(env: Readonly<Record<string, unknown>> | undefined): Page {
  return env?.page as Page; // every call in markdown.ts sets it
}

export interface PageFinding {
  readonly code: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly help: string;
  /** The author's words to point at. */
  readonly needle?: string;
  /** Which of several equal ones, from 0. */
  readonly nth?: number;
}

/** Notes a finding at a line of the text, counted from 0; `to` when it does not belong to the page's notes yet. */
export function report(
  page: Page,
  line: number,
  finding: PageFinding,
  to: (note: Diagnostic) => void = (note) => void page.notes.push(note),
): void {
  const { code, severity = "error", message, help, needle = "", nth = 0 } = finding;
  to({ code, severity, message, help, place: page.locate(line, needle, nth) });
}

/** Notes a directive that only lessons can have in another text: a question, notes for instructors. */
export function reportLessonOnly(page: Page, line: number, name: string): void {
  const help = "Move it into a lesson, outside of questions and scenes.";
  report(page, line, { code: "render/lesson-only", message: `“:::${name}” can stand in a lesson only.`, help });
}

/** Finds needles in the lines of a lesson; only asked when there is something to report. */
export function locateIn(file: string, body: string, firstLine: number): Page["locate"] {
  return (line, needle, nth) => {
    if (needle === "") return { file, line: firstLine + line };
    const lines = body.split("\n");
    let left = nth;
    for (let at = line; at < lines.length; at += 1) {
      for (let found = indexOf(lines, at, needle, 0); found >= 0; found = indexOf(lines, at, needle, found + 1)) {
        if (left === 0) return { file, line: firstLine + at, column: found + 1, length: needle.length };
        left -= 1;
      }
    }
    return { file, line: firstLine + line };
  };
}

function indexOf(lines: readonly string[], line: number, needle: string, from: number): number {
  return lines[line]?.indexOf(needle, from) ?? -1;
}
