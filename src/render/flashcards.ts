/** `:::flashcards`: the terms of decks as a list, which the player makes cards of (`player/views/flashcards.ts`). */
import { nearest } from "../diagnostics/nearest.ts";
import type { Term } from "../model/course.ts";
import type { Directive, DirectiveKind } from "./directive.ts";
import { escapeHtml, holdHyphens } from "./html.ts";
import { type Page, report, reportLessonOnly } from "./page-context.ts";
import { fill, type Words } from "./words.ts";

export const flashcards: DirectiveKind = {
  required: ["deck"],
  optional: [],
  holdsMarkdown: true,
  frame(directive, page) {
    const { glossary } = page;
    if (!glossary) {
      reportLessonOnly(page, directive.line, "flashcards");
      return { before: "", after: "" };
    }
    const names = decksNamed(directive, glossary, page);
    const terms = glossary.filter(({ decks = [] }) => decks.some(({ name }) => names.has(name)));
    const titles = new Map(terms.flatMap(({ decks = [] }) => decks.map(({ name, title }) => [name, title])));
    const label = directive.label || [...names].flatMap((name) => titles.get(name) ?? []).join(", ");
    const { flashcards: kind } = page.words;
    const head = `<p class="callout-head"><span class="callout-kind">${kind}</span> <span class="callout-title">${escapeHtml(label)}</span></p>`;
    return {
      before: `<div class="callout flashcards" role="group" aria-label="${kind}: ${escapeHtml(label)}">\n${head}\n`,
      after: `${listHtml(terms, page.words)}</div>\n`,
    };
  },
};

/** The decks of a directive, without those that hold no term, which are reported. */
function decksNamed({ attributes, line }: Directive, glossary: readonly Term[], page: Page): ReadonlySet<string> {
  const known = new Set(glossary.flatMap(({ decks = [] }) => decks.map(({ name }) => name)));
  const written = (attributes.get("deck") ?? "").split(",").map((name) => name.trim());
  for (const [at, name] of written.entries()) {
    const twin = written.indexOf(name) < at;
    if (known.has(name) && !twin) continue;
    const meant = nearest(name, known);
    const unknown = {
      code: "render/deck-unknown",
      message: `No term of the glossary belongs to the deck “${name}”.`,
      help: meant ? `Did you mean ${meant}?` : `Give terms in glossary.yaml the key \`decks: [${name || "name"}]\`.`,
    };
    const twice = {
      code: "render/deck-twice",
      message: `The deck “${name}” is named twice.`,
      help: "Name it once: its cards are the same.",
    };
    report(page, line, { ...(twin ? twice : unknown), needle: name, nth: 0 });
  }
  return new Set(written.filter((name) => known.has(name)));
}

/** Open, so that it can be read where no script runs. */
function listHtml(terms: readonly Term[], words: Words): string {
  const summary = fill(words.flashcardsAll, { count: terms.length });
  return `<details open>\n<summary>${summary}</summary>\n<dl>\n${terms.map(cardHtml).join("")}</dl>\n</details>\n`;
}

function cardHtml({ term, definition, pronunciation, parts }: Term): string {
  const spoken = pronunciation ? ` <span class="spoken">(${escapeHtml(pronunciation)})</span>` : "";
  const pieces = parts.length > 0 ? ` <span class="parts">${escapeHtml(holdHyphens(parts.join(" · ")))}</span>` : "";
  const name = escapeHtml(term);
  return `<div data-card="${name}"><dt>${name}${spoken}${pieces}</dt><dd>${escapeHtml(definition)}</dd></div>\n`;
}
