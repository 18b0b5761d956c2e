import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { markdownLines } from "./fences.ts";
import type { Placed } from "./placed.ts";
import { readQuizMarkdown } from "./quiz-markdown.ts";
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
  /** The questions of each `:::check`, by the line of the file on which it stands. */
  readonly checks: readonly { readonly line: number; readonly quiz: Placed }[];
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

function openHead(file: string): Diagnostic {
  return {
    code: "lesson/open-head",
    severity: "error",
    message: "The lesson's head begins with `---` and never ends.",
    place: { file, line: 1, column: 1 },
    help: "Put `---` on a line of its own after the last key of the head.",
  };
}

function readChecks(body: string, bodyLine: number, file: string): Noted<RawLesson["checks"]> {
  const lines = markdownLines(body);
  const notes: Diagnostic[] = [];
  const checks: RawLesson["checks"][number][] = [];
  for (const [start, { text, code }] of lines.entries()) {
    const fence = code ? undefined : /^(:{3,})[ \t]*check(?![\w-])/.exec(text)?.[1];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, index) => index > start && !line.code && line.text.trimEnd() === fence);
    if (end < 0) notes.push(openCheck(fence, { file, line: start + bodyLine, column: 1, length: text.length }));
    const inside = lines.slice(start + 1, end < 0 ? undefined : end).map((line) => line.text);
    const quiz = readQuizMarkdown(inside.join("\n"), file, start + bodyLine + 1);
    notes.push(...quiz.notes);
    checks.push({ line: start + bodyLine, quiz: quiz.value });
  }
  return { value: checks, notes };
}

function openCheck(fence: string, place: Diagnostic["place"] & object): Diagnostic {
  return {
    code: "lesson/open-check",
    severity: "error",
    message: "This check never ends.",
    place,
    help: `Put \`${fence}\` on a line of its own after its last question.`,
  };
}
