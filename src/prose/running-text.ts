/** The running text of a lesson: what a reader reads from line to line. */
import { markdownLines } from "../load/fences.ts";

/** Directives whose inside is no running text. */
const SILENT = new Set(["check", "math"]);
const FENCE = /^(:{3,})[ \t]*([a-z]*)/;
/** Lines of their own kind: headings, rules, rows of tables, definitions of links, choices of scenarios. */
const NOT_RUNNING = /^ {0,3}(?:#{1,6}(?:\s|$)|(?:[-*_]\s*){3,}$|\||\[[^\]]+\]:|[-*+]\s+\[[ xX]\])/;
/** What opens a block: list items, quotes, definitions, notes. */
const OPENS = /^\s*(?:[-*+]\s|\d+[.)]\s|>\s?|:\s|\[\^[^\]]+\]:\s*)+/;

/**
 * The paragraphs of a Markdown text as plain text: with lists, quotes and callouts; without headings, tables, code,
 * formulas, checks and alternative texts. Light, not CommonMark to the letter: good for counting words.
 */
export function runningText(markdown: string): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  let silentUntil = "";
  for (const { text, code } of markdownLines(markdown)) {
    const [, fence, name = ""] = (code ? null : FENCE.exec(text)) ?? [];
    if (fence !== undefined) {
      if (silentUntil === "" && SILENT.has(name)) silentUntil = fence;
      else if (silentUntil === fence && name === "") silentUntil = "";
    }
    if (code || fence !== undefined || silentUntil !== "" || text.trim() === "" || NOT_RUNNING.test(text)) {
      open = false;
      continue;
    }
    const inside = text.replace(OPENS, "");
    if (open && inside === text) paragraphs.push(`${paragraphs.pop() ?? ""} ${inside.trim()}`);
    else paragraphs.push(inside.trim());
    open = true;
  }
  return paragraphs.map(words).filter((paragraph) => paragraph !== "");
}

const MARKUP = /!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|:math\[(?:[^[\]]|\[[^\]]*\])*\]|\[\^[^\]]*\]|[*_`\\]/g;
const LINK = /\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;
const ADDRESS = /<?https?:\/\/[^\s>]*>?/g;

/** A paragraph's words without its markup. */
function words(paragraph: string): string {
  if (!/[*_`\\[:]/.test(paragraph)) return paragraph;
  return paragraph.replace(MARKUP, "").replace(LINK, "$1").replace(ADDRESS, "").trim();
}
