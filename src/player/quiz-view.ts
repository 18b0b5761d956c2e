/** A quiz as the views may know it. */
import { mix } from "../questions/shuffle.ts";
import type { PoolQuestion, QuizPlan } from "../tracking/plan.ts";
import { attemptsLeft, quizScore, quizState } from "../tracking/standing.ts";
import type { Attempt, AttemptItem } from "../tracking/state.ts";
import { allowedSeconds, secondsLeft } from "../tracking/timing.ts";
import type { ItemView, QuizView, Tally } from "./app.ts";
import type { LearnerRecord } from "./record.ts";
import { coreOf, markOf, responseOf } from "./report.ts";

/** How a quiz stands for the learner at a moment. */
export function quizView(
  plan: QuizPlan,
  record: LearnerRecord,
  { now, questionOf }: { readonly now: Date; questionOf(item: AttemptItem): PoolQuestion | undefined },
): QuizView {
  const state = record.state();
  const { attempt, scores } = quizState(state, plan.ordinal);
  const published = quizScore(plan, state);
  const pass = record.passOf(plan);
  const passed = (published ?? -1) >= pass;
  const explains = explainsNow(plan, attempt?.submitted === true, passed);
  const view = (item: AttemptItem): readonly ItemView[] => {
    const question = questionOf(item);
    if (!question) return [];
    const response = responseOf(question, item);
    return [
      {
        ...{ question, response },
        isAnswered: response !== undefined && (coreOf(question).isFinished?.(question.key, response) ?? true),
        revealed: item.revealed,
        ...(item.revealed || explains ? { mark: markOf(question, item) } : {}),
        seed: mix(state.nonce, attempt?.number ?? 0, item.ordinal),
      },
    ];
  };
  return {
    plan,
    status: attempt === undefined ? (scores ? "submitted" : "new") : attempt.submitted ? "submitted" : "open",
    attempt: attempt?.number ?? scores?.count ?? 0,
    attemptsLeft: attemptsLeft(plan.grading, quizState(state, plan.ordinal)),
    length: plan.draw.reduce((sum, { count }) => sum + count, 0),
    pass,
    ...(scores ? { latest: scores.latest } : {}),
    ...(published === undefined ? {} : { published }),
    passed,
    items: (attempt?.items ?? []).flatMap(view),
    explains,
    ...timeOf(plan, attempt, now),
    results: attempt?.submitted ? resultsOf(attempt.items, questionOf, explains) : NO_RESULTS,
  };
}

/** Whether the policy lets a closed attempt be explained. */
function explainsNow({ grading }: QuizPlan, submitted: boolean, passed: boolean): boolean {
  if (!submitted || grading.feedback === "never") return false;
  return grading.feedback !== "after-pass" || passed;
}

function timeOf({ limit }: QuizPlan, attempt: Attempt | undefined, now: Date): Pick<QuizView, "timeLeft" | "timeUp"> {
  if (!limit || !attempt?.timing) return {};
  const { factor, spent } = attempt.timing;
  if (attempt.submitted) return { timeUp: spent >= allowedSeconds(limit, factor) };
  const timeLeft = secondsLeft(limit, attempt, now);
  return timeLeft === undefined ? {} : { timeLeft };
}

/** With fewer questions a count would tell about single answers, and say little about a competency. */
const ENOUGH = 3;
const NO_RESULTS: QuizView["results"] = { competencies: [], lessons: [] };

/** How many questions of each competency and lesson were right; few ones only where answers are explained anyway. */
function resultsOf(
  items: readonly AttemptItem[],
  questionOf: (item: AttemptItem) => PoolQuestion | undefined,
  explains: boolean,
): QuizView["results"] {
  const marked = items.flatMap((item) => {
    const question = questionOf(item);
    if (!question || question.points === 0) return [];
    const { earned, possible } = markOf(question, item);
    return [{ question, right: earned === possible }];
  });
  const tally = (topicsOf: (question: PoolQuestion) => readonly number[]): readonly Tally[] => {
    const topics = [...new Set(marked.flatMap(({ question }) => topicsOf(question)))].sort((a, b) => a - b);
    const tallies = topics.map((topic) => {
      const own = marked.filter(({ question }) => topicsOf(question).includes(topic));
      return { topic, right: own.filter(({ right }) => right).length, all: own.length };
    });
    return tallies.filter(({ all }) => explains || all >= ENOUGH);
  };
  return {
    competencies: tally(({ objectives }) => objectives),
    lessons: tally(({ lesson }) => (lesson === undefined ? [] : [lesson])),
  };
}
