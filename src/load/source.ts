import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { bytesFile, type PackageFile } from "../files.ts";

/** What a source holds. */
export interface Listing {
  /** Every file: relative, `/`-separated, in code-unit order; no dotfiles, nothing of `node_modules`. */
  readonly paths: readonly string[];
  /** Links that lead out of the course or nowhere. They are not followed and not in `paths`. */
  readonly linksOutside: readonly string[];
}

/** A course folder, on disk or in memory. Paths are relative and `/`-separated. */
export interface Source {
  list(): Promise<Listing>;
  /** @throws Error when there is no such file. */
  read(path: string): Promise<Uint8Array>;
  /** The file as something to pack, without holding it in memory where that can be avoided. */
  refer(path: string): Promise<PackageFile>;
}

/** Files up to this size are hashed in one read; larger ones are streamed. In bytes. */
const SMALL = 1024 * 1024;

/** A course from a folder on disk. */
export function folder(root: string): Source {
  const at = (path: string): string => join(root, ...path.split("/"));
  return {
    list: () => listFolder(root),
    // A course is thousands of small files: waiting for each costs four times the processor time of reading it.
    read: async (path) => readFileSync(at(path)),
    async refer(path) {
      const file = at(path);
      const { size } = await stat(file);
      return { path, content: { kind: "file", file }, size, sha256: await hashFile(file, size) };
    },
  };
}

/** A course from texts and bytes by path: tests and previews need no folder. */
export function memory(files: Readonly<Record<string, string | Uint8Array>>): Source {
  const bytes = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) throw new Error(`No such file: ${path}`);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    list: async () => ({ paths: Object.keys(files).filter(isListed).sort(), linksOutside: [] }),
    read: async (path) => bytes(path),
    refer: async (path) => bytesFile(path, bytes(path)),
  };
}

async function hashFile(file: string, size: number): Promise<string> {
  const hash = createHash("sha256");
  if (size <= SMALL) return hash.update(readFileSync(file)).digest("hex");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

function isListed(path: string): boolean {
  return !path.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

async function listFolder(root: string): Promise<Listing> {
  const home = await realpath(root);
  const paths: string[] = [];
  const linksOutside: string[] = [];
  const walk = async (below: string, parents: readonly string[]): Promise<void> => {
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (!isListed(entry.name)) continue;
      const real = entry.isSymbolicLink() ? await insidePath(join(root, path), home) : undefined;
      if (entry.isSymbolicLink() && real === undefined) linksOutside.push(path);
      else if (entry.isDirectory()) await walk(path, parents);
      else if (real === undefined || (await stat(real)).isFile()) paths.push(path);
      // A link to a folder that holds it would never end.
      else if (!parents.includes(real)) await walk(path, [...parents, real]);
    }
  };
  await walk("", [home]);
  return { paths: paths.sort(), linksOutside: linksOutside.sort() };
}

/** Where a link leads, when that is inside the course. */
async function insidePath(link: string, home: string): Promise<string | undefined> {
  const real = await realpath(link).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ELOOP") return undefined;
    throw error;
  });
  return real?.startsWith(home + sep) ? real : undefined;
}
