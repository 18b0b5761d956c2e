/** What the tool and its packages cost, beside the floor and the design's targets. Figures, never a verdict. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { firstPaint } from "./first-paint.ts";
import { courseFiles, SIZES, type Size } from "./generate.ts";
import { packageFigures, playerFigures } from "./sizes.ts";
import { SPEED_SIZES, speedOf } from "./speed.ts";
import { table } from "./table.ts";

/**
 * Prints all tables.
 *
 * @param root the repository, with the tool built.
 * @param sizes which courses are timed: `small`, `medium`, `large`; all of them when empty.
 */
export async function bench(root: string, sizes: readonly string[], print: (text: string) => void): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "coursewright-bench-"));
  try {
    await printSpeed(root, scratch, sizes, print);
    await printPackages(root, scratch, print);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function printSpeed(root: string, scratch: string, sizes: readonly string[], print: (text: string) => void) {
  const rows: (readonly string[])[] = [];
  for (const name of SPEED_SIZES.filter((size) => sizes.length === 0 || sizes.includes(size))) {
    const course = await writeCourse(join(scratch, name), SIZES[name]);
    rows.push(await speedOf(name, course, { root, scratch }));
  }
  print(
    "Building a course: CPU seconds · peak MB, of the whole process. The targets were set where the floor is as quoted.\n",
  );
  print(table(["course", "floor", "(quoted)", "one target", "(target)", "× floor", "second target"], rows));
}

async function printPackages(root: string, scratch: string, print: (text: string) => void) {
  const course = await writeCourse(join(scratch, "one"), SIZES.one);
  print("\nPlayer: bytes after gzip.\n");
  print(table(["runtime", "JS", "CSS", "JS + CSS", "(budget)", "LMS layer", "(budget)"], await playerFigures(root)));
  const { rows, zips } = await packageFigures(course, { root, scratch });
  print("\nA package of one lesson and four questions: bytes.\n");
  print(table(["target", "zip", "without media, schemas", "(budget)", "resume state", "(budget)"], rows));
  print("\nFirst lesson opened cold in Chromium: CPU/4, 1.6 Mbit/s, 150 ms.\n");
  print(table(["", "floor", "text visible", "(target)", "first lesson"], await firstPaint(zips[0] ?? "")));
}

async function writeCourse(folder: string, size: Size): Promise<string> {
  for (const { path, content } of courseFiles(size)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}
