/** Authors' Markdown → HTML: CommonMark, tables, footnotes, definition lists and our directives. */
import createMarkdown, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { blockReferences, hintAtHtml, keepInlineTags } from "./author-html.ts";
import { directives } from "./directives.ts";
import type { Engines } from "./engines.ts";
import { escapeHtml, holdHyphens } from "./html.ts";
import { linkCloseHtml, resolveReferences } from "./links.ts";
import { inlineMath, writeFormulas } from "./math-text.ts";
import { noteNearMisses } from "./near-misses.ts";
import { type Page, pageOf, report } from "./page-context.ts";
import { explainTerms } from "./terms.ts";
import { tableName } from "./words.ts";

/** Renders Markdown; every text comes with its page, which also takes the findings. */
export interface Markdown {
  /** Any Markdown. */
  block(text: string, page: Page): string;
  /** Text without block elements. */
  inline(text: string, page: Page): string;
  /** A question's stem, split at its last paragraph: the question sentence. */
  stem(text: string, page: Page): Stem;
}

export interface Stem {
  /** HTML of all but the sentence. */
  readonly before: string;
  /** HTML without block elements. */
  readonly sentence: string;
  /** The sentence as plain text. */
  readonly plain: string;
}

/** What inline Markdown gives a meaning; most choices have none of it and need no parser. */
const MARKUP = /[\\`*_[\]<&!~^\n]/;

/** The one parser of a build. Author text is never changed: no typographer, no linking of bare addresses, no HTML unless the course wants it. */
export function createMarkdownRenderer(engines: Engines): Markdown {
  const md = createMarkdown({ html: engines.sanitize !== undefined, linkify: false, typographer: false });
  const encode = md.normalizeLink;
  // Links are judged by links.ts, which needs them as written and reports what it refuses.
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  md.use(footnote).use(deflist);
  const environment = (page: Page) => ({ page, docId: page.prefix });
  const block = (text: string, page: Page) => md.render(text, environment(page));
  directives(md, { engines, block });
  inlineMath(md);
  md.core.ruler.push("page", (state) => applyPage(state, encode, engines));
  applyRendererRules(md);
  return {
    block,
    inline: (text, page) => (MARKUP.test(text) ? md.renderInline(text, environment(page)) : escapeHtml(text)),
    stem(text, page) {
      const env = environment(page);
      const tokens = md.parse(text, env);
      const at = tokens.findLastIndex(({ type, level }) => type === "paragraph_open" && level === 0);
      const sentence = at < 0 ? undefined : tokens[at + 1];
      const rest = at < 0 ? tokens : tokens.toSpliced(at, 3);
      return {
        before: md.renderer.render(rest, md.options, env),
        sentence: md.renderer.renderInline(sentence?.children ?? [], md.options, env),
        plain: plainText(sentence?.children ?? []),
      };
    },
  };
}

function applyPage(state: StateCore, encode: (url: string) => string, engines: Engines): void {
  const page = pageOf(state.env);
  let tables = 0;
  let previousLevel = page.outline?.above ?? 1;
  if (engines.sanitize === undefined && state.src.includes("<")) hintAtHtml(state.tokens, page);
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === "inline") {
      resolveReferences(token, page, encode);
      keepLegible(state.tokens[index - 1], token.children ?? []);
      noteNearMisses(token, page);
      writeFormulas(token.children ?? [], token.map?.[0] ?? 0, page, engines);
      if (engines.sanitize) keepInlineTags(token.children ?? [], token.map?.[0] ?? 0, page);
    } else if (token.type === "html_block" && engines.sanitize) {
      const around = { page, line: token.map?.[0] ?? 0, encode };
      const tableLabel = () => tableName(page.words, ++tables, "");
      token.content = engines.sanitize(token.content, { ...around, ...blockReferences(state, around), tableLabel });
    }
    if (token.type === "heading_open") previousLevel = prepareHeading(state.tokens, index, previousLevel, page);
    else if (token.type === "table_open") {
      tables += 1;
      token.meta = { label: tableName(page.words, tables, columnsOf(state.tokens, index)) };
    } else if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
  }
  explainTerms(state, page);
}

/** The width in CSS pixels below which the theme scrolls a drawing: its `.drawing` says the same. */
const LEGIBLE = 544;

/**
 * A wide drawing that is a paragraph of its own keeps its words legible: narrow screens scroll it instead of making it
 * small. The picture takes the focus, so that arrow keys scroll it (WCAG 2.2, 2.1.1).
 */
function keepLegible(paragraph: Token | undefined, [image, ...others]: readonly Token[]): void {
  if (paragraph?.type !== "paragraph_open" || paragraph.hidden || others.length > 0) return;
  if (image?.type !== "image" || image.content === "" || Number(image.attrGet("width")) < LEGIBLE) return;
  if (!/\.svg$/i.test(String(image.attrGet("src")))) return;
  paragraph.attrSet("class", "drawing");
  image.attrSet("tabindex", "0");
}

/** Gives a heading its id and its level below the one that the text stands under. */
function prepareHeading(tokens: readonly Token[], index: number, previous: number, page: Page): number {
  const open = tokens[index];
  const inline = tokens[index + 1];
  const close = tokens[index + 2];
  if (open === undefined || inline === undefined || close === undefined) return previous;
  const level = Number(open.tag.slice(1));
  const { above, shift } = page.outline ?? { above: 1, shift: 0 };
  const shown = Math.min(Math.max(level, above + 1), previous + 1);
  if (level !== shown) {
    report(page, open.map?.[0] ?? 0, {
      code: "render/heading-level",
      severity: "warning",
      message: `The heading “${plainText(inline.children ?? [])}” has ${open.markup}, which is shown as ${"#".repeat(shown)}.`,
      help: `Headings here start at ${"#".repeat(above + 1)} and go down one step at a time, so that screen readers can tell the outline.`,
      needle: open.markup,
    });
  }
  open.tag = close.tag = `h${Math.min(shown + shift, 6)}`;
  open.attrSet("id", headingId(plainText(inline.children ?? []), page));
  return shown;
}

function headingId(text: string, page: Page): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const base = `${page.prefix}-${slug === "" ? "section" : slug}`;
  let id = base;
  for (let copy = 2; page.headings.has(id); copy += 1) id = `${base}-${copy}`;
  page.headings.add(id);
  return id;
}

/** The header cells of a table, which name its scroll region. */
function columnsOf(tokens: readonly Token[], table: number): string {
  const end = tokens.findIndex(({ type }, index) => index > table && type === "thead_close");
  return tokens
    .slice(table, end)
    .filter(({ type, content }) => type === "inline" && content !== "")
    .map(({ children }) => plainText(children ?? []))
    .join(", ");
}

/** Packages run under `default-src 'self'`, which forbids the style attribute that markdown-it writes. */
function alignByClass(token: Token): void {
  const side = /(left|center|right)/.exec(String(token.attrGet("style") ?? ""))?.[1];
  if (side !== undefined) token.attrs = [["class", `align-${side}`]];
}

/** The text that a reader hears, on one line. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      if (token.type === "html_inline") return token.content === "<br>" ? " " : "";
      return token.type === "image" ? plainText(token.children ?? []) : token.content;
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function applyRendererRules(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.text = (tokens, index) => escapeHtml(holdHyphens(tokens[index]?.content ?? ""));
  rules.table_open = (tokens, index) => {
    const label = escapeHtml(String(tokens[index]?.meta?.label ?? ""));
    // A group, not a region: a review shows tables of several questions, and landmarks need names of their own.
    return `<div class="table-scroll" role="group" tabindex="0" aria-label="${label}">\n<table>\n`;
  };
  rules.table_close = () => "</table>\n</div>\n";
  rules.link_close = (tokens, index, _options, env) => linkCloseHtml(isExternal(tokens, index), pageOf(env).words);
  // The plugin's own markup has a rule before the notes and a bare arrow as the link's name.
  rules.footnote_block_open = (_tokens, _index, _options, env) =>
    `<div class="footnotes">\n<p class="footnotes-head">${pageOf(env).words.footnotes}</p>\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  rules.footnote_anchor = (tokens, index, options, env, renderer) => {
    const name = renderer.rules.footnote_anchor_name?.(tokens, index, options, env, renderer) ?? "";
    const copy = Number(tokens[index]?.meta?.subId ?? 0);
    return ` <a class="footnote-back" href="#fnref${name}${copy > 0 ? `:${copy}` : ""}" aria-label="${pageOf(env).words.backToText}">↩\uFE0E</a>`;
  };
}

/** Whether the link that ends here began as an external one. Links do not nest. */
function isExternal(tokens: readonly Token[], close: number): boolean {
  for (let at = close - 1; at >= 0; at -= 1) {
    if (tokens[at]?.type === "link_open") return tokens[at]?.meta?.external === true;
  }
  return false;
}
