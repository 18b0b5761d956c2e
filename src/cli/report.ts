import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Format, format } from "../diagnostics/format.ts";
import type { Source } from "../load/source.ts";
import type { Io } from "./command.ts";

/** Findings as text, with the lines of the course that they are about. "" when there are none. */
export async function report(
  notes: readonly Diagnostic[],
  io: Io,
  { source, how = "text" }: { readonly source?: Source; readonly how?: Format } = {},
): Promise<string> {
  const texts = how === "text" && source ? await textsOf(notes, source) : new Map<string, string>();
  return notes.length === 0 && how === "text" ? "" : format(notes, how, (file) => texts.get(file), io.color);
}

/** One JSON document, for `--json`. */
export function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The course's files that findings name. Files inside packages are not among them. */
async function textsOf(notes: readonly Diagnostic[], source: Source): Promise<ReadonlyMap<string, string>> {
  const { paths } = await source.list();
  const named = new Set(notes.flatMap(({ place }) => place?.file ?? []));
  const texts = new Map<string, string>();
  for (const file of paths.filter((path) => named.has(path))) {
    texts.set(file, new TextDecoder().decode(await source.read(file)));
  }
  return texts;
}
