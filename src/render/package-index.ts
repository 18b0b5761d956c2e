/** What one package holds, for links and images: its lessons, its media, and who used what. */
import { closeSync, openSync, readSync } from "node:fs";
import { extname, posix } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Content, PackageFile } from "../files.ts";
import { basePath } from "../load/editions.ts";
import type { Asset, Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import { type ImageSize, imageSize } from "./image-size.ts";

export interface LessonTarget {
  readonly ordinal: number;
  readonly title: string;
  /** The title of the module that holds it. */
  readonly module: string;
  readonly inPackage: boolean;
}

export interface Medium {
  /** Inside the package. */
  readonly path: string;
  readonly size?: ImageSize;
}

export interface PackageIndex {
  /** Every lesson of the course by its path relative to the course folder, a translated one also by that of its base. */
  readonly lessons: ReadonlyMap<string, LessonTarget>;
  /** Paths of all assets that the package's modules hold. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The asset's place in the package; from now on the package carries it. */
  use(asset: Asset): Medium;
  /** The files used so far. */
  media(): readonly PackageFile[];
  /** A link leads to this heading; `missing` is what to say when no lesson has it. */
  expect(id: string, missing: Diagnostic): void;
  /** What to say of the expected headings that are not among those found. */
  missing(found: ReadonlySet<string>): readonly Diagnostic[];
  /** The same index for a part of the package, with nothing used or expected yet. */
  forPart(): PackageIndex & { gathered(): Gathered };
  /** Takes over what a part has used and expects. */
  include(part: Gathered): void;
}

/** What the texts of a part use and expect. */
export interface Gathered {
  readonly media: readonly Used[];
  readonly expected: readonly { readonly id: string; readonly missing: Diagnostic }[];
}

interface Used {
  readonly medium: Medium;
  readonly file: PackageFile;
}

/** 64 KiB reach past the metadata of nearly every photograph to the size in its header. */
const HEAD = 64 * 1024;

/** The index of one package. */
export function createPackageIndex(course: Course, unit: CoursePackage): PackageIndex {
  const lessons = new Map<string, LessonTarget>();
  for (const module of course.modules) {
    const inPackage = unit.modules.some(({ id }) => id === module.id);
    for (const { file, ordinal, title } of module.lessons) {
      const target = { ordinal, title, module: module.title, inPackage };
      lessons.set(file, target).set(basePath(file), target);
    }
  }
  return indexOver({
    lessons,
    assets: new Map(course.modules.flatMap(({ assets }) => assets.map((asset) => [asset.path, asset]))),
  });
}

function indexOver(known: Pick<PackageIndex, "lessons" | "assets">): ReturnType<PackageIndex["forPart"]> {
  const media = new Map<string, Used>();
  const expected: Gathered["expected"][number][] = [];
  return {
    ...known,
    use(asset) {
      const path = mediaPath(asset);
      const used = media.get(path) ?? { medium: mediumOf(path, asset), file: { ...fileOf(asset), path } };
      media.set(path, used);
      return used.medium;
    },
    media: () => [...media.values()].map(({ file }) => file),
    expect: (id, missing) => void expected.push({ id, missing }),
    missing: (found) => expected.flatMap(({ id, missing }) => (found.has(id) ? [] : missing)),
    forPart: () => indexOver(known),
    gathered: () => ({ media: [...media.values()], expected }),
    include(part) {
      for (const used of part.media) if (!media.has(used.file.path)) media.set(used.file.path, used);
      expected.push(...part.expected);
    },
  };
}

/** The content's hash in the name lets a browser keep it for ever, and keeps equal names of two modules apart. */
function mediaPath(asset: Asset): string {
  const extension = extname(asset.path)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, "");
  const name = asciiSlug(posix.basename(asset.path, extname(asset.path)));
  return `media/${asset.sha256.slice(0, 8)}-${name}${extension}`;
}

function mediumOf(path: string, asset: Asset): Medium {
  const size = imageSize(headOf(asset.content));
  return size === undefined ? { path } : { path, size };
}

function fileOf({ content, size, sha256 }: Asset): Omit<PackageFile, "path"> {
  return { content, size, sha256 };
}

function headOf(content: Content): Uint8Array {
  if (content.kind === "bytes") return content.bytes.subarray(0, HEAD);
  const handle = openSync(content.file, "r");
  try {
    const buffer = Buffer.alloc(HEAD);
    return buffer.subarray(0, readSync(handle, buffer, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}

/** A name in lower-case ASCII letters, digits and hyphens; never empty. */
export function asciiSlug(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return slug === "" ? "file" : slug;
}
