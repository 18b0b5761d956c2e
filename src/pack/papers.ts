/** The documents for instructors in the folder of the packages. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  asciiName,
  type BuildRecord,
  installPapers,
  type NamedCourse,
  type PaperRecord,
  withWaitingRoom,
} from "./dist.ts";

/** A document and what build.json says of it. */
export interface Paper {
  readonly record: PaperRecord;
  readonly html: string;
}

/** `<course>-<version>[-<language>]-<kind>.html`: a document for instructors, beside the packages. */
export function paperFileName({ id, version, edition }: NamedCourse, kind: string): string {
  const parts = [id, version, edition, kind].filter((part) => part !== undefined);
  return `${parts.map(asciiName).join("-")}.html`;
}

/**
 * Writes documents into the folder of the packages and removes those that an earlier run for the same course left.
 *
 * @param partial some documents only were asked for: the others stay.
 * @returns the files that were removed
 */
export function writePapers(
  out: string,
  made: Pick<BuildRecord, "tool" | "course">,
  papers: readonly Paper[],
  partial: boolean,
): Promise<readonly string[]> {
  return withWaitingRoom(out, async (folder) => {
    for (const { record, html } of papers) await writeFile(join(folder, record.file), html);
    return installPapers(folder, out, { ...made, papers: papers.map(({ record }) => record) }, partial);
  });
}
