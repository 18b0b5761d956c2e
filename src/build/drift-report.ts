import type { Source } from "../load/source.ts";
import type { Drift } from "../translation/drift.ts";
import { openFolder } from "./compile.ts";

export type { Drift } from "../translation/drift.ts";

/** How far each edition is behind the base, whatever else is wrong with the course. A damaged lock file remembers nothing. */
export async function driftReport(source: Source): Promise<readonly Drift[]> {
  const [{ comparisonOf, compare }, { readLock }] = await Promise.all([
    import("../translation/drift.ts"),
    import("../model/lock-read.ts"),
  ]);
  const { base, languages, read } = await openFolder(source);
  const drifts: Drift[] = [];
  for (const language of languages) {
    const { value: own } = await read(language);
    const known = own.lock?.value && readLock(own.lock.value).value?.lock.translations;
    drifts.push(compare(comparisonOf(base, own), known ?? new Map()).drift);
  }
  return drifts;
}
