import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { build } from "../build.ts";
import { andThen, type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { folder } from "../load/source.ts";
import type { Io } from "./command.ts";
import { courseFolder } from "./course-folder.ts";

/** A finished package on disk. */
export interface NamedPackage {
  /** As findings call it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * Hands packages to `use`: the zip files that were named, or those of a course, which are built aside and removed again.
 * Nothing of the course changes.
 *
 * @param named files, or one folder with `course.yaml`; none stands for `.` or `./modules`.
 */
export async function withPackages<T>(
  io: Io,
  named: readonly string[],
  use: (packages: readonly NamedPackage[]) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const [only] = named;
  if (only !== undefined && (named.length > 1 || only.endsWith(".zip") || (await isFile(resolve(io.cwd, only))))) {
    const missing = await missingOf(io, named);
    if (missing.length > 0) return { ok: false, notes: missing };
    return use(named.map((file) => ({ name: basename(file), path: resolve(io.cwd, file) })));
  }
  const out = await mkdtemp(join(tmpdir(), "coursewright-"));
  try {
    const built = await andThen(await courseFolder(io.cwd, only), (root) =>
      build(folder(root), { out, onStep: io.step }),
    );
    return await andThen(built, ({ packages }) =>
      use(packages.map(({ file }) => ({ name: file, path: join(out, file) }))),
    );
  } finally {
    await rm(out, { recursive: true });
  }
}

async function missingOf(io: Io, files: readonly string[]): Promise<readonly Diagnostic[]> {
  const notes: Diagnostic[] = [];
  for (const file of files) {
    if (await isFile(resolve(io.cwd, file))) continue;
    const message = `There is no file “${file}”.`;
    notes.push({ code: "call/no-package", severity: "error", message, help: "Name zip files, or one course folder." });
  }
  return notes;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return false;
    throw error;
  }
}

/** One value out of each package, and every mistake. */
export async function eachPackage<T>(
  packages: readonly NamedPackage[],
  read: (each: NamedPackage) => Promise<Outcome<T>>,
): Promise<Outcome<readonly T[]>> {
  const values: T[] = [];
  const notes: Diagnostic[] = [];
  for (const each of packages) {
    const outcome = await read(each);
    notes.push(...outcome.notes);
    if (outcome.ok) values.push(outcome.value);
  }
  return settle(values, notes);
}
