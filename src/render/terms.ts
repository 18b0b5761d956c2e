/** Glossary terms in a lesson's text: where each is first used, it opens its definition. */
import type { StateCore, Token } from "markdown-it";
import type { Term } from "../model/course.ts";
import { escapeHtml } from "./html.ts";
import type { Page } from "./page-context.ts";

/** Where a term stands: in a child of a run of text, from one character to another. */
interface Use {
  readonly term: Term;
  readonly child: Token;
  readonly from: number;
  readonly to: number;
  readonly isStrong: boolean;
}

/**
 * Makes a button with a definition of each term's first use in a text; a use in bold or italics, where authors introduce a
 * word, goes before. Headings, links and header cells stay as they are: nothing may be pressed inside what can be pressed.
 */
export function explainTerms(state: StateCore, { terms = [], prefix }: Page): void {
  if (terms.length === 0) return;
  const uses = [...firstUses(state.tokens, terms).values()];
  const numbers = new Map(terms.map((term, index) => [term, index + 1]));
  for (const token of state.tokens) {
    if (token.children === null || token.type !== "inline") continue;
    token.children = token.children.flatMap((child) => {
      const own = uses.filter((use) => use.child === child).sort((a, b) => a.from - b.from);
      if (own.length === 0) return [child];
      return split(child, own, (term) => `${prefix}-.term-${numbers.get(term)}`, state);
    });
  }
}

function firstUses(tokens: readonly Token[], terms: readonly Term[]): ReadonlyMap<Term, Use> {
  const byName = new Map(terms.map((term) => [term.term.toLowerCase(), term]));
  const pattern = patternOf(terms);
  const uses = new Map<Term, Use>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "inline" || /^(heading|th|dt)_open$/.test(tokens[index - 1]?.type ?? "")) continue;
    for (const { child, isStrong } of freeTexts(token.children ?? [])) {
      for (const match of child.content.matchAll(pattern)) {
        const term = byName.get((match[1] ?? "").toLowerCase());
        const known = term && uses.get(term);
        if (term === undefined || (known && (known.isStrong || !isStrong))) continue;
        uses.set(term, { term, child, from: match.index, to: match.index + match[0].length, isStrong });
      }
    }
  }
  return uses;
}

/** Whole words, longer terms before those that they begin with; a plural in -s or -es is a use as well. */
function patternOf(terms: readonly Term[]): RegExp {
  const names = terms
    .map(({ term }) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .sort((a, b) => b.length - a.length)
    .join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}-])(${names})(?:e?s)?(?![\\p{L}\\p{N}]|-\\p{L})`, "giu");
}

/** The pieces of plain text outside links. */
function freeTexts(children: readonly Token[]): readonly { readonly child: Token; readonly isStrong: boolean }[] {
  let links = 0;
  let strong = 0;
  return children.flatMap((child) => {
    if (child.type.startsWith("link_")) links += child.nesting;
    if (/^(strong|em)_/.test(child.type)) strong += child.nesting;
    return child.type === "text" && links === 0 ? [{ child, isStrong: strong > 0 }] : [];
  });
}

function split(child: Token, uses: readonly Use[], idOf: (term: Term) => string, state: StateCore): Token[] {
  const piece = (type: "text" | "html_inline", content: string): Token => {
    const token = new state.Token(type, "", 0);
    token.content = content;
    return token;
  };
  let at = 0;
  const pieces = uses.flatMap(({ term, from, to }) => {
    const before = piece("text", child.content.slice(at, from));
    const used = piece("html_inline", termHtml(term, child.content.slice(from, to), idOf(term)));
    at = to;
    return [before, used];
  });
  return [...pieces, piece("text", child.content.slice(at))];
}

/**
 * A button and its popover (HTML, 6.12): the browser opens it, closes it at Escape and keeps the focus, without a script.
 * Where popovers are unknown the theme shows the definition behind its word.
 */
function termHtml({ definition }: Term, written: string, id: string): string {
  const word = `<button type="button" class="term" popovertarget="${id}">${escapeHtml(written)}</button>`;
  return `${word}<span id="${id}" class="definition" popover>${escapeHtml(definition)}</span>`;
}
