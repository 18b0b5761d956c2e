/** The text of a file of the course: figures, a transcript, captions. */
import { readFileSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decode } from "../load/decode.ts";
import type { Asset } from "../model/course.ts";

/**
 * Reads a text asset whole; `undefined` when it is no UTF-8 text or too long for one, which is then in the notes.
 *
 * @throws Error when the file has vanished since the course was read
 */
export function assetText({ path, content }: Asset, notes: Diagnostic[]): string | undefined {
  const { value, notes: found } = decode(content.kind === "bytes" ? content.bytes : readFileSync(content.file), path);
  notes.push(...found);
  return value;
}
