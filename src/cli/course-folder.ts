import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Outcome, settle } from "../diagnostics/diagnostic.ts";

/** The folder with `course.yaml`: the one named, else the working directory, else `modules` in it. Absolute. */
export async function courseFolder(cwd: string, named: string | undefined): Promise<Outcome<string>> {
  const candidates = named === undefined ? [cwd, join(cwd, "modules")] : [resolve(cwd, named)];
  for (const folder of candidates) if (await isFile(join(folder, "course.yaml"))) return settle(folder, []);
  const message =
    named === undefined ? "There is no course.yaml here or in ./modules." : `There is no course.yaml in “${named}”.`;
  const help = "Name the folder that holds course.yaml: coursewright build path/to/course";
  return { ok: false, notes: [{ code: "call/no-course", severity: "error", message, help }] };
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
