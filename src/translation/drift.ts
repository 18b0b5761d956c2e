/** How far an edition is behind the base: what has changed since it was translated, and what has not been translated. */
import type { Place } from "../diagnostics/diagnostic.ts";
import { inLanguage } from "../load/editions.ts";
import type { RawCourse } from "../load/raw-course.ts";
import { type Item, itemsOf } from "./items.ts";

/** What the lock file remembers of a translated item: the text that it was made from, and itself, as hashes. */
export interface Translation {
  /** One for each part, with spaces between them. */
  readonly base: string;
  readonly own: string;
}

/** By the items' keys. */
export type Translations = ReadonlyMap<string, Translation>;

export interface Drift {
  /** As the edition's files name it. */
  readonly language: string;
  readonly upToDate: readonly string[];
  readonly outOfDate: readonly OutOfDate[];
  readonly missing: readonly Missing[];
  /** What the base does not have. */
  readonly extra: readonly { readonly key: string; readonly place: Place }[];
  /** Translations that ask, count or teach something else than the base. */
  readonly differing: readonly Differing[];
}

export interface OutOfDate {
  readonly key: string;
  readonly place: Place;
  /** Where the base has changed since. */
  readonly changed: readonly Place[];
}

export interface Missing {
  readonly key: string;
  /** Where it stands in the base. */
  readonly place: Place;
  /** Where its translation belongs. */
  readonly file: string;
}

export interface Differing {
  readonly key: string;
  readonly place: Place;
  readonly base: Place;
  /** The keys that differ. */
  readonly keys: readonly string[];
}

/** An edition beside its base. */
export interface Comparison {
  readonly language: string;
  readonly base: ReadonlyMap<string, Item>;
  readonly own: ReadonlyMap<string, Item>;
  /** Paths of the base whose items an edition need not have. */
  readonly isNeeded: (path: string) => boolean;
}

/** Sets an edition beside its base. It must have what learners meet in its modules, and the glossary. */
export function comparisonOf(base: RawCourse, own: RawCourse): Comparison {
  const needed = new Set(["course.yaml", "glossary.yaml", ...(own.exam ? ["exam.yaml"] : [])]);
  return {
    ...{ language: own.language ?? "", base: itemsOf(base), own: itemsOf(own) },
    isNeeded: (path) => needed.has(path) || (own.modules.has(path.split("/", 1)[0] ?? "") && !isForInstructors(path)),
  };
}

const isForInstructors = (path: string): boolean => path.endsWith("/teaching.md");

/** What is out of date, and what the lock file must remember from now on. */
export interface Compared {
  readonly drift: Drift;
  readonly translations: Translations;
}

/**
 * Compares an edition with its base. A translation is out of date when the base has changed since it was made and it has
 * not; whoever changes it thereby says that it is up to date.
 *
 * @param still says of an item that it is up to date as it is
 */
export function compare(
  { language, base, own, isNeeded }: Comparison,
  known: Translations,
  still: (key: string) => boolean = () => false,
): Compared {
  const translations = new Map<string, Translation>();
  const upToDate: string[] = [];
  const outOfDate: OutOfDate[] = [];
  const missing: Missing[] = [];
  const differing: Differing[] = [];
  for (const [key, item] of base) {
    const translated = own.get(key);
    if (!translated) {
      if (isNeeded(item.path)) missing.push({ key, place: item.place, file: inLanguage(item.path, language) });
      continue;
    }
    const now = { base: hashesOf(item), own: hashesOf(translated) };
    const before = known.get(key);
    const isBehind = before && before.base !== now.base && before.own === now.own && !still(key);
    translations.set(key, isBehind ? before : now);
    if (isBehind) outOfDate.push({ key, place: translated.place, changed: changes(item, before) });
    else upToDate.push(key);
    const keys = differences(item, translated);
    if (keys.length > 0) differing.push({ key, place: translated.place, base: item.place, keys });
  }
  const extra = [...own.values()].filter(({ key }) => !base.has(key)).map(({ key, place }) => ({ key, place }));
  return { drift: { language, upToDate, outOfDate, missing, extra, differing }, translations };
}

const hashesOf = (item: Item): string =>
  item
    .parts()
    .map(({ hash }) => hash)
    .join(" ");

/** The parts that are new or different; where parts only went or moved, the item itself. */
function changes(item: Item, before: Translation): readonly Place[] {
  const known = new Set(before.base.split(" "));
  const changed = item.parts().filter(({ hash }) => !known.has(hash));
  return changed.length === 0 ? [item.place] : changed.map((part) => part.place);
}

/** Only of questions and lessons: a grading policy or a list of formats may be an edition's own. */
function differences(base: Item, own: Item): readonly string[] {
  if (!/^(question|lesson) /.test(base.key)) return [];
  const [theirs, ours] = [base.frame(), own.frame()];
  return [...new Set([...theirs.keys(), ...ours.keys()])].filter((key) => theirs.get(key) !== ours.get(key));
}
