import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Outcome, settle } from "../diagnostics/diagnostic.ts";

/** The folder with `course.yaml`: the one named, else the working directory, else `modules` in it. Absolute. */
export async function courseFolder(cwd: string, named: string | undefined): Promise<Outcome<string>> {
  const candidates = named === undefined ? [cwd, join(cwd, "modules")] : [resolve(cwd, named)];
  for (const folder of candidates) if (await isFile(join(folder, "course.yaml"))) return settle(folder, []);
  const message =
    named === undefined ? "There is no course.yaml here or in ./modules." : `There is no course.yaml in “${named}”.`;
  const near = (await Promise.all(candidates.map(nearlyCourse))).find((name) => name !== undefined);
  const help = near
    ? `Rename “${near}” to “course.yaml”. If your computer hides endings such as “.txt”, let it show them first.`
    : "Name the folder that holds course.yaml: coursewright build path/to/course";
  return { ok: false, notes: [{ code: "call/no-course", severity: "error", message, help }] };
}

/** A file that was meant to be `course.yaml`. */
async function nearlyCourse(folder: string): Promise<string | undefined> {
  if (!(await isFolder(folder))) return undefined;
  return (await readdir(folder)).find((name) => /^course\.ya?ml(\.txt)?$/i.test(name));
}

const isFolder = async (path: string): Promise<boolean> => (await statOf(path))?.isDirectory() ?? false;
const isFile = async (path: string): Promise<boolean> => (await statOf(path))?.isFile() ?? false;

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}
