/**
 * What a package asks of its learner, as the renderer writes it and the player reads it. Plain JSON.
 */
import type { ScoringRule } from "../questions/contract.ts";
import type { DrawStratum } from "./draw.ts";
import type { Grading, Hundredths, TimeLimit } from "./policy.ts";

/** A package: one graded activity, one score. */
export interface Plan {
  /** The package's identifier from the lock file. */
  readonly identifier: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  readonly version: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly modules: readonly ModulePlan[];
  /** The package's own pass mark, report and completion policy. */
  readonly grading: Grading;
  /** Competency codes in the order in which questions name them by index. */
  readonly objectives: readonly string[];
  /** What the objectives say, at the same indices; empty where no framework says it. */
  readonly labels?: readonly string[];
  /** Titles of the frameworks that the labels come from, which tell how official they are. */
  readonly frameworks?: readonly string[];
  /** The learner's texts in the course's language, where they differ from the player's English. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface ModulePlan {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonPlan[];
  readonly quiz?: QuizPlan;
}

export interface LessonPlan {
  readonly ordinal: number;
  readonly key: string;
  readonly title: string;
  readonly minutes?: number;
  /** The script that registers the lesson; absent when the page holds it in `<template id="lesson-ORDINAL">`. */
  readonly src?: string;
}

export interface QuizPlan {
  /** The module's ordinal. */
  readonly ordinal: number;
  readonly title: string;
  /** The script that registers the questions. */
  readonly src: string;
  readonly grading: Grading;
  /** In hundredths of the whole; a module package has one quiz of 10,000. */
  readonly weight: Hundredths;
  readonly draw: readonly DrawStratum[];
  readonly limit?: TimeLimit;
}

/** The questions of one quiz, loaded before it starts. */
export interface QuestionPool {
  readonly questions: readonly PoolQuestion[];
}

export interface PoolQuestion extends QuestionFace {
  readonly ordinal: number;
  readonly id: string;
  readonly type: string;
  /** 0 for a question that no machine marks. */
  readonly points: number;
  readonly scoring: ScoringRule;
  /** The fewest points that the question can give, −points ≤ floor ≤ 0; absent: 0. */
  readonly floor?: number;
  readonly shuffle: boolean;
  /** Indices into {@link Plan.objectives}. */
  readonly objectives: readonly number[];
  /** The ordinal of the lesson that teaches it, when it is in this package. */
  readonly lesson?: number;
  /** The case that it belongs to, by its number in the quiz: the stimulus as HTML, and how it begins in plain words. */
  readonly case?: { readonly number: number; readonly html: string; readonly text: string };
  /** The other variants; the question itself is variant 0. */
  readonly variants?: readonly QuestionFace[];
}

/** What differs between the variants of a question. */
export interface QuestionFace {
  /** The type's marking key. */
  readonly key: unknown;
  /** HTML that stands before the question: tables, figures, all but the question sentence. May be empty. */
  readonly before: string;
  /** The question sentence as HTML without block elements: the legend of the group. */
  readonly sentence: string;
  /** The controls as HTML: the type's `view.hbs`. */
  readonly controls: string;
  /** The sentence as plain text for the LMS's report. */
  readonly description: string;
  /** Rationale as HTML. */
  readonly rationale?: string;
}

/** A question as one learner meets it; an unknown variant is variant 0. */
export function questionAt(question: PoolQuestion, variant: number): PoolQuestion {
  const face = variant > 0 ? question.variants?.[variant - 1] : undefined;
  return face ? { ...question, ...face } : question;
}
