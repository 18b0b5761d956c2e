/** Authors' own HTML: a hint where it is off, and where course.yaml says `html: sanitized`, what of it a page keeps. */
import type { StateCore, Token } from "markdown-it";
import { resolveReferences } from "./links.ts";
import { type Page, report } from "./page-context.ts";

/** What an HTML block needs of the text around it. */
export interface BlockSurroundings {
  readonly page: Page;
  /** The block's first line, from 0 within the page's text. */
  readonly line: number;
  /** The final attributes of an image; findings as for one in Markdown. */
  image(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** The final attributes of a link; `undefined` where only its text is kept. */
  link(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined;
  /** The name of the next table. */
  tableLabel(): string;
}

/** Author's HTML block → HTML that can do no harm; what is left out goes to the page's notes. */
export type SanitizeBlock = (html: string, around: BlockSurroundings) => string;

/** Links and images of an HTML block, looked up in the same way as those of Markdown. */
export function blockReferences(
  { Token }: StateCore,
  { page, line, encode }: { readonly page: Page; readonly line: number; encode(url: string): string },
): Pick<BlockSurroundings, "image" | "link"> {
  const resolve = (...children: Token[]) => {
    const run = new Token("inline", "", 0);
    Object.assign(run, { children, map: [line, line + 1] });
    resolveReferences(run, page, encode);
  };
  const token = (type: string, content = "") => Object.assign(new Token(type, "", 0), { content });
  return {
    image({ src = "", alt }) {
      const image = token("image", alt ?? "");
      image.attrs = [["src", src]];
      // HTML, 4.8.4.4: an empty alternative text says that the image only adorns; a missing one says nothing.
      resolve(image, token("text", alt === "" ? "{decorative}" : ""));
      return { ...attributesOf(image), alt: alt ?? "" };
    },
    link({ href = "" }) {
      const link = token("link_open");
      link.attrs = [["href", href]];
      resolve(link, token("link_close"));
      return link.type === "link_open" ? attributesOf(link) : undefined;
    },
  };
}

function attributesOf({ attrs }: Token): Readonly<Record<string, string>> {
  return Object.fromEntries((attrs ?? []).map(([name, value]) => [name, String(value)]));
}

interface OpenTag {
  readonly token: Token;
  /** Absent for what Markdown opened. */
  readonly name?: string;
}

/**
 * Keeps in a run of text the tags `sub`, `sup`, `kbd`, `mark`, `small`, `abbr` and `br` that open and close within it, in step
 * with the Markdown around them; the text of all others stays without its tags. `line` counts from 0.
 */
export function keepInlineTags(children: readonly Token[], line: number, page: Page): void {
  const seen = new Map<string, number>();
  const open: OpenTag[] = [];
  const refused = new Map<Token, string>();
  for (const token of children) {
    if (token.type === "image") hideTags(token.children ?? []);
    if (token.type === "html_inline") keepTag(token, open, refused);
    else if (token.nesting > 0) open.push({ token });
    else if (token.nesting < 0) for (const tag of closedBy(open)) refused.set(tag, UNPAIRED);
  }
  for (const { token, name } of open) if (name !== undefined) refused.set(token, UNPAIRED);
  for (const token of children) {
    if (token.type !== "html_inline") continue;
    const needle = String(token.meta?.written);
    const nth = seen.get(needle) ?? 0;
    seen.set(needle, nth + 1);
    const help = refused.get(token);
    if (help === undefined) continue;
    const message = `The tag “${needle}” is left out.`;
    report(page, line, { code: "render/html-removed", severity: "warning", message, help, needle, nth });
    hide(token);
  }
}

const UNPAIRED = "Open and close the tag in the same paragraph, and inside the same bold or italic text.";
const UNKNOWN =
  "Within a text only <sub>, <sup>, <kbd>, <mark>, <small>, <br> without attributes and <abbr title> are kept; write the rest in Markdown.";
const OPENING = /^<(sub|sup|kbd|mark|small)\s*>$/i;
const ABBREVIATION = /^<abbr\s+title=(?:"([^"]*)"|'([^']*)')\s*>$/i;
const CLOSING = /^<\/(sub|sup|kbd|mark|small|abbr)\s*>$/i;

/** Writes the tag anew, so that nothing of the author's own reaches the page but the title of an abbreviation. */
function keepTag(token: Token, open: OpenTag[], refused: Map<Token, string>): void {
  const written = token.content;
  token.meta = { written };
  const name = (OPENING.exec(written) ?? CLOSING.exec(written))?.[1]?.toLowerCase();
  const abbreviation = ABBREVIATION.exec(written);
  if (written.startsWith("<!--")) hide(token);
  else if (/^<br\s*\/?>$/i.test(written)) token.content = "<br>";
  else if (abbreviation) {
    const title = abbreviation[1] ?? abbreviation[2]?.replaceAll('"', "&quot;") ?? "";
    token.content = `<abbr title="${title}">`;
    open.push({ token, name: "abbr" });
  } else if (name === undefined) refused.set(token, UNKNOWN);
  else if (!written.startsWith("</")) {
    token.content = `<${name}>`;
    open.push({ token, name });
  } else if (open.at(-1)?.name === name) {
    token.content = `</${name}>`;
    open.pop();
  } else refused.set(token, UNPAIRED);
}

/** Closes the innermost element of Markdown; gives the tags inside it that are still open. */
function closedBy(open: OpenTag[]): readonly Token[] {
  const at = open.findLastIndex(({ name }) => name === undefined);
  return open.splice(Math.max(0, at)).flatMap(({ token, name }) => (name === undefined ? [] : [token]));
}

/** An alternative text is text: tags in it would be read out. */
function hideTags(children: readonly Token[]): void {
  for (const child of children) if (child.type === "html_inline") hide(child);
}

function hide(token: Token): void {
  token.type = "text";
  token.content = "";
}

/** What authors write as HTML; `<name>` and `<5 mg` are only text. */
const TAG =
  /(?<!\\)(?:<!--|<\/?(?:a|abbr|audio|b|blockquote|br|button|center|code|dd|details|div|dl|dt|em|embed|figcaption|figure|font|form|h[1-6]|hr|i|iframe|img|input|kbd|li|mark|object|ol|p|pre|script|section|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>)/i;

/** Where a file's first HTML stands that is shown as text. */
export function hintAtHtml(tokens: readonly Token[], page: Page): void {
  for (const { type, content, children, map } of tokens) {
    const needle = type === "inline" ? TAG.exec(content)?.[0] : undefined;
    if (needle === undefined) continue;
    // In code it is meant as text.
    if (!children?.some((child) => child.type === "text" && child.content.includes(needle))) continue;
    const line = map?.[0] ?? 0;
    const { file } = page.locate(line, needle, 0);
    if (page.notes.some(({ code, place }) => code === "render/html-off" && place?.file === file)) return;
    report(page, line, {
      code: "render/html-off",
      severity: "hint",
      message: `“${needle}” is HTML, which learners see as you typed it.`,
      help: "Write it in Markdown, or as `code` when learners are to read it; `html: sanitized` in course.yaml turns harmless HTML on.",
      needle,
    });
    return;
  }
}
