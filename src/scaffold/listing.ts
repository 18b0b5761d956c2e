import { type Lines, linesOf, readable, textOf, withLine } from "../load/lines.ts";
import type { Placed } from "../load/placed.ts";
import { readYaml } from "../load/yaml.ts";

/**
 * `course.yaml` with one module more at the end of `modules`, whether that list stands in brackets or below its key, and
 * every other byte as it was. `undefined` when there is no readable list.
 */
export function withModule(course: Uint8Array, id: string): string | undefined {
  const file = linesOf(course);
  const settings = file && read(file);
  const count = modulesOf(settings).length;
  if (!file || !settings || count === 0) return undefined;
  const { line = 1, column = 1, length = 0 } = settings.placeOf(["modules", count - 1]);
  const written = file.lines[line - 1] ?? "";
  const before = written.slice(0, column - 1);
  const end = column - 1 + length;
  const mended = /^\s*-\s+$/.test(before)
    ? [written, `${before}${id}`]
    : [`${written.slice(0, end)}, ${id}${written.slice(end)}`];
  const result = withLine(file, line, ...mended);
  return modulesOf(read(result)).at(-1) === id ? textOf(result) : undefined;
}

const read = (file: Lines): Placed | undefined => readYaml(readable(file), { file: "course.yaml" }).value;

function modulesOf(course: Placed | undefined): readonly unknown[] {
  const data = course?.data;
  const modules = typeof data === "object" && data !== null && "modules" in data ? data.modules : [];
  return Array.isArray(modules) ? modules : [];
}
