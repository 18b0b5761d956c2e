/** Directives that only frame their Markdown: notes, scenarios, figures. */
import type { Directive, DirectiveKind, Frame } from "./directive.ts";
import { escapeHtml } from "./html.ts";
import type { Words } from "./words.ts";

export const note = callout("note");

/** A story. Where it branches, the loader has read its scenes already; the page knows them by its line. */
export const scenario: DirectiveKind = {
  ...callout("scenario"),
  frame(directive, page): Frame {
    const scenes = page.check?.(page.line + directive.line) ?? "";
    return scenes === "" ? callout("scenario").frame(directive, page) : { before: scenes, after: "", whole: true };
  },
};

export const figure: DirectiveKind = {
  required: [],
  optional: ["source", "year"],
  holdsMarkdown: true,
  frame: (directive, page) => ({
    before: '<figure class="figure">\n',
    after: `${caption(directive, page.words)}</figure>\n`,
  }),
};

/** The caption of a figure with where it comes from; empty when the author gives neither. */
export function caption({ label, attributes }: Directive, words: Words): string {
  const source = [attributes.get("source"), attributes.get("year")].filter((part) => part !== undefined).join(", ");
  const credit = source === "" ? "" : ` <span class="credit">${words.figureSource} ${escapeHtml(source)}</span>`;
  return label === "" && credit === "" ? "" : `<figcaption>${escapeHtml(label)}${credit}</figcaption>\n`;
}

function callout(kind: "note" | "scenario"): DirectiveKind {
  return {
    required: [],
    optional: [],
    holdsMarkdown: true,
    frame({ label }, { words }): Frame {
      const title = label === "" ? "" : ` <span class="callout-title">${escapeHtml(label)}</span>`;
      const head = `<p class="callout-head"><span class="callout-kind">${words[kind]}</span>${title}</p>`;
      return { before: `<div class="callout ${kind}">\n${head}\n`, after: "</div>\n" };
    },
  };
}
