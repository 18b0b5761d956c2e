import type { Drift } from "../build.ts";
import type { Place } from "../diagnostics/diagnostic.ts";

/** How far each edition is behind the base, as text for a terminal: a block for each language. */
export function driftText(drifts: readonly Drift[]): string {
  if (drifts.length === 0) return "This course has no edition in another language: `course.es.yaml` would begin one.\n";
  return drifts.map(blockOf).join("\n");
}

function blockOf({ language, upToDate, outOfDate, missing, extra, differing }: Drift): string {
  const rows = [
    ...outOfDate.map(({ key, place, changed }) => ["out of date", key, `${at(place)}, changed: ${all(changed)}`]),
    ...missing.map(({ key, place, file }) => ["missing", key, `${at(place)}, belongs in ${file}`]),
    ...extra.map(({ key, place }) => ["extra", key, at(place)]),
    ...differing.map(({ key, place, base, keys }) => ["differs", key, `${at(place)}, ${at(base)}: ${keys.join(", ")}`]),
  ];
  const counts = `up to date ${upToDate.length}, out of date ${outOfDate.length}, missing ${missing.length}`;
  const width = Math.max(0, ...rows.map(([, key = ""]) => key.length));
  const lines = rows.map(([what = "", key = "", where = ""]) => `  ${what.padEnd(11)}  ${key.padEnd(width)}  ${where}`);
  return `${[`${language}: ${counts}`, ...lines].join("\n")}\n`;
}

const at = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);
const all = (places: readonly Place[]): string => places.map(at).join(" ");
