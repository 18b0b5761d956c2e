import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { CsvRow } from "../load/csv.ts";
import type { Placed } from "../load/placed.ts";
import type { RawCourse, Read } from "../load/raw-course.ts";
import type { CheckedFramework } from "./checked.ts";

interface Listed {
  readonly file: string;
  readonly id?: string;
  readonly title?: string;
  readonly official: boolean;
}

/** The competency lists that `course.yaml` names; `complete` is false when one could not be read. */
export function checkFrameworks(listed: readonly Listed[], raw: RawCourse, course: Placed, notes: Diagnostic[]) {
  const seen = new Set<string>();
  const before = notes.length;
  const frameworks = listed.flatMap(({ file, id, title, official }, index): CheckedFramework[] => {
    const place = course.placeOf(["frameworks", index, "file"]);
    if (seen.has(file)) {
      const message = `“${file}” is listed twice.`;
      notes.push({
        code: "framework/listed-twice",
        severity: "error",
        message,
        place,
        help: "Remove one of the entries.",
      });
      return [];
    }
    seen.add(file);
    const table = raw.tables.get(file);
    if (!table) notes.push(missingFile(file, raw, place));
    if (!table?.value) return [];
    const base = file.replace(/^.*\//, "").replace(/\.csv$/, "");
    return [{ id: id ?? base, title: title ?? base, official, competencies: competencies(table, notes) }];
  });
  const complete = listed.every(({ file }) => raw.tables.get(file)?.value) && notes.length === before;
  return { frameworks, complete };
}

function missingFile(file: string, raw: RawCourse, place: Diagnostic["place"] & object): Diagnostic {
  const meant = nearest(file, raw.tables.keys());
  return {
    ...{
      code: "framework/missing-file",
      severity: "error",
      message: `There is no file “${file}” in the course folder.`,
      place,
    },
    help:
      meant === undefined
        ? "Save the list there as CSV with the columns code and label."
        : `Did you mean \`${meant}\`?`,
  };
}

function competencies(table: Read<readonly CsvRow[]>, notes: Diagnostic[]): CheckedFramework["competencies"] {
  const [header, ...rows] = table.value ?? [];
  const say = (code: string, line: number, message: string, help: string) =>
    notes.push({ code: `framework/${code}`, severity: "error", message, place: { file: table.file, line }, help });
  const columns = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  for (const column of ["code", "label"]) {
    if (columns.includes(column)) continue;
    say(
      "missing-column",
      1,
      `The list has no column “${column}”.`,
      "The first row names the columns: code, label and, if you like, area.",
    );
    return [];
  }
  const lines = new Map<string, number>();
  return rows.flatMap(({ cells, line }) => {
    const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? "";
    const code = cell("code");
    const first = lines.get(code);
    if (cells.length !== columns.length) {
      say(
        "row-length",
        line,
        `This row has ${cells.length} cells, the first row ${columns.length}.`,
        'Put a cell that holds a comma in "…".',
      );
      return [];
    }
    if (code === "" || cell("label") === "") {
      say("empty-cell", line, "This row has no code or no label.", "Fill it in or delete the row.");
      return [];
    }
    if (first !== undefined)
      say("duplicate-code", line, `The code “${code}” stands in line ${first} too.`, "Delete one of them.");
    lines.set(code, line);
    return [{ code, label: cell("label"), area: cell("area") }];
  });
}
