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
  const text = state.src.toLowerCase();
  const present = terms.filter(({ term }) => text.includes(term.toLowerCase()));
  if (present.length === 0) return;
  const uses = [...firstUses(state.tokens, present).values()];
  const touched = new Set(uses.map(({ child }) => child));
  for (const token of state.tokens) {
    if (!token.children?.some((child) => touched.has(child))) continue;
    token.children = token.children.flatMap((child) => {
      if (!touched.has(child)) return [child];
      const own = uses.filter((use) => use.child === child).sort((a, b) => a.from - b.from);
      return split(child, own, (term) => `${prefix}-.term-${terms.indexOf(term) + 1}`, state);
    });
  }
}

function firstUses(tokens: readonly Token[], terms: readonly Term[]): ReadonlyMap<Term, Use> {
  const longestFirst = terms.toSorted((a, b) => b.term.length - a.term.length);
  const uses = new Map<Term, Use>();
  const isWanted = (term: Term, isStrong: boolean): boolean => {
    const known = uses.get(term);
    return known === undefined || (isStrong && !known.isStrong);
  };
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "inline" || /^(heading|th|dt)_open$/.test(tokens[index - 1]?.type ?? "")) continue;
    eachFreeText(token.children ?? [], (child, isStrong) => {
      // Most of a lesson comes after its terms: reading on there would take longer than rendering it.
      if (!terms.some((term) => isWanted(term, isStrong))) return;
      for (const [term, { from, to }] of wordsIn(child.content, longestFirst)) {
        if (isWanted(term, isStrong)) uses.set(term, { term, child, from, to, isStrong });
      }
    });
  }
  return uses;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first place of each term in a text that no longer term takes. */
function wordsIn(text: string, longestFirst: readonly Term[]): ReadonlyMap<Term, Span> {
  const lower = text.toLowerCase();
  // A few letters grow when they are made small; places in the one text are not places in the other then.
  const searched = lower.length === text.length ? lower : text;
  const first = new Map<Term, Span>();
  const taken: Span[] = [];
  for (const term of longestFirst) {
    const name = term.term.toLowerCase();
    for (let at = searched.indexOf(name); at >= 0; at = searched.indexOf(name, at + name.length)) {
      const to = wordEnd(searched, at, name.length);
      if (to === undefined || taken.some((span) => at < span.to && span.from < to)) continue;
      taken.push({ from: at, to });
      if (!first.has(term)) first.set(term, { from: at, to });
    }
  }
  return first;
}

const BEFORE = /[\p{L}\p{N}-]$/u;
/** A plural in -s or -es is a use as well. */
const AFTER = /^(?:e?s)?(?![\p{L}\p{N}]|-\p{L})/u;

/** Where a word ends that begins there; `undefined` when it is part of another. */
function wordEnd(text: string, from: number, length: number): number | undefined {
  if (BEFORE.test(text.slice(Math.max(0, from - 2), from))) return undefined;
  const plural = AFTER.exec(text.slice(from + length, from + length + 5))?.[0];
  return plural === undefined ? undefined : from + length + plural.length;
}

/** Visits the pieces of plain text outside links. */
function eachFreeText(children: readonly Token[], visit: (child: Token, isStrong: boolean) => void): void {
  let links = 0;
  let strong = 0;
  for (const child of children) {
    if (child.type === "text" && links === 0) visit(child, strong > 0);
    else if (child.type.startsWith("link_")) links += child.nesting;
    else if (child.type.startsWith("strong_") || child.type.startsWith("em_")) strong += child.nesting;
  }
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
