import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Placed } from "../load/placed.ts";
import { questionKey } from "../model/ids.ts";
import { readLock } from "../model/lock-read.ts";
import { lockText } from "../model/lock-text.ts";
import type { GivenId } from "./ids.ts";

/**
 * The lock file's text in which questions that were known by their stems are known by the ids they were given: their
 * ordinals, and with them learners' saved answers, stay theirs. `undefined` when nothing changes or the file is damaged.
 */
export function lockWithIds(source: Placed, given: readonly GivenId[]): string | undefined {
  const { value, notes } = readLock(source);
  if (!value || hasErrors(notes)) return undefined;
  const questions = new Map(value.lock.questions);
  for (const { id, stem } of given) {
    const key = questionKey(undefined, stem);
    const known = questions.get(key);
    if (!known || questions.has(id)) continue;
    questions.delete(key);
    questions.set(id, known);
  }
  const before = lockText(value.lock);
  const after = lockText({ ...value.lock, questions });
  return after === before ? undefined : after;
}
