/** What the LMS shall hold, derived from the learner's state: never stored, never incremented. */

import { bitReader } from "../questions/bits.ts";
import type { CoreType, Mark, Standard } from "../questions/contract.ts";
import { coreTypes } from "../questions/registry.core.ts";
import { type Plan, type PoolQuestion, type QuestionPool, questionAt } from "../tracking/plan.ts";
import { boundMark } from "../tracking/score.ts";
import { quizState, quizzesOf } from "../tracking/standing.ts";
import type { AttemptItem, Bookmark, LearnerState } from "../tracking/state.ts";
import type { Interaction, Objective } from "./session/session.ts";

/** When an item was last touched in this session, and how many active seconds it took. */
export interface Touch {
  readonly time: Date;
  readonly latency?: number;
}

/** An item's core; @throws Error when the package holds a question of a type that the player lacks. */
export function coreOf(question: PoolQuestion): CoreType<unknown, unknown> {
  const core = coreTypes[question.type];
  if (!core) throw new Error(`The player lacks the question type ${question.type}`);
  return core;
}

/** An item's response as its type reads it. */
export function responseOf(question: PoolQuestion, item: AttemptItem): unknown {
  return item.response && coreOf(question).read(bitReader(item.response), question.key);
}

/** An item's mark as it would be if it were submitted now. */
export function markOf(question: PoolQuestion, item: AttemptItem): Mark {
  return boundMark(coreOf(question).mark(question.key, responseOf(question, item), question.scoring), question);
}

/**
 * One record a question, at the index that the state reserved, for what was touched in this session. A result is sent once
 * an answer is final: revealed or submitted.
 */
export function interactionsOf(
  standard: Standard,
  plan: Plan,
  state: LearnerState,
  poolOf: (quiz: number) => QuestionPool | undefined,
  touched: ReadonlyMap<number, Touch>,
): readonly Interaction[] {
  const pooled = new Map(
    quizzesOf(plan).flatMap(({ ordinal: quiz }) =>
      (poolOf(quiz)?.questions ?? []).map((question) => [question.ordinal, { quiz, question }] as const),
    ),
  );
  return state.interactions.flatMap((ordinal, index) => {
    const found = pooled.get(ordinal);
    const touch = touched.get(ordinal);
    if (!found || !touch) return [];
    const { attempt, history } = quizState(state, found.quiz);
    const item = attempt?.items.find((entry) => entry.ordinal === ordinal);
    if (!item) return [{ ...bareRecord(standard, found.question), index, ...touch }];
    const final = item.revealed || attempt?.submitted === true;
    const record = recordOf(standard, plan, questionAt(found.question, item.variant), item, final);
    // Answered in an earlier attempt, or a moment ago and taken back.
    const wasAnswered = touch.latency !== undefined || history.some((entry) => entry.ordinal === ordinal);
    return [{ ...(wasAnswered ? blankOf(standard, record.type) : {}), ...record, index, ...touch }];
  });
}

/** The types whose response may be empty (SCORM 1.2 RTE 3.4.7, SCORM 2004 RTE 4.2.9); of others the last answer stays. */
const MAY_BE_BLANK: Readonly<Record<Standard, readonly string[]>> = {
  scorm12: ["choice", "fill-in", "matching", "sequencing", "likert"],
  scorm2004: ["fill-in", "long-fill-in"],
};

/** The response that takes back what the LMS may still hold of an answer that is no more. */
function blankOf(standard: Standard, type: string): { readonly response?: string } {
  return MAY_BE_BLANK[standard].includes(type) ? { response: "" } : {};
}

/** The records before the first gap: an LMS that holds so many records takes no index beyond the next one. */
export function withoutGap(records: readonly Interaction[], held: number): readonly Interaction[] {
  let next = held;
  return records.filter(({ index }) => {
    if (index > next) return false;
    next = Math.max(next, index + 1);
    return true;
  });
}

/** What must stand at the index of a question of an earlier attempt; whatever the LMS has of it beyond that stays. */
function bareRecord(standard: Standard, question: PoolQuestion) {
  const { type } = coreOf(question).encode(standard, question.key, undefined);
  return { type, id: question.id, weighting: question.points, description: "", objectives: [] };
}

function recordOf(standard: Standard, plan: Plan, question: PoolQuestion, item: AttemptItem, final: boolean) {
  const { earned, possible } = markOf(question, item);
  return {
    ...coreOf(question).encode(standard, question.key, responseOf(question, item)),
    id: question.id,
    ...(final && question.points > 0 ? { result: earned / possible } : {}),
    weighting: question.points,
    description: question.description,
    objectives: question.objectives.flatMap((index) => plan.objectives[index] ?? []),
  };
}

/** Answered items that a competency needs before its score says anything. */
const ENOUGH_ITEMS = 3;

/** Competencies by the latest mark of every question that was answered in a submitted attempt. */
export function objectivesOf(
  plan: Plan,
  state: LearnerState,
  poolOf: (quiz: number) => QuestionPool | undefined,
): readonly Objective[] {
  const marks = quizzesOf(plan).flatMap(({ ordinal }) => {
    const marked = new Map(quizState(state, ordinal).history.map((entry) => [entry.ordinal, entry.mark]));
    return (poolOf(ordinal)?.questions ?? []).flatMap(({ ordinal: question, points, objectives }) => {
      const mark = marked.get(question);
      return mark === undefined || mark === 3 || points === 0 ? [] : [{ objectives, points, half: points * mark }];
    });
  });
  return plan.objectives.flatMap((id, index) => {
    const items = marks.filter(({ objectives }) => objectives.includes(index));
    if (items.length === 0) return [];
    const earned = items.reduce((sum, { half }) => sum + half, 0);
    const score = Math.floor((earned * 5_000) / items.reduce((sum, { points }) => sum + points, 0));
    const met = score >= plan.grading.pass ? "passed" : "failed";
    return [{ id, score, status: items.length < ENOUGH_ITEMS ? "incomplete" : met }];
  });
}

/** The bookmark in a few characters of ASCII for the LMS's own reports. */
export function locationOf(bookmark: Bookmark): string {
  switch (bookmark.at) {
    case "start":
      return "start";
    case "lesson":
      return `lesson-${bookmark.lesson}`;
    case "quiz":
      return `quiz-${bookmark.quiz}-${bookmark.item + 1}`;
    case "result":
      return `result-${bookmark.quiz}`;
  }
}
