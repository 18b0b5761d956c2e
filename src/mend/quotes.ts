import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Lines, readable, withLine } from "../load/lines.ts";
import { readLesson } from "../load/markdown.ts";
import { readYaml } from "../load/yaml.ts";
import { quotedLine } from "../load/yaml-traps.ts";

/**
 * Puts into quotes the values that YAML reads otherwise than the author meant. One line at a time, because a broken line
 * hides those after it; a line whose quotes do not help stays as it was.
 */
export function mendQuotes(path: string, file: Lines): Lines {
  const tried = new Set<number>();
  let mended = file;
  for (;;) {
    const before = yamlErrors(path, mended);
    const note = before.find(({ place }) => !tried.has(place?.line ?? 0));
    const line = note?.place?.line;
    if (!note || line === undefined) return mended;
    tried.add(line);
    const better = quotedLine(mended.lines[line - 1] ?? "", note.code);
    const next = better === undefined ? mended : withLine(mended, line, better);
    if (next !== mended && helps(before, yamlErrors(path, next), note)) mended = next;
  }
}

/** The line has no error any more, and what could be read before can be read still. */
function helps(before: readonly Diagnostic[], after: readonly Diagnostic[], { code, place }: Diagnostic): boolean {
  if (after.some((note) => note.place?.line === place?.line)) return false;
  // Text is lost only in a file that YAML can read.
  return code !== "yaml/text-lost" || after.length < before.length;
}

function yamlErrors(path: string, file: Lines): readonly Diagnostic[] {
  const text = readable(file);
  const { notes } = path.endsWith(".md") ? readLesson(text, path) : readYaml(text, { file: path });
  return notes.filter(({ code, severity }) => severity === "error" && code.startsWith("yaml/"));
}
