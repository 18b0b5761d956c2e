import type { Bits } from "../questions/bits.ts";
import type { Hundredths } from "./policy.ts";

/** Where the learner is. Lessons and quizzes are named by ordinal, so that an update of the package moves nobody. */
export type Bookmark =
  | { readonly at: "start" }
  | { readonly at: "lesson"; readonly lesson: number }
  /** `item` counts from 0 within the drawn quiz. */
  | { readonly at: "quiz"; readonly quiz: number; readonly item: number }
  | { readonly at: "result"; readonly quiz: number };

/** One drawn question of the current attempt. */
export interface AttemptItem {
  readonly ordinal: number;
  /** The index in the question's variant list; 0 where there are none. */
  readonly variant: number;
  /** The response as the question type packs it; absent while unanswered. */
  readonly response?: Bits;
  /** True once the answer was explained: it can no longer be changed. */
  readonly revealed: boolean;
}

/** The open attempt, or the submitted one until the next begins. */
export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  readonly submitted: boolean;
  readonly items: readonly AttemptItem[];
  /** Present while the attempt has a time limit. */
  readonly timing?: Timing;
}

/** Wall time of an attempt. */
export interface Timing {
  /** When it began, in seconds since 2020 (UTC). */
  readonly started: number;
  /** How many times the limit the learner took, in hundredths. */
  readonly factor: number;
  /** The most seconds that were ever seen to be spent. */
  readonly spent: number;
}

/** 0 wrong, 1 partly right, 2 right, 3 not answered. */
export type ItemMark = 0 | 1 | 2 | 3;

/** What is kept of a question from submitted attempts. */
export interface ItemHistory {
  readonly ordinal: number;
  /** How often it was drawn, counted up to 3. */
  readonly times: number;
  /** In its latest submitted attempt. */
  readonly mark: ItemMark;
}

/** Scores of the submitted attempts of one quiz. */
export interface ScoreRecord {
  readonly count: number;
  readonly first: Hundredths;
  readonly latest: Hundredths;
  readonly best: Hundredths;
  readonly sum: number;
}

export interface QuizState {
  readonly quiz: number;
  /** Absent until the first attempt is submitted. */
  readonly scores?: ScoreRecord;
  readonly history: readonly ItemHistory[];
  readonly attempt?: Attempt;
}

/** All that is remembered of one learner in one package. Integers only. */
export interface LearnerState {
  /** Grows by one with every write; the next launch proves by it what the LMS stored. */
  readonly sequence: number;
  /** Names the LMS attempt (32 bits), and seeds every draw and shuffle. */
  readonly nonce: number;
  readonly bookmark: Bookmark;
  /** Ordinals of the lessons read to their end, ascending. */
  readonly seen: readonly number[];
  /** In the order in which they were first touched. */
  readonly quizzes: readonly QuizState[];
  /** The ordinal of the question recorded at each interaction index. */
  readonly interactions: readonly number[];
}
