/** The table behind a chart: read from a CSV file, and every cell that is wrong reported where it stands. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type CsvRow, readCsv } from "../load/csv.ts";
import type { Asset } from "../model/course.ts";
import { assetText } from "./asset-text.ts";

/** One row: what it is about, its value, and what must be said of it. */
export interface Point {
  readonly x: string;
  readonly y: number;
  /** Empty for most. */
  readonly note: string;
}

export interface ChartData {
  readonly points: readonly Point[];
  /** The most decimals that the author gives any value. */
  readonly decimals: number;
}

/** The names of the columns to read. */
export interface Columns {
  readonly x: string;
  readonly y: string;
  readonly note?: string;
}

/** More points than that are not read off a lesson's chart, by eye or in its table. */
const MOST_POINTS = 200;
const CODE = "render/chart-data";

/** The points of a chart; `undefined` when something is wrong, which is then in the notes. */
export function readChartData(asset: Asset, columns: Columns, notes: Diagnostic[]): ChartData | undefined {
  const { path } = asset;
  const text = assetText(asset, notes);
  if (text === undefined) return undefined;
  const csv = readCsv(text, path);
  const problems: Diagnostic[] = csv.notes.map((note) => ({ ...note, code: CODE }));
  const [head, ...rows] = csv.value;
  const tell = (line: number, message: string, help: string) =>
    void problems.push({ code: CODE, severity: "error", message, help, place: { file: path, line } });
  if (head === undefined || rows.length === 0) {
    tell(1, "This file holds no figures.", "Give it a row of column names, and a row for each value.");
  } else if (rows.length > MOST_POINTS) {
    tell(
      head.line,
      `This file has ${rows.length} rows; a chart shows at most ${MOST_POINTS}.`,
      "Summarize the figures.",
    );
  }
  const at = head && columnsIn(head, columns, tell);
  const points = at === undefined ? [] : rows.map((row) => pointOf(row, at, { text, path, problems }));
  notes.push(...problems);
  if (problems.length > 0) return undefined;
  return { points, decimals: Math.max(0, ...rows.map(({ cells }) => decimalsOf(cells[at?.y ?? 0] ?? ""))) };
}

interface Indices {
  readonly x: number;
  readonly y: number;
  readonly note: number;
}

function columnsIn(
  head: CsvRow,
  { x, y, note }: Columns,
  tell: (line: number, message: string, help: string) => void,
): Indices | undefined {
  const names = head.cells.map((cell) => cell.trim());
  const wanted = [x, y, ...(note === undefined ? [] : [note])];
  const missing = wanted.filter((name) => !names.includes(name));
  if (names.length === 1 && /[;\t]/.test(names[0] ?? "")) {
    const help = "Save it with commas between the cells: in Excel as “CSV UTF-8 (comma delimited)”.";
    tell(head.line, "The columns of this file are not parted by commas.", help);
    return undefined;
  }
  for (const name of missing) {
    tell(head.line, `There is no column “${name}”.`, `Use one of the columns: ${names.join(", ")}.`);
  }
  if (missing.length > 0) return undefined;
  return { x: names.indexOf(x), y: names.indexOf(y), note: note === undefined ? -1 : names.indexOf(note) };
}

interface Reading {
  readonly text: string;
  readonly path: string;
  readonly problems: Diagnostic[];
}

function pointOf({ line, cells }: CsvRow, { x, y, note }: Indices, { text, path, problems }: Reading): Point {
  const written = cells[y] ?? "";
  const value = numberOf(written);
  if (value === undefined) {
    problems.push({
      code: CODE,
      severity: "error",
      message: written.trim() === "" ? "The value in this row is missing." : `“${written}” is not a number.`,
      place: { file: path, line, ...columnOf(text.split("\n")[line - 1] ?? "", cells, y) },
      help: "Write the bare number, such as 44200 or 21.25: the unit stands in the lesson.",
    });
  }
  return { x: (cells[x] ?? "").trim(), y: value ?? 0, note: (cells[note] ?? "").trim() };
}

const NUMBER = /^[-−]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;

function numberOf(written: string): number | undefined {
  const text = written.trim();
  if (!NUMBER.test(text) || !/\d/.test(text)) return undefined;
  return Number(text.replaceAll(",", "").replace("−", "-"));
}

function decimalsOf(written: string): number {
  return /\.(\d+)\s*$/.exec(written)?.[1]?.length ?? 0;
}

/** Where a cell stands in its line, when the row is one line without quotes. */
function columnOf(line: string, cells: readonly string[], index: number): { column?: number; length?: number } {
  if (line !== cells.join(",")) return {};
  const before = cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { column: before + 1, length: Math.max(1, (cells[index] ?? "").length) };
}
