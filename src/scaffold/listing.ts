import type { Placed } from "../load/placed.ts";
import { readYaml } from "../load/yaml.ts";

/**
 * `course.yaml` with one module more at the end of `modules`, whether that list stands in brackets or below its key, and
 * every other byte as it was. `undefined` when there is no readable list.
 */
export function withModule(text: string, id: string): string | undefined {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const { value } = readYaml(lines.join("\n"), { file: "course.yaml" });
  const count = value ? modulesOf(value).length : 0;
  if (!value || count === 0) return undefined;
  const { line = 1, column = 1, length = 0 } = value.placeOf(["modules", count - 1]);
  const written = lines[line - 1] ?? "";
  const before = written.slice(0, column - 1);
  const mended = /^\s*-\s+$/.test(before)
    ? [written, `${before}${id}`]
    : [`${before}${written.slice(column - 1, column - 1 + length)}, ${id}${written.slice(column - 1 + length)}`];
  lines.splice(line - 1, 1, ...mended);
  const result = lines.join(end);
  return modulesOf(readYaml(lines.join("\n"), { file: "course.yaml" }).value).at(-1) === id ? result : undefined;
}

function modulesOf(course: Placed | undefined): readonly unknown[] {
  const data = course?.data;
  const modules = typeof data === "object" && data !== null && "modules" in data ? data.modules : [];
  return Array.isArray(modules) ? modules : [];
}
