/**
 * The lock file as a value: every identifier and ordinal ever given out. Learners' saved work names lessons, questions and
 * choices by these ordinals, so none is ever given out twice.
 */
import type { Place } from "../diagnostics/diagnostic.ts";
import { inLanguage } from "../load/editions.ts";
import type { Ever } from "../tracking/budget.ts";
import type { Translations } from "../translation/drift.ts";

/** One ordinal that was given out. */
export interface LockEntry {
  readonly ordinal: number;
  /** The version of the course at which it was given out. */
  readonly since: string;
  /** True when what it stood for is gone: the ordinal stays taken, and waits for its return. */
  readonly gone?: boolean;
}

/** One shape of a question. A question whose shape changes gets a further entry; the old one is gone. */
export interface QuestionEntry extends LockEntry {
  readonly shape: string;
  /** Ordinals of the question's parts (choices), by id or hash of the text; never reused within the entry. */
  readonly parts: ReadonlyMap<string, LockEntry>;
}

export interface Lock {
  /** Package identifiers: `""` is the course package, else a module's id. */
  readonly packages: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, LockEntry>;
  /** By `module/key`. */
  readonly lessons: ReadonlyMap<string, LockEntry>;
  /** By question id or `~hash`; all shapes that a question has had, in the order of their ordinals. */
  readonly questions: ReadonlyMap<string, readonly QuestionEntry[]>;
  /** Of an edition: what each translation was made from. */
  readonly translations: Translations;
}

export const EMPTY_LOCK: Lock = {
  packages: new Map(),
  modules: new Map(),
  lessons: new Map(),
  questions: new Map(),
  translations: new Map(),
};

/** The name of an edition's lock file; without a language that of the base. */
export const lockFile = (language: string | undefined): string => inLanguage("course.lock.yaml", language);

/** Everything in a lock file that has an ordinal in one numbering, with the place where it stands. */
export interface NumberedEntry {
  readonly group: "modules" | "lessons" | "questions";
  /** The entry's key in its group; for a further shape of a question with `#` and its index. */
  readonly key: string;
  readonly entry: LockEntry;
  readonly place: Place;
}

/** Sets of entries of one group that share an ordinal: what a merge of two branches leaves behind. */
export function collisions(entries: readonly NumberedEntry[]): readonly (readonly NumberedEntry[])[] {
  const byOrdinal = new Map<string, NumberedEntry[]>();
  for (const entry of entries) {
    const name = `${entry.group} ${entry.entry.ordinal}`;
    const sharing = byOrdinal.get(name) ?? [];
    sharing.push(entry);
    byOrdinal.set(name, sharing);
  }
  return [...byOrdinal.values()].filter((sharing) => sharing.length > 1);
}

/** The first ordinal that was never given out. Ordinals count from 1. */
export function nextOrdinal(entries: Iterable<LockEntry>): number {
  let highest = 0;
  for (const { ordinal } of entries) highest = Math.max(highest, ordinal);
  return highest + 1;
}

/** What the lock file knows beyond the course as it is now: it bounds what an old learner's state can hold. */
export function everOf({ modules, lessons, questions }: Omit<Lock, "translations">): Ever {
  const shapes = [...questions.values()].flat();
  const highest = nextOrdinal([...modules.values(), ...lessons.values(), ...shapes]) - 1;
  return { highest, retired: shapes.filter(({ gone }) => gone).length };
}
