import { buffer } from "node:stream/consumers";
import { type Entry, openPromise } from "yauzl";

export type { Entry } from "yauzl";

/** The records of a zip's central directory. */
export async function entriesOf(path: string): Promise<readonly Entry[]> {
  const zip = await openPromise(path);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** The files of a zip by path, in the zip's order. */
export async function readZip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return files;
  } finally {
    zip.close();
  }
}
