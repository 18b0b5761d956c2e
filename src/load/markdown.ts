import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { basePath } from "./editions.ts";
import { type LessonCheck, readChecks } from "./lesson-checks.ts";
import type { Placed } from "./placed.ts";
import { readYaml } from "./yaml.ts";

/** A lesson file taken apart. */
export interface RawLesson {
  /** Relative to the course folder. */
  readonly file: string;
  /** Absent when there is none or it is unreadable; `headless` tells the two apart. */
  readonly head?: Placed;
  /** True when the file does not begin with `---`. */
  readonly headless: boolean;
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
  readonly checks: readonly LessonCheck[];
}

const HEAD = /^---[ \t]*\n((?:[\s\S]*?\n)??)---[ \t]*(?:\n|$)/;

/** Splits a lesson into its YAML head, its Markdown and the questions of its checks. */
export function readLesson(text: string, file: string): Noted<RawLesson> {
  const match = HEAD.exec(text);
  const body = match ? text.slice(match[0].length) : text;
  const bodyLine = match ? match[0].split("\n").length : 1;
  const head = match ? readYaml(match[1] ?? "", { file, firstLine: 2 }) : undefined;
  const checks = readChecks(body, bodyLine, file);
  const open = !match && /^---[ \t]*\n/.test(text) ? [openHead(file)] : [];
  const headless = !match && open.length === 0;
  const value = { file, ...(head?.value ? { head: head.value } : {}), headless, body, bodyLine, checks: checks.value };
  return { value, notes: [...open, ...(head?.notes ?? []), ...checks.notes] };
}

/** A lesson's permanent name: its `id`, or else its file's name without number, language and ending. */
export function lessonKey(file: string, lesson: Pick<RawLesson, "head"> | undefined): string {
  const data = lesson?.head?.data;
  const id = typeof data === "object" && data !== null && "id" in data ? data.id : undefined;
  return typeof id === "string" ? id : basePath(file).replace(/^.*\/\d*-?|\.md$/g, "");
}

function openHead(file: string): Diagnostic {
  return {
    code: "lesson/open-head",
    severity: "error",
    message: "The lesson's head begins with `---` and never ends.",
    place: { file, line: 1, column: 1 },
    help: "Put `---` on a line of its own after the last key of the head.",
  };
}
