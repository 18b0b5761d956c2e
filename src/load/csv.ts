import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;

/** Rows of a comma-separated text by RFC 4180, with the line on which each begins; empty lines are left out. */
export function readCsv(text: string, file: string): Noted<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  const notes: Diagnostic[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const first = line;
    const cells: string[] = [];
    for (let ended = false; !ended; ) {
      CELL.lastIndex = at;
      const cell = CELL.exec(text);
      if (!cell) {
        notes.push(strayQuote(file, line));
        return { value: rows, notes };
      }
      cells.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "");
      at = CELL.lastIndex;
      line += cell[0].split("\n").length - 1;
      ended = cell[3] !== ",";
    }
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: first, cells });
  }
  return { value: rows, notes };
}

function strayQuote(file: string, line: number): Diagnostic {
  return {
    code: "framework/bad-quotes",
    severity: "error",
    message: "A quotation mark in this row has no partner, or text stands beside a quoted cell.",
    place: { file, line },
    help: 'Put the whole cell in "…" and double each quotation mark inside it.',
  };
}
