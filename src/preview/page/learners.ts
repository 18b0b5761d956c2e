/** What the LMSs of this preview remember, one for each package, format and imitated LMS; it outlives the page. */
import type { Memory } from "../../lms/lms.ts";

export interface Learner {
  /** Counts from 1. */
  readonly number: number;
  /** Absent until the learner was first there. */
  readonly memory?: Memory;
}

/** The browser keeps about 5 MB for an address; calls beyond these are forgotten first. */
const CALLS = 500;

const FIRST: Learner = { number: 1 };

/** The learner of an LMS, by the LMS's name. */
export function learnerOf(lms: string): Learner {
  const text = localStorage.getItem(keyOf(lms));
  return text === null ? FIRST : JSON.parse(text);
}

/** Keeps what the LMS remembers of its learner. */
export function keepLearner(lms: string, { number, memory }: Learner): void {
  const short = memory && { ...memory, calls: memory.calls.slice(-CALLS) };
  localStorage.setItem(keyOf(lms), JSON.stringify({ number, ...(short && { memory: short }) }));
}

const keyOf = (lms: string): string => `coursewright preview, ${lms}`;
