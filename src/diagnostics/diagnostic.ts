/** How bad a finding is. Only errors stop a build. */
export type Severity = "error" | "warning" | "hint";

/** Where something stands. Lines and columns count from 1, as editors show them; `length` is in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
}

/** One finding about a course or a package, as plain data. */
export interface Diagnostic {
  /** Permanent and searchable: `area/what-is-wrong`. Never reused, never renamed. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence and in the author's words. */
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly help?: string;
  /** Other places that belong to the finding ("first used here"). */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

/** What a stage hands on: a value, or the reasons there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Diagnostic[] }
  | { readonly ok: false; readonly notes: readonly Diagnostic[] };

/** A value that exists also when some of its parts are faulty: the next stage reports on the rest in the same run. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: readonly Diagnostic[];
}

/** A value with its notes; no value when a note is an error. */
export function settle<T>(value: T, notes: readonly Diagnostic[]): Outcome<T> {
  return hasErrors(notes) ? { ok: false, notes } : { ok: true, value, notes };
}

/** Runs the next stage on a value and keeps the notes of both. */
export async function andThen<A, B>(
  outcome: Outcome<A>,
  stage: (value: A) => Outcome<B> | Promise<Outcome<B>>,
): Promise<Outcome<B>> {
  if (!outcome.ok) return outcome;
  const next = await stage(outcome.value);
  return { ...next, notes: [...outcome.notes, ...next.notes] };
}

/** True when any note is an error. */
export function hasErrors(notes: readonly Diagnostic[]): boolean {
  return notes.some((note) => note.severity === "error");
}
