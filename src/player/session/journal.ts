/**
 * The learner's work on this device until the LMS confirmed it. Keys and owners are hashes, so that no name is left on a
 * shared computer, and what is kept is only ever given back to the same learner.
 */
import type { Storage } from "../platform.ts";

/** How long unconfirmed work is kept. */
const LIFETIME_DAYS = 14;
const DAY = 86_400_000;

export interface JournalEntry {
  /** From {@link hashOf} the learner's id. */
  readonly learner: string;
  /** Names the LMS attempt that the state belongs to. */
  readonly nonce: number;
  /**
   * The sequence numbers that the work follows from: what the LMS had confirmed when this was written, and what it said to
   * have taken from a page that was being hidden.
   */
  readonly bases: readonly number[];
  readonly sequence: number;
  /** The packed learner state. */
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly written: number;
}

export interface Journal {
  /** The kept work; expired and unreadable entries are removed and not returned. */
  read(): JournalEntry | undefined;
  /** Keeps work before it is committed. */
  write(entry: Pick<JournalEntry, "nonce" | "bases" | "sequence" | "state">): void;
  /** Forgets the work when it is no newer than what the LMS confirmed. */
  confirm(stored: { readonly nonce: number; readonly sequence: number }): void;
  clear(): void;
}

/** Two 32-bit FNV-1a hashes as hexadecimal: it hides a name and tells learners apart; it protects no secret. */
export function hashOf(text: string): string {
  const hash = (start: number): string => {
    let value = start;
    for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, "0");
  };
  return hash(0x811c9dc5) + hash(0x9747b28c);
}

/** What the LMS's own state says of itself. */
export interface StoredWork {
  readonly nonce: number;
  readonly sequence: number;
  /** The learner has neither read nor answered anything in it: it was only opened. */
  readonly untouched: boolean;
}

/**
 * What to do with kept work at launch. `use`: it follows directly from what the LMS stored, in the same attempt. `ask`: the
 * LMS holds no work, perhaps because the instructor reset the attempt, so the learner decides; a visit that ended before
 * the learner did leaves the question open. `discard`: all else.
 *
 * @param stored `undefined` when the LMS holds no state.
 * @param learner The LMS's learner id; work is never given to a blank one.
 */
export function replayDecision(
  journal: JournalEntry | undefined,
  stored: StoredWork | undefined,
  learner: string,
): "use" | "discard" | "ask" {
  if (journal === undefined || learner === "" || journal.learner !== hashOf(learner)) return "discard";
  if (stored === undefined || (stored.untouched && stored.nonce !== journal.nonce)) return "ask";
  const follows = stored.nonce === journal.nonce && journal.bases.includes(stored.sequence);
  return follows && journal.sequence > stored.sequence ? "use" : "discard";
}

function parse(text: string): JournalEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { learner, nonce, bases, sequence, state, written } = value as Record<string, unknown>; // any object may be read so
  const isText = typeof learner === "string" && typeof state === "string";
  if (!isText || typeof written !== "number") return undefined;
  const isNumbers = Array.isArray(bases) && bases.every((base) => typeof base === "number");
  if (typeof nonce !== "number" || !isNumbers || typeof sequence !== "number") return undefined;
  return { learner, nonce, bases, sequence, state, written };
}

/**
 * The journal of one learner in one package. For a blank learner id it keeps nothing.
 *
 * @param identifier The package's identifier from the lock file.
 */
export function createJournal(
  platform: { readonly storage: Storage; now(): Date },
  learner: string,
  identifier: string,
): Journal {
  const { storage } = platform;
  const owner = hashOf(learner);
  const key = `coursewright:${hashOf(`${learner}\n${identifier}`)}`;
  const clear = (): void => storage.remove(key);
  const read = (): JournalEntry | undefined => {
    const text = learner === "" ? undefined : storage.read(key);
    if (text === undefined) return undefined;
    const entry = parse(text);
    const age = entry === undefined ? Number.POSITIVE_INFINITY : platform.now().getTime() - entry.written;
    if (entry !== undefined && entry.learner === owner && age <= LIFETIME_DAYS * DAY) return entry;
    clear();
    return undefined;
  };
  return {
    read,
    clear,
    write(entry) {
      if (learner === "") return;
      storage.write(key, JSON.stringify({ ...entry, learner: owner, written: platform.now().getTime() }));
    },
    confirm(stored) {
      const entry = read();
      if (entry !== undefined && entry.nonce === stored.nonce && entry.sequence <= stored.sequence) clear();
    },
  };
}
