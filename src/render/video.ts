/** `:::video`: a film of the course with captions and a transcript, in the browser's own player. */
import type { Asset } from "../model/course.ts";
import { assetText } from "./asset-text.ts";
import { caption } from "./callouts.ts";
import type { Directive, DirectiveKind, Frame } from "./directive.ts";
import { escapeHtml } from "./html.ts";
import { directiveFile } from "./links.ts";
import { locateIn, type Page, report } from "./page-context.ts";

/** What Safari, Chrome and Firefox all play, and the file names that say so. */
const PLAYED = /\.(mp4|m4v|webm)$/i;

/** @param block renders the transcript, which is Markdown. */
export function videoDirective(block: (text: string, page: Page) => string): DirectiveKind {
  return {
    required: ["src", "captions", "transcript"],
    optional: ["poster", "source", "year"],
    holdsMarkdown: true,
    frame(directive, page): Frame {
      const film = directiveFile(directive, "src", page);
      const captions = directiveFile(directive, "captions", page);
      const transcript = directiveFile(directive, "transcript", page);
      const hasPoster = directive.attributes.has("poster");
      const poster = hasPoster ? directiveFile(directive, "poster", page) : undefined;
      if (film !== undefined) checkFilm(film, directive, page);
      if (captions !== undefined) checkCaptions(captions, page);
      if (directive.label === "") reportTitle(directive, page);
      if (film === undefined || captions === undefined || transcript === undefined) return { before: "", after: "" };
      const player = playerHtml(directive, { film, captions, poster }, page);
      const spoken = transcriptHtml(transcript, directive, page, block);
      return {
        before: `<figure class="figure video">\n${player}`,
        after: `${spoken}${caption(directive, page.words)}</figure>\n`,
      };
    },
  };
}

interface Files {
  readonly film: Asset;
  readonly captions: Asset;
  readonly poster: Asset | undefined;
}

/** `controls` are the browser's own, which keyboards and screen readers know; `metadata` spares a phone's data plan. */
function playerHtml({ label }: Directive, { film, captions, poster }: Files, { index, language, words }: Page): string {
  const image = poster && index.use(poster);
  const size = image?.size ? ` width="${image.size.width}" height="${image.size.height}"` : "";
  const still = image ? ` poster="${escapeHtml(image.path)}"${size}` : "";
  const track = `<track kind="captions" src="${index.use(captions).path}" srclang="${language}" label="${words.captions}" default>`;
  return `<video controls preload="metadata" playsinline src="${index.use(film).path}" aria-label="${escapeHtml(label)}"${still}>${track}</video>\n`;
}

function transcriptHtml(
  asset: Asset,
  { line }: Directive,
  page: Page,
  block: (text: string, page: Page) => string,
): string {
  const text = assetText(asset, page.notes) ?? "";
  if (text.trim() === "") {
    page.notes.push({
      code: "render/transcript-empty",
      severity: "error",
      message: "This transcript says nothing.",
      place: { file: asset.path },
      help: "Write down all that is said, and what is seen that matters.",
    });
  }
  const { check: _, terms: __, ...own } = page;
  const html = block(text, {
    ...own,
    // Two films of one lesson may each have a footnote 1.
    prefix: `${page.prefix}-film-${line}`,
    line: 1,
    locate: locateIn(asset.path, text, 1),
  });
  return `<details class="transcript">\n<summary>${page.words.transcript}</summary>\n<div class="transcript-text">\n${html}</div>\n</details>\n`;
}

function checkFilm({ path }: Asset, { line, attributes }: Directive, page: Page): void {
  if (PLAYED.test(path)) return;
  report(page, line, {
    code: "render/video-form",
    message: `Not every browser plays “${attributes.get("src")}”.`,
    help: "Save the film as MP4 (H.264 with AAC sound), which plays everywhere, or as WebM.",
    needle: attributes.get("src") ?? "",
  });
}

/** WebVTT, 4.1: a file begins with its name. */
function checkCaptions(asset: Asset, page: Page): void {
  const text = assetText(asset, page.notes);
  if (text === undefined || (/^WEBVTT(?:[ \t\n]|$)/.test(text) && text.includes("-->"))) return;
  page.notes.push({
    code: "render/captions-form",
    severity: "error",
    message: text.startsWith("WEBVTT") ? "These captions hold no line with a time." : "These captions are not WebVTT.",
    place: { file: asset.path, line: 1 },
    help: "Save them as WebVTT: the first line is WEBVTT, and times stand as 00:01.000 --> 00:04.000.",
  });
}

function reportTitle({ line }: Directive, page: Page): void {
  report(page, line, {
    code: "render/video-title",
    message: "This video has no title.",
    help: "Write what it shows between the square brackets: :::video[How to wrap the cuff]{…}.",
    needle: "video",
  });
}
