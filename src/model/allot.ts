/** Gives out ordinals: what the lock file knows keeps its own, what is new gets the next, what is gone is marked. */
import { type LockEntry, nextOrdinal, type QuestionEntry } from "./lock.ts";

/** Entries of one numbering after allotting. */
export interface Allotted<T> {
  readonly entries: ReadonlyMap<string, T>;
  /** By key, for those that exist now. */
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Ordinals for keys in their order. A key that returns after it was gone gets its old ordinal back. */
export function allot(
  keys: Iterable<string>,
  known: ReadonlyMap<string, LockEntry>,
  version: string,
): Allotted<LockEntry> {
  let next = nextOrdinal(known.values());
  const entries = new Map<string, LockEntry>([...known].map(([key, entry]) => [key, { ...entry, gone: true }]));
  const ordinals = new Map<string, number>();
  for (const key of keys) {
    const old = known.get(key);
    const { ordinal, since } = old ?? { ordinal: next, since: version };
    if (!old) next += 1;
    entries.set(key, { ordinal, since });
    ordinals.set(key, ordinal);
  }
  return { entries, ordinals };
}

/** A question as the lock file sees it. */
export interface Shaped {
  readonly key: string;
  readonly shape: string;
  /** Keys of its parts, in order. */
  readonly parts: readonly string[];
}

/** A question's ordinal and those of its parts, in order. */
export interface QuestionOrdinals {
  readonly ordinal: number;
  readonly parts: readonly number[];
}

/**
 * Ordinals for questions. Changing a question's shape retires its ordinal, because saved answers could not be read any
 * more; going back to an earlier shape brings the earlier ordinal back.
 */
export function allotQuestions(
  questions: readonly Shaped[],
  known: ReadonlyMap<string, readonly QuestionEntry[]>,
  version: string,
) {
  let next = nextOrdinal([...known.values()].flat());
  const entries = new Map<string, readonly QuestionEntry[]>(
    [...known].map(([key, shapes]) => [key, shapes.map(retired)]),
  );
  const ordinals = new Map<string, QuestionOrdinals>();
  for (const { key, shape, parts } of questions) {
    const shapes = entries.get(key) ?? [];
    const old = known.get(key)?.find((entry) => entry.shape === shape);
    const allotted = allot(parts, old?.parts ?? new Map(), version);
    const { ordinal, since } = old ?? { ordinal: next, since: version };
    if (!old) next += 1;
    const entry: QuestionEntry = { ordinal, since, shape, parts: allotted.entries };
    entries.set(key, old ? shapes.map((each) => (each.shape === shape ? entry : each)) : [...shapes, entry]);
    ordinals.set(key, { ordinal, parts: parts.map((part) => allotted.ordinals.get(part) ?? 0) });
  }
  return { entries, ordinals };
}

/** A question that is gone keeps its parts as they were, so that its return brings all of them back. */
const retired = (entry: QuestionEntry): QuestionEntry => ({ ...entry, gone: true });
