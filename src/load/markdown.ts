import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { basePath } from "./editions.ts";
import { type MarkdownLine, markdownLines } from "./fences.ts";
import type { Placed } from "./placed.ts";
import { readQuizMarkdown } from "./quiz-markdown.ts";
import { text as textNode } from "./quiz-nodes.ts";
import { holdsChoices } from "./quiz-sections.ts";
import { readScenarioMarkdown } from "./scenario-markdown.ts";
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
  /** The questions of each `:::check`, and each `:::scenario` that branches, by the line of the file on which it stands. */
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

const CHECK = /^(:{3,})[ \t]*(check|scenario)(?![\w-])(?:[ \t]*\[(.*?)\])?/;

function readChecks(body: string, bodyLine: number, file: string): Noted<RawLesson["checks"]> {
  const lines = markdownLines(body);
  const notes: Diagnostic[] = [];
  const checks: RawLesson["checks"][number][] = [];
  for (const [start, { text, code }] of lines.entries()) {
    const [, fence, name, title = ""] = (code ? null : CHECK.exec(text)) ?? [];
    if (fence === undefined) continue;
    const end = closingLine(lines, start, fence);
    const line = start + bodyLine;
    const inside = lines.slice(start + 1, end);
    // The renderer says that a scenario never ends, as of every other directive.
    if (name === "scenario" && (end === undefined || !holdsChoices(withoutDirectives(inside)))) continue;
    if (end === undefined) notes.push(openCheck(fence, { file, line, column: 1, length: text.length }));
    const source = inside.map((each) => each.text).join("\n");
    const quiz =
      name === "check"
        ? readQuizMarkdown(source, file, line + 1)
        : readScenarioMarkdown(source, textNode(title.trim(), { line: 0, column: text.indexOf("[") + 2 }), {
            file,
            firstLine: line + 1,
          });
    notes.push(...quiz.notes);
    checks.push({ line, quiz: quiz.value });
  }
  return { value: checks, notes };
}

/** The line of the fence that ends the directive begun at `start`. */
function closingLine(lines: readonly MarkdownLine[], start: number, fence: string): number | undefined {
  const end = lines.findIndex(({ text, code }, index) => index > start && !code && text.trimEnd() === fence);
  return end < 0 ? undefined : end;
}

/** The lines that stand in no directive: a check in a story is none of its scenes. */
function withoutDirectives(lines: readonly MarkdownLine[]): readonly MarkdownLine[] {
  let until = -1;
  return lines.filter(({ text, code }, index) => {
    const fence = code || index <= until ? undefined : /^(:{3,})[ \t]*[A-Za-z]/.exec(text)?.[1];
    if (fence !== undefined) until = closingLine(lines, index, fence) ?? index;
    return index > until;
  });
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
