/** Our container directives, `:::name[label]{key=value}`, as a block rule of markdown-it. */
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { nearest } from "../diagnostics/nearest.ts";
import { escapeHtml } from "./html.ts";
import { type Page, pageOf, report } from "./page-context.ts";
import { words } from "./words.ts";

interface Directive {
  readonly fence: string;
  readonly name: string;
  readonly label: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The attributes that each directive knows. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  note: [],
  scenario: [],
  check: [],
  figure: ["source", "year"],
};

const OPENING = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*?)\])?[ \t]*(?:\{(.*)\})?[ \t]*$/;
const ATTRIBUTE = /([A-Za-z][\w-]*)=(?:"([^"]*)"|([^\s"]+))/g;

/** Adds the directives to a Markdown parser. */
export function directives(md: MarkdownIt): void {
  md.block.ruler.before("fence", "directive", directiveRule, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.renderer.rules.directive_open = (tokens, index) => openingHtml(directiveOf(tokens[index]));
  md.renderer.rules.directive_close = (tokens, index) => closingHtml(directiveOf(tokens[index]));
  md.renderer.rules.directive_check = (tokens, index, _options, env) => {
    const page = pageOf(env);
    return page.check?.((tokens[index]?.map?.[0] ?? 0) + page.line) ?? "";
  };
}

function directiveRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = lineText(state, start);
  if (!line.startsWith(":::") || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  if (silent) return true;
  const page = pageOf(state.env);
  const directive = readOpening(line, page, start);
  if (directive === undefined) {
    state.line = start + 1;
    return true;
  }
  const close = closingLine(state, start, end, directive.fence);
  if (close === undefined) {
    report(page, start, {
      code: "render/directive-unclosed",
      message: `“${line.trim()}” is never closed.`,
      help: `Put a line with ${directive.fence} after its text. To hold another directive, it needs more colons than that one.`,
    });
  }
  pushTokens(state, directive, start, close ?? end);
  state.line = close === undefined ? end : close + 1;
  return true;
}

function pushTokens(state: StateBlock, directive: Directive, start: number, close: number): void {
  if (directive.name === "check") {
    // The loader has read the questions between the fences already; the page knows them by this line.
    state.push("directive_check", "div", 0).map = [start, close];
    return;
  }
  const open = state.push("directive_open", "div", 1);
  open.map = [start, close];
  open.meta = { directive };
  const { parentType, lineMax } = state;
  state.parentType = "directive";
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push("directive_close", "div", -1).meta = { directive };
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

function readOpening(line: string, page: Page, at: number): Directive | undefined {
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
    return undefined;
  }
  const [, fence = "", name = "", label = "", written = ""] = match;
  const known = DIRECTIVES[name];
  if (known === undefined) {
    const meant = nearest(name, Object.keys(DIRECTIVES));
    report(page, at, {
      code: "render/directive-unknown",
      message: `There is no directive “${name}”.`,
      help: meant ? `Did you mean :::${meant}?` : `Use one of ${Object.keys(DIRECTIVES).join(", ")}.`,
      needle: name,
    });
  }
  const attributes = readAttributes(written, known, page, at);
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

function directiveOf(token: Token | undefined): Directive {
  return token?.meta?.directive as Directive; // pushTokens put it there
}

function openingHtml({ name, label }: Directive): string {
  if (name === "figure") return '<figure class="figure">\n';
  const kind = name === "scenario" ? words.scenario : words.note;
  const title = label === "" ? "" : ` <span class="callout-title">${escapeHtml(label)}</span>`;
  return `<div class="callout ${name === "scenario" ? "scenario" : "note"}">\n<p class="callout-head"><span class="callout-kind">${kind}</span>${title}</p>\n`;
}

function closingHtml({ name, label, attributes }: Directive): string {
  if (name !== "figure") return "</div>\n";
  const source = [attributes.get("source"), attributes.get("year")].filter((part) => part !== undefined).join(", ");
  const credit = source === "" ? "" : ` <span class="credit">${words.figureSource} ${escapeHtml(source)}</span>`;
  const caption = label === "" && credit === "" ? "" : `<figcaption>${escapeHtml(label)}${credit}</figcaption>\n`;
  return `${caption}</figure>\n`;
}
