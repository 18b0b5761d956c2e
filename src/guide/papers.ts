/** A course's papers as self-contained HTML documents: the guide, and the check-off sheets. */
import { readFileSync } from "node:fs";
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { PackageFile } from "../files.ts";
import type { Course } from "../model/course.ts";
import type { Papers } from "../model/papers.ts";
import type { Engines } from "../render/engines.ts";
import type { Templates } from "../render/templates.ts";
import { createDesk, type Desk } from "./desk.ts";
import { type GuideParts, guideBody } from "./guide.ts";
import { sheetsBody } from "./sheets.ts";

export interface PaperOptions extends GuideParts {
  readonly engines: Engines;
  /** What `<meta name="generator">` says, with the tool's version. */
  readonly generator: string;
  /** The style sheet, which stands in the documents. */
  readonly style: string;
  /** Only the sheet with this id. */
  readonly checkOff?: string;
}

export interface RenderedPapers {
  readonly guide: string;
  /** Absent for a course without sheets. */
  readonly checkOffs?: string;
}

/** Renders the papers. All mistakes in their texts are reported in one run, by the codes `render/*`. */
export function renderPapers(
  course: Course,
  papers: Papers,
  templates: Templates,
  options: PaperOptions,
): Outcome<RenderedPapers> {
  const notes: Diagnostic[] = [];
  const desk = createDesk(course, papers, templates, { engines: options.engines, notes });
  const { checkOff } = options;
  const sheets = papers.checkOffs.filter(({ id }) => checkOff === undefined || id === checkOff);
  const document = (kind: string, body: string) => documentOf(kind, body, desk, options);
  const guide = document(desk.words.guide, guideBody(desk, options));
  const printed = sheets.length > 0 && { checkOffs: document(desk.words.sheets, sheetsBody(sheets, desk)) };
  return settle({ guide, ...printed }, notes);
}

/** The mistakes in the texts that are the papers' own, without the questions and pictures that packages show as well. */
export function mistakesInPapers(
  course: Course,
  papers: Papers,
  templates: Templates,
  engines: Engines,
): readonly Diagnostic[] {
  const notes: Diagnostic[] = [];
  const desk = createDesk(course, papers, templates, { engines, notes });
  const teaching = [...papers.teaching.values()].flatMap(({ module, lessons }) =>
    [module ?? [], ...lessons.values()].flat(),
  );
  for (const text of [papers.opening ?? [], ...teaching].flat()) desk.block(text, "notes", 3);
  sheetsBody(papers.checkOffs, desk);
  return notes;
}

function documentOf(kind: string, body: string, desk: Desk, { generator, style }: PaperOptions): string {
  const { course, templates, pageWords, index } = desk;
  const html = templates.render("guide/document", {
    language: course.language,
    direction: course.direction,
    title: `${kind}: ${course.title}`,
    ...{ generator, style, body, skip: pageWords.skip },
  });
  return withinItself(html, new Map(index.media().map((file) => [file.path, file])));
}

/**
 * Puts pictures into the document. Links that lead deeper than the guide goes end at their lesson; what was left out is named and
 * not linked to.
 */
function withinItself(html: string, media: ReadonlyMap<string, PackageFile>): string {
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id = ""]) => id));
  return html
    .replace(/ (src|href|poster)="(media\/[^"]+)"/g, (whole, name: string, path: string) => {
      const file = media.get(path);
      return file ? ` ${name}="${dataUri(file)}"` : whole;
    })
    .replace(/ loading="lazy"/g, "")
    .replace(/ href="#(lesson-\d+)(-[^"]*)"/g, (whole, lesson: string, rest: string) =>
      ids.has(lesson + rest) ? whole : ` href="#${lesson}"`,
    )
    .replace(/<a href="#([^"]+)">([\s\S]*?)<\/a>/g, (whole, id: string, text: string) => (ids.has(id) ? whole : text));
}

const KINDS: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

function dataUri({ path, content }: PackageFile): string {
  const bytes = content.kind === "bytes" ? content.bytes : readFileSync(content.file);
  const kind = KINDS[path.replace(/^.*\./, "")] ?? "application/octet-stream";
  return `data:${kind};base64,${Buffer.from(bytes).toString("base64")}`;
}
