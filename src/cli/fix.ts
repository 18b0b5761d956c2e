import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folder } from "../load/source.ts";
import { type MendedFile, mend } from "../mend/mend.ts";

/** Mends a course's files on disk, and gives what was mended. */
export async function fixCourse(root: string): Promise<readonly MendedFile[]> {
  const mended = await mend(folder(root));
  for (const { path, text } of mended) await writeFile(join(root, ...path.split("/")), text);
  return mended;
}
