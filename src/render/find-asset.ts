/** Files that an author's text names by their paths: looked up among the package's, or reported. */
import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Asset } from "../model/course.ts";
import type { Page, PageFinding } from "./page-context.ts";

export const EXTERNAL = /^(https?:)?\/\//i;
export const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export type Tell = (finding: PageFinding, to?: (note: Diagnostic) => void) => void;

/** How findings call what was looked for. */
interface Sought {
  readonly name: string;
  readonly outside: string;
  readonly missing: string;
}

export const IMAGE: Sought = { name: "image", outside: "render/image-outside", missing: "render/image-missing" };
export const LINKED: Sought = { name: "file", outside: "render/image-outside", missing: "render/link-broken" };
export const FILE: Sought = { name: "file", outside: "render/file-outside", missing: "render/file-missing" };

/** The file with this path, relative to the page's folder; a finding when there is none. */
export function findAsset(source: string, page: Page, sought: Sought, tell: Tell): Asset | undefined {
  if (EXTERNAL.test(source) || OTHER_SCHEME.test(source)) {
    tell({
      code: sought.outside,
      message: `The ${sought.name} “${source}” is not a file of the course.`,
      help: `Packages load nothing from elsewhere: put the ${sought.name} into the module's assets folder and name it by its path.`,
    });
    return undefined;
  }
  const path = posix.normalize(posix.join(page.folder, decoded(source)));
  const asset = page.index.assets.get(path);
  if (asset !== undefined) return asset;
  tell({
    code: sought.missing,
    message: `There is no file “${source}” in the module.`,
    help: fileHelp(source, path, sought, page),
  });
  return undefined;
}

function fileHelp(source: string, path: string, sought: Sought, page: Page): string {
  if (/^www\.|^[\w-]+\.(com|org|gov|edu|net)\b/i.test(source)) {
    return `A web address begins with https://: write “https://${source}”.`;
  }
  const known = [...page.index.assets.keys()].filter((file) => file.startsWith(`${page.folder}/`));
  const lesson = [...page.index.lessons.keys()].find(
    (file) => posix.dirname(file) === page.folder && nameOf(file) === source,
  );
  if (sought === LINKED && lesson !== undefined) return `Name the lesson's file: “${posix.basename(lesson)}”.`;
  const sameName = known.find((file) => posix.basename(file).toLowerCase() === posix.basename(path).toLowerCase());
  if (sameName !== undefined) return `Did you mean “${posix.relative(page.folder, sameName)}”?`;
  const alike = known.filter((file) => (SHOWN.test(path) ? SHOWN.test(file) : endingOf(file) === endingOf(path)));
  const elsewhere = [...page.index.assets.keys()].find((file) => posix.basename(file) === posix.basename(path));
  if (nearest(path, alike) === undefined && elsewhere !== undefined) {
    return `There is a file “${elsewhere}”: copy it into the module's assets folder.`;
  }
  return suggestion(path, alike, page);
}

const endingOf = (file: string): string => posix.extname(file).toLowerCase();
/** A lesson's name without its number and ending. */
const nameOf = (file: string): string => posix.basename(file, ".md").replace(/^\d+-/, "");

/** What to do about a path that leads nowhere. */
export function suggestion(path: string, known: Iterable<string>, page: Page): string {
  const meant = nearest(path, known);
  if (meant === undefined) return "Check the path: it is relative to the module's folder.";
  return `Did you mean “${posix.relative(page.folder, meant)}”?`;
}

/** A path as it is on disk, without its percent signs. */
export function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // A stray % is the author's own character, not an encoding.
    return url;
  }
}

/** What a phone on a slow line loads in two seconds (1.6 Mbit/s), in bytes. */
const HEAVY = 400_000;

/** What every browser of the last years shows; photographs of phones (HEIC) and scans (TIFF) are not among them. */
const SHOWN = /\.(svg|png|apng|jpe?g|gif|webp|avif)$/i;

/** Says what keeps learners from seeing a picture, or keeps them waiting for it. */
export function judgeImage(asset: Asset, source: string, tell: Tell): void {
  if (asset.size === 0) {
    const help = "Copy the picture into the folder again.";
    tell({ code: "render/image-empty", message: `The image “${source}” is an empty file.`, help });
  } else if (!SHOWN.test(asset.path)) {
    tell({
      code: "render/image-format",
      message: `The image “${source}” is of a kind that many browsers do not show.`,
      help: "Save it as JPEG, PNG, WebP or SVG; renaming it is not enough.",
    });
  }
  weigh(asset, source, tell);
}

function weigh({ size }: Asset, source: string, tell: Tell): void {
  if (size <= HEAVY) return;
  tell({
    code: "render/heavy-image",
    severity: "warning",
    message: `The image “${source}” has ${Math.round(size / 1000)} KB, which keeps learners on slow lines waiting.`,
    help: "Scale it to at most 1,600 pixels wide and save it as WebP or JPEG at quality 80: at most 400 KB are a good measure.",
  });
}
