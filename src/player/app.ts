/**
 * What the views know: one read model and a few commands. Views hold no learner state, send nothing to the LMS and decide
 * nothing about grades; they render what `App` says and call its commands.
 */
import type { Mark } from "../questions/contract.ts";
import type { Plan, PoolQuestion, QuizPlan } from "../tracking/plan.ts";
import type { Hundredths } from "../tracking/policy.ts";
import type { CardMemory } from "./card-memory.ts";

export type Screen =
  | { readonly at: "start" }
  | { readonly at: "lesson"; readonly lesson: number }
  /** `item` counts from 0; the quiz has an attempt that is not submitted. */
  | { readonly at: "quiz"; readonly quiz: number; readonly item: number }
  | { readonly at: "result"; readonly quiz: number }
  | { readonly at: "review"; readonly quiz: number }
  /** Again what was missed; nothing is recorded. */
  | { readonly at: "practice"; readonly quiz: number }
  /** After Save and exit. */
  | { readonly at: "left" };

/** Where the learner's work stands between this page and the LMS. */
export type SaveState =
  /** Nothing is recorded: no LMS, or `browse` or `review` mode. */
  | { readonly kind: "off" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  /** The lessons were opened in another window since: only that one is recorded. */
  | { readonly kind: "elsewhere" }
  /** Being retried; the words are the LMS's own. */
  | { readonly kind: "failed"; readonly code: string; readonly text: string };

/**
 * Something the learner must be told above the page: no LMS was found; the LMS refused; the LMS opened the package for
 * looking only; it no longer has the earlier work; what it has cannot be read.
 */
export type Notice = "alone" | "refused" | "browse" | "review" | "cleared" | "damaged";

export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface ItemView {
  readonly question: PoolQuestion;
  /** The question type's response; `undefined` while unanswered. */
  readonly response: unknown;
  /** What is answered in steps is answered with the last of them. */
  readonly isAnswered: boolean;
  /** The answer was explained: it can no longer be changed. */
  readonly revealed: boolean;
  /** Present once the item may be marked in front of the learner. */
  readonly mark?: Mark;
  /** Seeds the order of this item's choices. */
  readonly seed: number;
}

export interface QuizView {
  readonly plan: QuizPlan;
  /** `new`: never begun; `open`: an attempt is under way; `submitted`: the latest attempt is closed. */
  readonly status: "new" | "open" | "submitted";
  /** The number of the current attempt, from 1; 0 when new. */
  readonly attempt: number;
  /** Attempts that can still be begun; Infinity when unlimited. */
  readonly attemptsLeft: number;
  /** How many questions an attempt asks. */
  readonly length: number;
  /** The pass mark that applies: the author's, or the LMS's own. */
  readonly pass: Hundredths;
  readonly latest?: Hundredths;
  /** By the score policy. */
  readonly published?: Hundredths;
  readonly passed: boolean;
  /** The items of the current attempt; empty until its questions are loaded. */
  readonly items: readonly ItemView[];
  /** The policy allows explaining the submitted answers now. */
  readonly explains: boolean;
  /** Seconds until the open attempt is submitted by itself; absent without a time limit. */
  readonly timeLeft?: number;
  /** The submitted attempt used up its time; absent without a time limit. */
  readonly timeUp?: boolean;
  /** Of the submitted attempt: topics are indices into {@link Plan.objectives}, or ordinals of lessons. */
  readonly results: { readonly competencies: readonly Tally[]; readonly lessons: readonly Tally[] };
}

/** How many graded questions of a topic were wholly right. */
export interface Tally {
  readonly topic: number;
  readonly right: number;
  readonly all: number;
}

/** One thing between the learner and completion. */
export type Remaining =
  | { readonly kind: "lesson"; readonly lesson: number; readonly title: string }
  | { readonly kind: "quiz"; readonly quiz: number; readonly title: string; readonly failed: boolean };

/** What the page must show anew. */
export type Change = "screen" | "answer" | "progress" | "save";

export interface App {
  readonly plan: Plan;
  readonly text: Text;
  readonly notices: readonly Notice[];
  /** True in `browse` and `review`: answers can be tried but nothing is kept. */
  readonly readOnly: boolean;
  /** What the learner knows of the flashcards. */
  readonly cards: CardMemory;
  screen(): Screen;
  save(): SaveState;
  /** True for a lesson that was read to its end. */
  seen(lesson: number): boolean;
  quiz(ordinal: number): QuizView;
  remaining(): readonly Remaining[];
  /** Calls back after every change; `screen` changes move focus, `answer` must not rebuild the controls in use. */
  subscribe(listener: (what: Change) => void): void;

  /** Shows a screen. Asks for what it needs (a lesson's text, a quiz's questions) first. */
  go(screen: Screen): Promise<void>;
  /** The lesson's HTML; loads it when the page does not hold it. */
  lessonHtml(lesson: number): Promise<string>;
  /** The ungraded questions of a lesson whose text was loaded, in their order; marked and explained on the page alone. */
  checks(lesson: number): readonly PoolQuestion[];
  /** The end of a lesson came into view, or the learner pressed Next on it. */
  reachEnd(lesson: number): void;
  /** Begins the next attempt and shows its first question. `factor`: how many times the time limit, in hundredths. */
  begin(quiz: number, factor?: number): Promise<void>;
  /** `soon` (default `now`) may wait a moment before it is sent: more letters are coming. */
  answer(quiz: number, item: number, response: unknown, pace?: "now" | "soon"): void;
  /** Explains one answer (`feedback: immediate`); it is final from then on. */
  reveal(quiz: number, item: number): void;
  /** Submits the open attempt and shows its result. */
  submit(quiz: number): void;
  /** Work kept on this device waits for the learner's word: the LMS no longer holds it, perhaps on purpose. */
  keptWork(): boolean;
  /** Takes the kept work and shows where it was left, or forgets it. */
  useKeptWork(yes: boolean): Promise<void>;
  /** A completion receipt to hand to the instructor; present only while the LMS refuses to save. */
  receipt(): string | undefined;
  /** Saves, ends the session and shows the last page. */
  leave(): void;
}
