import { createHash } from "node:crypto";

/** Bytes in memory, or a file on disk that is streamed when it is packed. */
export type Content =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "file"; readonly file: string };

/** One file of a package. */
export interface PackageFile {
  /** Relative, `/`-separated, ASCII. */
  readonly path: string;
  readonly content: Content;
  /** In bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The SHA-256 of bytes or UTF-8 text as lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A package file from bytes. */
export function bytesFile(path: string, bytes: Uint8Array): PackageFile {
  return { path, content: { kind: "bytes", bytes }, size: bytes.byteLength, sha256: sha256(bytes) };
}

/** A package file from text, as UTF-8. */
export function textFile(path: string, text: string): PackageFile {
  return bytesFile(path, new TextEncoder().encode(text));
}

/**
 * One list in code-unit order of paths, which is what makes builds byte-identical.
 *
 * @throws Error when two files share a path (also when only the case differs: Windows would lose one) or a path leaves
 * the package. Both are faults of the tool, not of a course.
 */
export function mergeFiles(...lists: readonly (readonly PackageFile[])[]): readonly PackageFile[] {
  const files = lists.flat().sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const seen = new Map<string, string>();
  for (const { path } of files) {
    if (!isSafePath(path)) throw new Error(`Unsafe path in a package: ${JSON.stringify(path)}`);
    const twin = seen.get(path.toLowerCase());
    if (twin !== undefined) throw new Error(`Two files in a package share the path ${twin} / ${path}`);
    seen.set(path.toLowerCase(), path);
  }
  return files;
}

/** True for a relative `/`-separated ASCII path without empty, `.` or `..` segments. */
export function isSafePath(path: string): boolean {
  return /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(path) && !path.split("/").some((part) => /^\.+$/.test(part));
}
