/**
 * What a learner knows of the flashcards. It stays on this device, under a hashed learner id, so that people who share a
 * computer do not meet each other's cards; it is never sent to the LMS. Without a learner id or storage it lasts as long
 * as the page.
 */
import { afterAnswer, type Recall } from "./leitner.ts";
import type { Platform } from "./platform.ts";
import { hashOf } from "./session/journal.ts";

export interface CardMemory {
  /** The day at this place, counted from 1970. */
  today(): number;
  /** `undefined` for a new card. */
  recall(card: string): Recall | undefined;
  answer(card: string, known: boolean): void;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The memory of one learner in one package.
 *
 * @param learner The LMS's learner id; for a blank one nothing is kept.
 * @param identifier The package's identifier from the lock file.
 */
export function createCardMemory(
  { storage, now }: Pick<Platform, "storage" | "now">,
  learner: string,
  identifier: string,
): CardMemory {
  const key = `coursewright:cards:${hashOf(`${learner}\n${identifier}`)}`;
  const read = () => parse(learner === "" ? undefined : storage.read(key));
  let recalls = read();
  const today = (): number => {
    const time = now();
    return Math.floor((time.getTime() - time.getTimezoneOffset() * MINUTE) / DAY);
  };
  return {
    today,
    recall: (card) => recalls.get(card),
    answer(card, known) {
      // Another window may have kept answers since.
      recalls = new Map([...recalls, ...read()]);
      recalls.set(card, afterAnswer(recalls.get(card), known, today()));
      const rows = [...recalls].map(([name, { box, due }]) => [name, box, due]);
      if (learner !== "") storage.write(key, JSON.stringify(rows));
    },
  };
}

/** Rows of name, box and day; what is unreadable is new again. */
function parse(text: string | undefined): Map<string, Recall> {
  let rows: unknown;
  try {
    rows = JSON.parse(text ?? "[]");
  } catch {
    return new Map(); // changed by something else: there is nothing to save
  }
  if (!Array.isArray(rows)) return new Map();
  const isRow = (row: unknown): row is readonly [string, number, number] =>
    Array.isArray(row) && typeof row[0] === "string" && Number.isInteger(row[1]) && Number.isInteger(row[2]);
  return new Map(rows.filter(isRow).map(([name, box, due]) => [name, { box, due }]));
}
