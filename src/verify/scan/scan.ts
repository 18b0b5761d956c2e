/** Looks into one page, script, style sheet or drawing, and keeps only what the checks need. */
import { type ContentCall, contentCalls, htmlStrings, planSources } from "./content.ts";
import { scanPage } from "./page.ts";
import { type Fault, scriptFaults } from "./script.ts";
import { type Link, scanStyle } from "./style.ts";

/** A fault at its line and column, from 1. */
export interface PlacedFault {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** An address in the file; `base` is the path from which it counts. */
export interface Reference {
  readonly path: string;
  readonly base: string;
  readonly line: number;
  readonly column: number;
}

export interface Scan {
  readonly faults: readonly PlacedFault[];
  readonly references: readonly Reference[];
  readonly generator?: string;
  /** The number of lessons that a plan names. */
  readonly lessons?: number;
}

interface RawScan {
  readonly faults: readonly Fault[];
  readonly links: readonly Link[];
  readonly base?: string;
  readonly generator?: string;
  readonly lessons?: number;
}

/** Scans a file by its ending; `undefined` for a file that is neither page, script, style sheet nor drawing. */
export function scan(path: string, text: string): Scan | undefined {
  const raw = rawScan(path, text);
  if (!raw) return undefined;
  const { faults, links, base = path, generator, lessons } = raw;
  const positionAt = positions(text);
  return {
    faults: faults.map(({ offset, ...fault }) => ({ ...fault, ...positionAt(offset) })),
    references: links.map((link) => ({ path: link.path, base, ...positionAt(link.offset) })),
    ...(generator === undefined ? {} : { generator }),
    ...(lessons === undefined ? {} : { lessons }),
  };
}

function rawScan(path: string, text: string): RawScan | undefined {
  if (/\.x?html?$/i.test(path)) return scanPage(text);
  if (/\.svg$/i.test(path)) return scanPage(text, "drawing");
  if (/\.css$/i.test(path)) return scanStyle(text);
  if (!/\.m?js$/i.test(path)) return undefined;
  return /^\s*coursewright\(/.test(text) ? scanContent(text) : { faults: scriptFaults(text), links: [] };
}

function scanContent(text: string): RawScan {
  const calls = contentCalls(text);
  if (!calls) {
    const message = 'The content script is no list of calls coursewright("kind", number, JSON).';
    return { faults: [{ code: "script/content", message, offset: 0 }], links: [] };
  }
  const pages = calls.flatMap((call) => htmlStrings(call).map((html) => ({ ...scanPage(html), offset: call.offset })));
  const plan = calls.find(({ kind }) => kind === "plan");
  return {
    faults: pages.flatMap(({ faults, offset }) => faults.map((fault) => ({ ...fault, offset }))),
    links: [
      ...pages.flatMap(({ links, offset }) => links.map((link) => ({ ...link, offset }))),
      ...calls.flatMap((call) => planSources(call).map((path) => ({ path, offset: call.offset }))),
    ],
    // The page in the root shows what content scripts register, so their addresses count from there.
    base: "index.html",
    ...(plan ? { lessons: lessonsOf(plan) } : {}),
  };
}

function lessonsOf({ value }: ContentCall): number {
  const count = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return 0;
    return Object.entries(part).reduce(
      (sum, [key, each]) => sum + (key === "lessons" && Array.isArray(each) ? each.length : count(each)),
      0,
    );
  };
  return count(value);
}

/** From an offset to its line and column, both from 1. */
function positions(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
