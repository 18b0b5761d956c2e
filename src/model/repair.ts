/** Mends a lock file after a merge of two branches that gave out the same ordinals. */
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Placed } from "../load/placed.ts";
import { type Lock, type LockEntry, nextOrdinal, type QuestionEntry } from "./lock.ts";
import { readLock } from "./lock-read.ts";
import { lockText } from "./lock-text.ts";

/**
 * The mended text of a lock file. Of entries that share an ordinal the oldest keeps it, because learners may have work
 * saved under it; the others get new ones. Where two are equally old nobody but the author knows which was never
 * released: they are errors until `renumber` names one of them.
 *
 * @param renumber keys as the messages name them: `module`, `module/lesson`, `question`, `question/choice`
 */
export function repairLock(source: Placed, renumber: ReadonlySet<string> = new Set()): Outcome<string> {
  const read = readLock(source);
  if (!read.value) return { ok: false, notes: read.notes };
  const { lock } = read.value;
  const notes: Diagnostic[] = [];
  const mend = <T extends LockEntry>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const mended = mendEntries(entries, renumber);
    notes.push(...mended.ties.map((keys) => tie(keys, source)));
    return mended.entries;
  };
  const mended: Lock = {
    ...lock,
    modules: mend(lock.modules),
    lessons: mend(lock.lessons),
    questions: mendQuestions(lock, mend),
  };
  return settle(lockText(mended), notes);
}

type Mend = <T extends LockEntry>(entries: ReadonlyMap<string, T>) => ReadonlyMap<string, T>;

/** Questions share one numbering over all their shapes; each shape has a numbering of its own for its parts. */
function mendQuestions({ questions }: Lock, mend: Mend): Lock["questions"] {
  const flat = new Map<string, QuestionEntry>();
  const names = new Map<string, readonly string[]>();
  for (const [key, shapes] of questions) {
    const keys = shapes.map((_, index) => (index === 0 ? key : `${key}#${index + 1}`));
    names.set(key, keys);
    for (const [index, shape] of shapes.entries())
      flat.set(keys[index] ?? key, { ...shape, parts: mendParts(key, shape, mend) });
  }
  const mended = mend(flat);
  return new Map([...names].map(([key, keys]) => [key, keys.flatMap((each) => mended.get(each) ?? [])]));
}

function mendParts(question: string, { parts }: QuestionEntry, mend: Mend): QuestionEntry["parts"] {
  const mended = mend(new Map([...parts].map(([key, part]) => [`${question}/${key}`, part])));
  return new Map([...mended].map(([key, part]) => [key.slice(question.length + 1), part]));
}

/** One numbering without collisions; `ties` are the keys of entries between which the author must choose. */
function mendEntries<T extends LockEntry>(entries: ReadonlyMap<string, T>, renumber: ReadonlySet<string>) {
  const sharing = new Map<number, string[]>();
  for (const [key, { ordinal }] of entries) sharing.set(ordinal, [...(sharing.get(ordinal) ?? []), key]);
  const mended = new Map(entries);
  const ties: (readonly string[])[] = [];
  let next = nextOrdinal(entries.values());
  for (const keys of sharing.values()) {
    if (keys.length === 1) continue;
    const byAge = keys
      .filter((key) => !renumber.has(key))
      .sort((a, b) => compareVersions(entries.get(a)?.since ?? "", entries.get(b)?.since ?? ""));
    const [keeper, second] = byAge;
    const sinceOf = (key: string | undefined) => entries.get(key ?? "")?.since;
    if (keeper === undefined || (second !== undefined && sinceOf(keeper) === sinceOf(second))) {
      ties.push(keys);
      continue;
    }
    for (const key of keys) {
      const entry = entries.get(key);
      if (key === keeper || !entry) continue;
      mended.set(key, { ...entry, ordinal: next });
      next += 1;
    }
  }
  return { entries: mended, ties };
}

/** Compares versions piece by piece, numbers as numbers: 2026.9 comes before 2026.10. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.match(/\d+|[A-Za-z]+/g) ?? []);
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index += 1) {
    const [one = "", two = ""] = [left?.[index], right?.[index]];
    if (one === two) continue;
    if (/^\d+$/.test(one) && /^\d+$/.test(two) && Number(one) !== Number(two)) return Number(one) - Number(two);
    return one < two ? -1 : 1;
  }
  return 0;
}

function tie(keys: readonly string[], source: Placed): Diagnostic {
  return {
    code: "lock/which-is-new",
    severity: "error",
    message: `${keys.map((key) => `“${key}”`).join(" and ")} share an ordinal and are equally old.`,
    place: { file: source.file },
    help: "Name the one that was never released to learners: `coursewright lock --repair --renumber <key>`.",
  };
}
