/** The folder that built packages land in: their names, what stands in build.json, and how a new build replaces an old one. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Packed } from "./zip.ts";

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
  /** The hash of all that the zip was made of and with; absent when its checks found something to say. */
  readonly inputs?: string;
}

/** What build.json says of one document for instructors. */
export interface PaperRecord {
  /** Its name in the folder. */
  readonly file: string;
  /** `guide`, `check-off`, or what else of them was asked for. */
  readonly kind: string;
  /** BCP 47. */
  readonly language: string;
}

/** build.json: what was built from what. */
export interface BuildRecord<P extends PackageRecord = PackageRecord> {
  readonly tool: string;
  readonly course: { readonly id: string; readonly version: string };
  readonly packages: readonly P[];
  /** Absent where none was written. */
  readonly papers?: readonly PaperRecord[];
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

/** The parts of a file's name: ASCII letters, digits, dots and hyphens. */
export function asciiName(text: string): string {
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

/** The zip of that name, when it was made of the same inputs and is still as it was written. */
export type Standing = (file: string, inputs: string) => Promise<Packed | undefined>;

/** The packages that an earlier build of a course left in a folder. */
export async function standingPackages(out: string, course: string): Promise<Standing> {
  const { packages = [] } = (await earlierBuild(out, course)) ?? {};
  return async (file, inputs) => {
    const known = packages.find((old) => old.file === file && old.inputs === inputs);
    const found = known && (await packedAt(join(out, file)));
    return found && found.size === known.size && found.sha256 === known.sha256 ? found : undefined;
  };
}

async function packedAt(file: string): Promise<Packed | undefined> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return { sha256: hash.digest("hex"), size };
}

/**
 * Moves sound packages into place, writes build.json and removes zips that an earlier build of the same course left. Zips
 * that no build.json lists are never touched.
 *
 * @param options `partial`: the build was asked for some packages only, and the others' zips stay. `unchanged`: the zips that are
 * in place already.
 */
export async function install(
  folder: string,
  out: string,
  record: BuildRecord,
  { partial, unchanged }: { readonly partial: boolean; readonly unchanged: readonly string[] },
): Promise<readonly string[]> {
  const { packages: earlier = [], papers } = (await earlierBuild(out, record.course.id)) ?? {};
  const same = partial ? samePackage : () => true;
  const { list: packages, stale } = succeed(earlier, record.packages, same);
  for (const { file } of record.packages)
    if (!unchanged.includes(file)) await rename(join(folder, file), join(out, file));
  await writeRecord(folder, out, { ...record, packages, ...(papers && { papers }) });
  for (const file of stale) await rm(join(out, file), { force: true });
  return stale;
}

/** The documents' part of {@link install}: the same rule for what an earlier run left. What build.json says of packages stays. */
export async function installPapers(
  folder: string,
  out: string,
  record: Omit<BuildRecord, "packages"> & { readonly papers: readonly PaperRecord[] },
  partial: boolean,
): Promise<readonly string[]> {
  const before = await earlierBuild(out, record.course.id);
  const same = partial ? samePaper : () => true;
  const { list: papers, stale } = succeed(before?.papers ?? [], record.papers, same);
  for (const { file } of record.papers) await rename(join(folder, file), join(out, file));
  await writeRecord(folder, out, { ...record, packages: [], ...before, papers });
  for (const file of stale) await rm(join(out, file), { force: true });
  return stale;
}

/** What was made takes the place of what it is the same as: `list` is what there is then, `stale` are the files that go. */
function succeed<R extends { readonly file: string }>(
  earlier: readonly R[],
  made: readonly R[],
  same: (old: R, made: R) => boolean,
): { readonly list: readonly R[]; readonly stale: readonly string[] } {
  const others = earlier.filter(({ file }) => !made.some((record) => record.file === file));
  const kept = others.filter((old) => !made.some((record) => same(old, record)));
  const stale = others.filter((old) => !kept.includes(old)).map(({ file }) => file);
  return { list: [...made, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1)), stale };
}

async function writeRecord(folder: string, out: string, record: BuildRecord): Promise<void> {
  await writeFile(join(folder, RECORD), `${JSON.stringify(record, undefined, 2)}\n`);
  await rename(join(folder, RECORD), join(out, RECORD));
}

function samePackage(a: PackageRecord, b: PackageRecord): boolean {
  return a.module === b.module && a.target === b.target && a.language === b.language;
}

function samePaper(a: PaperRecord, b: PaperRecord): boolean {
  return a.kind === b.kind && a.language === b.language;
}

/** What an earlier build of this course says it made. A build.json that is not ours says nothing. */
async function earlierBuild(out: string, course: string): Promise<BuildRecord | undefined> {
  const record = parsed(await textOf(join(out, RECORD)));
  if (record?.course?.id !== course) return undefined;
  const ours = <R extends { readonly file: string }>(list: readonly R[] | undefined, ending: string): readonly R[] => {
    const name = new RegExp(`^${asciiName(course)}-[A-Za-z0-9.-]+\\.${ending}$`);
    return Array.isArray(list) ? list.filter((old) => typeof old?.file === "string" && name.test(old.file)) : [];
  };
  const { tool = "", packages, papers } = record;
  const written = ours(papers, "html");
  return {
    ...{ tool, course: record.course, packages: ours(packages, "zip") },
    ...(written.length > 0 && { papers: written }),
  };
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
