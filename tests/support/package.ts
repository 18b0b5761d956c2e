/** A course, built by the tool's own command line and unzipped. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Standard } from "../../src/lms/profile.ts";
import { readZip } from "./zip.ts";

const cli = fileURLToPath(new URL("../../dist/tool/cli.js", import.meta.url));
const run = promisify(execFile);

export interface Built {
  /** The zip of a target. */
  zip(target: Standard): string;
  /** The folder into which a target's package was unzipped. */
  folder(target: Standard): string;
  /** Deletes all of it. */
  remove(): Promise<void>;
}

/**
 * Builds a course for both standards in a temporary folder.
 *
 * @param course A course folder, or the files of one by path.
 */
export async function buildCourse(course: string | Readonly<Record<string, string>>): Promise<Built> {
  const temporary = await mkdtemp(join(tmpdir(), "coursewright-"));
  const source = typeof course === "string" ? course : await write(join(temporary, "course"), course);
  const out = join(temporary, "dist");
  await run(process.execPath, [cli, "build", source, "--out", out, "--target", "scorm12,scorm2004"]);
  const zips = (await readdir(out)).filter((name) => name.endsWith(".zip")).sort();
  const zipOf = (target: Standard): string => {
    const name = zips.find((zip) => zip.endsWith(`-${target}.zip`));
    if (name === undefined) throw new Error(`The build made no ${target} package: ${zips.join(", ")}`);
    return join(out, name);
  };
  const folderOf = (target: Standard): string => join(temporary, target);
  await Promise.all([unzip(zipOf("scorm12"), folderOf("scorm12")), unzip(zipOf("scorm2004"), folderOf("scorm2004"))]);
  return { zip: zipOf, folder: folderOf, remove: () => rm(temporary, { recursive: true, force: true }) };
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Unzips into a folder. */
async function unzip(zip: string, folder: string): Promise<void> {
  for (const [path, bytes] of await readZip(zip)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
