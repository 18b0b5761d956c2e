/** What a drift means to the author, as findings. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { basePath, type TranslatedFile } from "../load/editions.ts";
import type { Drift, Missing } from "./drift.ts";

/** So many are named; the drift report has all. */
const NAMED = 5;

/**
 * The findings of a drift.
 *
 * @param files the edition's; of one that is missing, or has no base, validation speaks
 */
export function driftNotes(drift: Drift, files: readonly TranslatedFile[]): readonly Diagnostic[] {
  const { language, outOfDate, missing, extra, differing } = drift;
  const notes: Diagnostic[] = outOfDate.map(({ key, place, changed }) => ({
    ...{ code: "translation/out-of-date", severity: "warning", place },
    message: `“${key}” has changed in the base since it was translated.`,
    help: `Translate what changed; if the translation still holds: coursewright lock --translated "${key}"`,
    related: changed.map((at) => ({ message: "changed here", place: at })),
  }));
  for (const file of new Set(missing.map((each) => each.file))) {
    const own = missing.filter((each) => each.file === file);
    if (files.some((each) => each.file === file) || file === `glossary.${language}.yaml`)
      notes.push(missingNote(file, own));
  }
  for (const { key, place } of extra) {
    if (files.some(({ file, hasBase }) => file === place.file && !hasBase)) continue;
    notes.push({
      ...{ code: "translation/extra", severity: "warning", place },
      message: `“${key}” is not in the base.`,
      help: key.startsWith("term ")
        ? "Name the base's term that it stands for: `translates: …`."
        : "Give it the `id` that it has in the base, or leave it out: editions hold the same lessons and questions.",
    });
  }
  for (const { key, place, base, keys } of differing) {
    notes.push({
      ...{ code: "translation/differs", severity: "warning", place },
      message: `“${key}” is not the same as in the base in ${keys.map((each) => `\`${each}\``).join(", ")}.`,
      help: "Keep numbers, ids, the order of choices and how many there are of each; translate only words.",
      related: [{ message: "the base", place: base }],
    });
  }
  return notes;
}

function missingNote(file: string, items: readonly Missing[]): Diagnostic {
  const named = items.slice(0, NAMED).map(({ key }) => `“${key}”`);
  const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : "";
  return {
    ...{ code: "translation/missing", severity: "warning", place: { file, line: 1 } },
    message: `${named.join(", ")}${more} of ${basePath(file)} ${items.length === 1 ? "has" : "have"} no translation.`,
    help: "Translate it here, under the same id; `coursewright check --drift` lists all.",
    related: items.slice(0, NAMED).map(({ key, place }) => ({ message: key, place })),
  };
}
