/** Formulas in a text: `:math[…]` within a line, `:::math` on lines of their own. A dollar sign stays a dollar sign. */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { DirectiveKind } from "./directive.ts";
import type { Engines } from "./engines.ts";
import { escapeHtml } from "./html.ts";
import type { WrittenMath } from "./mathml.ts";
import { type Page, report } from "./page-context.ts";

/** `:::math`: its body is one formula. */
export function mathDirective(engines: Engines): DirectiveKind {
  return {
    required: [],
    optional: [],
    holdsMarkdown: false,
    frame({ body, line }, page) {
      const math = write(engines, body.trim(), true);
      const first = body.split("\n").find((text) => text.trim() !== "") ?? "";
      if (!math.ok) tell(page, line, { why: math.why, needle: first.trim() });
      return { before: `<div class="math">${htmlOf(math, body.trim())}</div>\n`, after: "" };
    },
  };
}

const OPENING = ":math[";

/** Adds `:math[…]` to a Markdown parser. Brackets inside the formula stand in pairs or behind a backslash. */
export function inlineMath(md: MarkdownIt): void {
  md.inline.ruler.before("link", "math", (state: StateInline, silent: boolean) => {
    if (!state.src.startsWith(OPENING, state.pos)) return false;
    const end = closingBracket(state.src, state.pos + OPENING.length);
    if (end < 0) return false;
    if (!silent) {
      const token = state.push("math", "math", 0);
      token.content = state.src.slice(state.pos + OPENING.length, end);
    }
    state.pos = end + 1;
    return true;
  });
  md.renderer.rules.math = (tokens, index) => String(tokens[index]?.meta?.html ?? "");
}

/** Writes the formulas of one run of text, which begins at a line of the page's text, from 0. */
export function writeFormulas(children: readonly Token[], line: number, page: Page, engines: Engines): void {
  for (const token of children) {
    if (token.type !== "math") continue;
    const math = write(engines, token.content, false);
    if (!math.ok) tell(page, line, { why: math.why, needle: token.content });
    token.meta = { html: htmlOf(math, token.content) };
  }
}

function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "[") depth += 1;
    else if (text[at] === "]") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function write({ math }: Engines, tex: string, display: boolean): WrittenMath {
  if (math === undefined) throw new Error("A course with formulas was rendered without what writes formulas.");
  return tex.trim() === "" ? { ok: false, why: "There is nothing in it" } : math({ tex, display });
}

/** A formula that cannot be written is shown as it was typed, and marked. */
function htmlOf(math: WrittenMath, tex: string): string {
  return math.ok ? math.html : `<code class="math-error">${escapeHtml(tex)}</code>`;
}

function tell(page: Page, line: number, { why, needle }: { readonly why: string; readonly needle: string }): void {
  report(page, line, {
    code: "render/math",
    message: `This formula cannot be read: ${why.replace(/\.$/, "")}.`,
    help: "Write it in TeX, such as \\frac{a}{b}, 2 \\times 3 or \\text{mg}; a brace that opens must close.",
    needle,
  });
}
