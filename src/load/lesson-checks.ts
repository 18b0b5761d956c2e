/** The questions in a lesson's text: `:::check`, and `:::scenario` where it branches. */
import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { type MarkdownLine, markdownLines } from "./fences.ts";
import type { Placed } from "./placed.ts";
import { readQuizMarkdown } from "./quiz-markdown.ts";
import { text as textNode } from "./quiz-nodes.ts";
import { holdsChoices } from "./quiz-sections.ts";
import { readScenarioMarkdown } from "./scenario-markdown.ts";

/** A question, or several, by the line of the file on which the directive stands. */
export interface LessonCheck {
  readonly line: number;
  readonly quiz: Placed;
}

const DIRECTIVE = /^(:{3,})[ \t]*[A-Za-z]/;
const CHECK = /^(:{3,})[ \t]*(check|scenario)(?![\w-])(?:[ \t]*\[(.*?)\])?/;

/** A directive with its text. */
interface Found {
  readonly file: string;
  /** Of the file. */
  readonly line: number;
  /** The first line. */
  readonly text: string;
  readonly inside: readonly MarkdownLine[];
}

/** Reads the questions of a lesson's text, which begins on the line `bodyLine` of the file. */
export function readChecks(body: string, bodyLine: number, file: string): Noted<readonly LessonCheck[]> {
  const lines = markdownLines(body);
  const notes: Diagnostic[] = [];
  const checks: LessonCheck[] = [];
  let scenarioEnd = 0;
  for (const [start, { text, code }] of lines.entries()) {
    const [, fence, name, title = ""] = (code || start < scenarioEnd ? null : CHECK.exec(text)) ?? [];
    if (fence === undefined) continue;
    const end = closingLine(lines, start, fence);
    const found: Found = { file, line: start + bodyLine, text, inside: lines.slice(start + 1, end) };
    if (name === "check") {
      if (end === undefined) notes.push(openCheck(fence, found));
      const quiz = readQuizMarkdown(textOf(found.inside), file, found.line + 1);
      notes.push(...quiz.notes);
      checks.push({ line: found.line, quiz: quiz.value });
      // The renderer says that a scenario never ends, as of every other directive.
    } else if (end !== undefined && holdsChoices(without(DIRECTIVE, found.inside))) {
      scenarioEnd = end;
      const quiz = readBranching(found, title);
      notes.push(...quiz.notes);
      checks.push({ line: found.line, quiz: quiz.value });
    }
  }
  return { value: checks, notes };
}

function readBranching({ file, line, text, inside }: Found, title: string): Noted<Placed> {
  const inner = inside.flatMap((each, index): readonly Diagnostic[] => {
    const [, , name] = (each.code ? null : CHECK.exec(each.text)) ?? [];
    const place = { file, line: line + 1 + index, column: 1, length: each.text.length };
    return name === undefined ? [] : [inScenario(name, place)];
  });
  const words = textNode(title.trim(), { line: 0, column: text.indexOf("[") + 2 });
  const { value, notes } = readScenarioMarkdown(textOf(without(CHECK, inside)), words, { file, firstLine: line + 1 });
  return { value, notes: [...inner, ...notes] };
}

const textOf = (lines: readonly MarkdownLine[]): string => lines.map(({ text }) => text).join("\n");

/** The line of the fence that ends the directive begun at `start`. */
function closingLine(lines: readonly MarkdownLine[], start: number, fence: string): number | undefined {
  const end = lines.findIndex(({ text, code }, index) => index > start && !code && text.trimEnd() === fence);
  return end < 0 ? undefined : end;
}

/** The lines with nothing on those of some directives: a check in a story is none of its scenes. */
function without(directives: RegExp, lines: readonly MarkdownLine[]): readonly MarkdownLine[] {
  let until = -1;
  return lines.map((line, index) => {
    const fence = line.code || index <= until ? undefined : directives.exec(line.text)?.[1];
    if (fence !== undefined) until = closingLine(lines, index, fence) ?? index;
    return index > until ? line : { text: "", code: false };
  });
}

function openCheck(fence: string, { file, line, text }: Found): Diagnostic {
  return {
    code: "lesson/open-check",
    severity: "error",
    message: "This check never ends.",
    place: { file, line, column: 1, length: text.length },
    help: `Put \`${fence}\` on a line of its own after its last question.`,
  };
}

function inScenario(name: string, place: Diagnostic["place"] & object): Diagnostic {
  return {
    ...{ code: "lesson/check-in-scenario", severity: "error", place },
    message: `A scenario that branches cannot hold a \`:::${name}\`.`,
    help: "Put it before or after the scenario, or let a scene of its own ask: a heading with choices that lead on.",
  };
}
