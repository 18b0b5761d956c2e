/** Sends to the LMS what changed, then commits once. */
import type { Api } from "./api.ts";
import type { Saved } from "./session.ts";

/** One value for the LMS. */
export interface Write {
  readonly element: string;
  readonly value: string;
  /** Without it the grade or the learner's work is lost: when refused, the write has failed. All else may be dropped. */
  readonly vital?: boolean;
  /** The element that must have been accepted before this one makes sense. */
  readonly needs?: string;
}

/** The write of a value that may be absent, below an element that it needs. */
export function present(element: string, value: string | undefined, needs: string): readonly Write[] {
  return value === undefined ? [] : [{ element, value, needs }];
}

export interface Writer {
  /** Sets a value without committing it. */
  set(write: Write): void;
  /** Sets what differs from what the LMS confirmed, in the given order, and commits once when anything was set. */
  send(writes: readonly Write[]): Saved;
}

/**
 * True when the same value would be refused again: argument and data errors of both standards (SCORM 1.2 RTE 3.3.5,
 * SCORM 2004 RTE 3.1.7).
 */
function isFinal(code: string): boolean {
  return /^(20[1-3]|351|4\d\d)$/.test(code);
}

/** A writer with an empty memory; make one for each session. */
export function createWriter(api: Api): Writer {
  const confirmed = new Map<string, string>();
  const refused = new Map<string, string>();

  const set = ({ element, value, vital }: Write): Saved => {
    // From here on nobody knows what the LMS holds, until it confirms.
    confirmed.delete(element);
    const answer = api.set(element, value);
    if (!answer.ok && vital !== true && isFinal(answer.code)) refused.set(element, value);
    return answer;
  };

  const send = (writes: readonly Write[]): Saved => {
    const sent: Write[] = [];
    const missing = new Set<string>();
    let failure: Saved = { ok: true };
    for (const write of writes) {
      const { element, value, needs } = write;
      if (confirmed.get(element) === value) continue;
      if (refused.get(element) === value || (needs !== undefined && missing.has(needs))) {
        missing.add(element);
        continue;
      }
      const answer = set(write);
      if (answer.ok) sent.push(write);
      else missing.add(element);
      if (write.vital === true && failure.ok) failure = answer;
    }
    if (sent.length === 0) return failure;
    const committed = api.commit();
    if (committed.ok) for (const { element, value } of sent) confirmed.set(element, value);
    return failure.ok ? committed : failure;
  };

  return { set, send };
}
