/** The folder that built packages land in: their names, what stands in build.json, and how a new build replaces an old one. */
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageFile } from "../files.ts";

/** What build.json says of one package. */
export interface PackageRecord {
  /** The zip's name in the folder. */
  readonly file: string;
  /** The module's id; absent for the package of the whole course. */
  readonly module?: string;
  /** BCP 47. */
  readonly language: string;
  readonly target: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** build.json: what was built from what. */
export interface BuildRecord<P extends PackageRecord = PackageRecord> {
  readonly tool: string;
  readonly course: { readonly id: string; readonly version: string };
  readonly packages: readonly P[];
}

const RECORD = "build.json";

/** What a package's name says of its course; only editions say their language. */
export interface NamedCourse {
  readonly id: string;
  readonly version: string;
  readonly edition?: string;
}

/** `<course>[-<module>]-<version>[-<language>]-<target>.zip` in ASCII letters, digits, dots and hyphens. */
export function packageFileName({ id, version, edition }: NamedCourse, module: string | undefined, target: string) {
  const parts = [id, module, version, edition, target].filter((part) => part !== undefined);
  return `${parts.map(asciiName).join("-")}.zip`;
}

/** `<course>-<version>[-<language>]-<kind>.html`: a document for instructors, beside the packages. */
export function paperFileName({ id, version, edition }: NamedCourse, kind: string): string {
  const parts = [id, version, edition, kind].filter((part) => part !== undefined);
  return `${parts.map(asciiName).join("-")}.html`;
}

/** Writes documents into the folder of the packages; each replaces the one of the same name. */
export async function writePapers(out: string, papers: readonly PackageFile[]): Promise<void> {
  await withWaitingRoom(out, async (folder) => {
    for (const { path, content } of papers) {
      if (content.kind === "bytes") await writeFile(join(folder, path), content.bytes);
      else await copyFile(content.file, join(folder, path));
    }
    for (const { path } of papers) await rename(join(folder, path), join(out, path));
  });
}

function asciiName(text: string): string {
  const letters = text.normalize("NFKD").replace(/\p{Mark}/gu, "");
  return letters.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[-.]+|[-.]+$/g, "") || "x";
}

/**
 * Runs `work` with a folder beside the destination in which packages wait for their verdict. It is removed in the end, so
 * that nothing but {@link install} changes the destination.
 */
export async function withWaitingRoom<T>(out: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(out, ".coursewright-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Moves sound packages into place, writes build.json and removes zips that an earlier build of the same course left. Zips
 * that no build.json lists are never touched.
 *
 * @param partial the build was asked for some packages only: the others' zips stay.
 */
export async function install(
  folder: string,
  out: string,
  record: BuildRecord,
  partial: boolean,
): Promise<readonly string[]> {
  const earlier = (await earlierPackages(out, record.course.id)).filter((old) => !replaced(old, record.packages));
  const kept = partial ? earlier.filter((old) => !record.packages.some((made) => samePackage(old, made))) : [];
  const stale = earlier.filter((old) => !kept.includes(old)).map(({ file }) => file);
  for (const { file } of record.packages) await rename(join(folder, file), join(out, file));
  const packages = [...record.packages, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1));
  await writeFile(join(folder, RECORD), `${JSON.stringify({ ...record, packages }, undefined, 2)}\n`);
  await rename(join(folder, RECORD), join(out, RECORD));
  for (const file of stale) await rm(join(out, file), { force: true });
  return stale;
}

function replaced({ file }: PackageRecord, made: readonly PackageRecord[]): boolean {
  return made.some((record) => record.file === file);
}

function samePackage(a: PackageRecord, b: PackageRecord): boolean {
  return a.module === b.module && a.target === b.target && a.language === b.language;
}

/** What an earlier build of this course says it made. A build.json that is not ours says nothing. */
async function earlierPackages(out: string, course: string): Promise<readonly PackageRecord[]> {
  const record = parsed(await textOf(join(out, RECORD)));
  if (record?.course?.id !== course || !Array.isArray(record.packages)) return [];
  const ours = new RegExp(`^${asciiName(course)}-[A-Za-z0-9.-]+\\.zip$`);
  return record.packages.filter((old) => typeof old?.file === "string" && ours.test(old.file));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function parsed(text: string): Partial<BuildRecord> | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
