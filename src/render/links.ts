/** Links and images of an author's text: looked up in the package, or reported. */
import { posix } from "node:path";
import type { Token } from "markdown-it";
import type { Asset } from "../model/course.ts";
import type { RenderedImage } from "../questions/authoring.ts";
import type { Directive } from "./directive.ts";
import {
  decoded,
  EXTERNAL,
  FILE,
  findAsset,
  IMAGE,
  judgeImage,
  LINKED,
  OTHER_SCHEME,
  suggestion,
  type Tell,
} from "./find-asset.ts";
import { escapeHtml } from "./html.ts";
import { type Page, report } from "./page-context.ts";
import type { Words } from "./words.ts";

/** Marks an image without meaning; its alternative text is empty on purpose. */
const DECORATIVE = "{decorative}";

/** Gives every link and image of one run of text its final address. `line` counts from 0 within the page's text. */
export function resolveReferences(inline: Token, page: Page, encode: (url: string) => string): void {
  const children = inline.children ?? [];
  const line = inline.map?.[0] ?? 0;
  const seen = new Map<string, number>();
  const linked: boolean[] = [];
  for (const [index, token] of children.entries()) {
    const needle = String(token.attrGet("src") ?? token.attrGet("href") ?? "");
    const nth = seen.get(needle) ?? 0;
    if (needle !== "") seen.set(needle, nth + 1);
    const tell: Tell = (finding, to) => report(page, line, { needle, nth, ...finding }, to);
    if (token.type === "image") resolveImage(token, children[index + 1], page, tell);
    if (token.type === "link_open") linked.push(resolveLink(token, page, encode, tell));
    if (token.type === "link_close" && linked.pop() === false) hide(token);
  }
}

function resolveImage(token: Token, next: Token | undefined, page: Page, tell: Tell): void {
  const source = String(token.attrGet("src") ?? "");
  const decorative = next?.type === "text" && next.content.startsWith(DECORATIVE);
  if (decorative) next.content = next.content.slice(DECORATIVE.length);
  if (!decorative && token.content.trim() === "") {
    tell({
      code: "render/image-without-text",
      message: `The image “${source}” has no alternative text.`,
      help: "Say between the square brackets what it shows, or write {decorative} behind an image that only adorns.",
    });
  }
  if (decorative) token.children = [];
  const asset = findAsset(source, page, IMAGE, tell);
  if (asset === undefined) return;
  judgeImage(asset, source, tell);
  const { path, size } = page.index.use(asset);
  token.attrSet("src", path);
  if (size !== undefined) {
    token.attrSet("width", size.width);
    token.attrSet("height", size.height);
  }
  token.attrSet("loading", "lazy");
}

/** A picture that a question names by its path, with its natural size; a finding when there is none. */
export function questionImage(source: string, page: Page): RenderedImage | undefined {
  const tell: Tell = (finding) => report(page, 0, { needle: source, nth: 0, ...finding });
  const asset = findAsset(source, page, IMAGE, tell);
  if (asset === undefined) return undefined;
  judgeImage(asset, source, tell);
  const { path, size } = page.index.use(asset);
  if (size !== undefined) return { src: path, ...size };
  tell({
    code: "render/image-size",
    message: `The size of the image “${source}” cannot be read.`,
    help: "Use a PNG, JPEG, GIF, WebP or SVG file; an SVG needs width and height or a viewBox.",
  });
  return undefined;
}

/** A file that a directive names by its path in one of its attributes; a finding when there is none. */
export function directiveFile({ attributes, line }: Directive, key: string, page: Page): Asset | undefined {
  const source = attributes.get(key) ?? "";
  return findAsset(source, page, FILE, (finding) => report(page, line, { needle: source, nth: 0, ...finding }));
}

/** @returns false when only the link's text is kept. */
function resolveLink(token: Token, page: Page, encode: (url: string) => string, tell: Tell): boolean {
  const href = String(token.attrGet("href") ?? "");
  if (EXTERNAL.test(href)) {
    token.attrs = [
      ["href", encode(href)],
      ["rel", "noopener"],
      ["target", "_blank"],
    ];
    token.meta = { external: true };
    return true;
  }
  if (/^(mailto|tel):/i.test(href)) return true;
  if (OTHER_SCHEME.test(href)) {
    tell({
      code: "render/link-scheme",
      message: `“${href}” is not a kind of link that lessons can hold.`,
      help: "Link to a web address (https://…), an e-mail address (mailto:…), a telephone number (tel:…) or a file of the course.",
    });
    return true;
  }
  return resolveInternal(token, href, page, tell);
}

function resolveInternal(token: Token, href: string, page: Page, tell: Tell): boolean {
  const hash = href.indexOf("#");
  const path = decoded(hash < 0 ? href : href.slice(0, hash));
  const anchor = hash < 0 ? "" : decoded(href.slice(hash + 1));
  if (path === "" && page.lesson !== undefined) {
    return linkLesson(token, page.lesson, anchor, href, page, tell);
  }
  if (!path.endsWith(".md")) {
    const asset = findAsset(path, page, LINKED, tell);
    if (asset !== undefined) token.attrs = [["href", page.index.use(asset).path]];
    return true;
  }
  const file = posix.normalize(posix.join(page.folder, path));
  const target = page.index.lessons.get(file);
  if (target === undefined) {
    tell({
      code: "render/link-broken",
      message: `There is no lesson “${path}”.`,
      help: suggestion(file, page.index.lessons.keys(), page),
    });
    return true;
  }
  if (target.inPackage) return linkLesson(token, target.ordinal, anchor, href, page, tell);
  tell({
    code: "render/link-other-package",
    severity: "warning",
    message: `The lesson “${target.title}” is in another package (${target.module}), so the link is shown as plain text.`,
    help: "Say in words where to read on, or ask for packages: [course] so that all modules travel together.",
  });
  hide(token);
  return false;
}

function linkLesson(token: Token, ordinal: number, anchor: string, href: string, page: Page, tell: Tell): boolean {
  const id = anchor === "" ? `lesson-${ordinal}` : `lesson-${ordinal}-${anchor}`;
  token.attrs = [["href", `#${id}`]];
  if (anchor !== "") {
    const missing = {
      code: "render/link-broken",
      message: `The link “${href}” leads to no heading.`,
      help: `Write the heading in lower case with hyphens for spaces: “## Blood pressure” is #blood-pressure.${
        anchor === anchor.toLowerCase() ? "" : ` Here: #${anchor.toLowerCase()}.`
      }`,
    };
    // Only when all lessons are rendered is it known which headings there are.
    tell(missing, (note) => page.index.expect(id, note));
  }
  return true;
}

/** An invisible token: markdown-it renders empty text as nothing. */
function hide(token: Token): void {
  token.type = "text";
  token.content = "";
}

/** The end of a link; one that leaves the package says so. */
export function linkCloseHtml(external: boolean, words: Words): string {
  return external ? `<span class="hidden-text"> ${escapeHtml(words.newTab)}</span></a>` : "</a>";
}
