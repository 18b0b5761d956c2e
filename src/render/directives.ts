/** Our container directives, `:::name[label]{key=value}`, as a block rule of markdown-it. */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { nearest } from "../diagnostics/nearest.ts";
import { figure, note, scenario } from "./callouts.ts";
import { chartDirective } from "./chart.ts";
import type { Directive, DirectiveKind, Frame } from "./directive.ts";
import type { Engines } from "./engines.ts";
import { flashcards } from "./flashcards.ts";
import { mathDirective } from "./math-text.ts";
import { type Page, pageOf, report, reportLessonOnly } from "./page-context.ts";
import { videoDirective } from "./video.ts";

/** What directives are made with. */
export interface Workbench {
  readonly engines: Engines;
  /** Any Markdown as HTML. */
  block(text: string, page: Page): string;
}

const OPENING = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*?)\])?[ \t]*(?:\{(.*)\})?[ \t]*$/;
const ATTRIBUTE = /([A-Za-z][\w-]*)=(?:"([^"]*)"|([^\s"]+))/g;

/** Adds the directives to a Markdown parser. */
export function directives(md: MarkdownIt, bench: Workbench): void {
  const kinds = kindsOf(bench);
  md.block.ruler.before("fence", "directive", (...call) => directiveRule(kinds, ...call), {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.renderer.rules.directive_open = (tokens, index) => frameOf(tokens[index]).before;
  md.renderer.rules.directive_close = (tokens, index) => frameOf(tokens[index]).after;
}

type Kinds = Readonly<Record<string, DirectiveKind>>;

function kindsOf({ engines, block }: Workbench): Kinds {
  return {
    note,
    scenario,
    check,
    figure,
    chart: chartDirective(engines),
    math: mathDirective(engines),
    video: videoDirective(block),
    flashcards,
  };
}

/** The loader has read the questions between the fences already; the page knows them by their line. */
const check: DirectiveKind = {
  required: [],
  optional: [],
  holdsMarkdown: false,
  frame({ line }, page) {
    if (!page.check) reportLessonOnly(page, line, "check");
    return { before: page.check?.(page.line + line) ?? "", after: "" };
  },
};

function directiveRule(kinds: Kinds, state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = lineText(state, start);
  if (!line.startsWith(":::") || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  if (silent) return true;
  const page = pageOf(state.env);
  const opening = readOpening(line, kinds, page, start);
  if (opening === undefined) {
    state.line = start + 1;
    return true;
  }
  const close = closingLine(state, start, end, opening.fence);
  if (close === undefined && opening.malformed) {
    state.line = start + 1;
    return true;
  }
  if (close === undefined) {
    report(page, start, {
      code: "render/directive-unclosed",
      message: `“${line.trim()}” is never closed.`,
      help: `Put a line with ${opening.fence} after its text. To hold another directive, it needs more colons than that one.`,
    });
  }
  const body = state.getLines(start + 1, close ?? end, state.blkIndent, false);
  pushTokens(state, kinds[opening.name] ?? note, { ...opening, body, line: start }, close ?? end);
  state.line = close === undefined ? end : close + 1;
  return true;
}

function pushTokens(state: StateBlock, kind: DirectiveKind, directive: Directive, close: number): void {
  const frame: Frame = isComplete(kind, directive, pageOf(state.env))
    ? kind.frame(directive, pageOf(state.env))
    : { before: "", after: "" };
  const open = state.push("directive_open", "div", 1);
  open.map = [directive.line, close];
  open.meta = { frame };
  if (kind.holdsMarkdown && !frame.whole) tokenizeInside(state, directive.line + 1, close);
  state.push("directive_close", "div", -1).meta = { frame };
}

function tokenizeInside(state: StateBlock, start: number, close: number): void {
  const { parentType, lineMax } = state;
  state.parentType = "directive";
  state.lineMax = close;
  state.md.block.tokenize(state, start, close);
  state.parentType = parentType;
  state.lineMax = lineMax;
}

/** Whether nothing is missing that the directive cannot do without. */
function isComplete({ required }: DirectiveKind, { name, attributes, line }: Directive, page: Page): boolean {
  const missing = required.filter((key) => !attributes.get(key));
  if (missing.length === 0) return true;
  report(page, line, {
    code: "render/directive-incomplete",
    message: `This ${name} lacks ${missing.join(" and ")}.`,
    help: `Write it as :::${name}[Title]{${required.map((key) => `${key}="…"`).join(" ")}}.`,
    needle: name,
  });
  return false;
}

/** The line that ends a directive: as many colons and nothing else, outside fenced code. */
function closingLine(state: StateBlock, start: number, end: number, fence: string): number | undefined {
  let code = "";
  for (let line = start + 1; line < end; line += 1) {
    const text = lineText(state, line);
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[0] ?? "";
    if (code === "") code = mark;
    else if (mark.startsWith(code)) code = "";
    if (code === "" && text.trimEnd() === fence) return line;
  }
  return undefined;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

type Opening = Omit<Directive, "body" | "line"> & { readonly fence: string; readonly malformed?: true };

function readOpening(line: string, kinds: Kinds, page: Page, at: number): Opening | undefined {
  const match = OPENING.exec(line);
  if (match === null) {
    const stray = /^:+\s*$/.test(line);
    report(page, at, {
      code: stray ? "render/directive-stray-end" : "render/directive-form",
      message: stray ? `“${line.trim()}” ends no directive.` : `“${line.trim()}” is not in the form of a directive.`,
      help: stray
        ? "Delete the line, or give it as many colons as the directive that it ends."
        : 'Write it as :::name[Label]{key="value"}; the label and the braces may be left out.',
    });
    // With its end, what is written wrongly stands for a note, so that its end is no second mistake.
    return stray
      ? undefined
      : { fence: /^:+/.exec(line)?.[0] ?? "", name: "note", label: "", attributes: new Map(), malformed: true };
  }
  const [, fence = "", name = "", label = "", written = ""] = match;
  const known = kinds[name];
  if (known === undefined) {
    const meant = nearest(name, Object.keys(kinds));
    report(page, at, {
      code: "render/directive-unknown",
      message: `There is no directive “${name}”.`,
      help: meant ? `Did you mean :::${meant}?` : `Use one of ${Object.keys(kinds).join(", ")}.`,
      needle: name,
    });
  }
  const attributes = readAttributes(written, known && [...known.required, ...known.optional], page, at);
  return { fence, name, label, attributes };
}

function readAttributes(
  written: string,
  known: readonly string[] | undefined,
  page: Page,
  at: number,
): ReadonlyMap<string, string> {
  const attributes = new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, key = "", quoted, bare]) => [key, quoted ?? bare ?? ""]),
  );
  const rest = written.replace(ATTRIBUTE, "").trim();
  const wrong = rest !== "" ? rest : known && [...attributes.keys()].find((key) => !known.includes(key));
  if (wrong !== undefined) {
    report(page, at, {
      code: "render/directive-attribute",
      message: `“${wrong}” is not an attribute of this directive.`,
      help: known?.length
        ? `Use ${known.join(", ")}, written as key="value".`
        : "It takes no attributes: delete the braces.",
      needle: wrong,
    });
  }
  return attributes;
}

function frameOf(token: Token | undefined): Frame {
  return token?.meta?.frame as Frame; // pushTokens put it there
}
