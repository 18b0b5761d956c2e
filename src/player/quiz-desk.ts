/** What a learner does in a quiz: begins an attempt, answers, has an answer checked, submits. */
import { bitWriter } from "../questions/bits.ts";
import { answerItem, beginAttempt, moveTo, revealItem, submitAttempt } from "../tracking/learning.ts";
import { type Plan, type PoolQuestion, type QuestionPool, type QuizPlan, questionAt } from "../tracking/plan.ts";
import { quizState, quizzesOf } from "../tracking/standing.ts";
import type { AttemptItem, LearnerState } from "../tracking/state.ts";
import type { Change } from "./app.ts";
import type { Content } from "./content.ts";
import type { ItemPlace, Place } from "./place.ts";
import type { LearnerRecord } from "./record.ts";
import { coreOf, markOf } from "./report.ts";
import type { TimeKeeper } from "./time-keeper.ts";

/** All that the work at a quiz needs. */
export interface QuizDesk {
  readonly plan: Plan;
  readonly content: Content;
  readonly record: LearnerRecord;
  readonly place: Place;
  readonly keeper: TimeKeeper;
  announce(change: Change): void;
}

/** The quiz with an ordinal of the plan. */
export function quizPlanOf(plan: Plan, ordinal: number): QuizPlan {
  const found = quizzesOf(plan).find((quiz) => quiz.ordinal === ordinal);
  if (!found) throw new Error(`The package has no quiz ${ordinal}`);
  return found;
}

/** Loads a quiz's questions, unless the page holds them. */
export const loadQuiz = async ({ plan, content }: Pick<QuizDesk, "plan" | "content">, quiz: number) =>
  content.pool(quiz, quizPlanOf(plan, quiz).src);

/** A drawn question in its variant; absent until its pool is loaded. */
export function questionOf(
  content: Content,
  quiz: number,
  { ordinal, variant }: AttemptItem,
): PoolQuestion | undefined {
  const question = content.loadedPool(quiz)?.questions.find((entry) => entry.ordinal === ordinal);
  return question && questionAt(question, variant);
}

/** Begins the next attempt and shows its first question. `factor`: of the time limit, in hundredths. */
export async function beginQuiz(desk: QuizDesk, quiz: number, factor: number | undefined): Promise<void> {
  const { content, record, place, keeper } = desk;
  const isLatest = place.takeTurn();
  const pool = await loadQuiz(desk, quiz);
  if (!isLatest()) return;
  record.change((state) => moveTo(keeper.started(begun(desk, state, pool, quiz), quiz, factor), first(quiz)), "now");
  keeper.watch();
  const drawn = new Set(quizState(record.state(), quiz).attempt?.items.map(({ ordinal }) => ordinal));
  // LMSs take no gaps: every index reserved for this attempt gets its record now, whatever is answered first.
  for (const ordinal of drawn) record.touch(ordinal);
  const asked = pool.questions.filter(({ ordinal }) => drawn.has(ordinal));
  await content.images(asked.map(imagesOf).join(""));
  if (isLatest()) place.show(first(quiz));
}

const first = (quiz: number) => ({ at: "quiz", quiz, item: 0 }) as const;

function begun({ plan }: QuizDesk, state: LearnerState, { questions }: QuestionPool, quiz: number): LearnerState {
  const sizes = new Map(questions.map(({ ordinal, variants = [] }) => [ordinal, 1 + variants.length]));
  return beginAttempt(state, quizPlanOf(plan, quiz), (ordinal) => sizes.get(ordinal) ?? 1);
}

/** The HTML of a question that may hold pictures. */
function imagesOf({ case: of, before, sentence, controls }: PoolQuestion): string {
  return (of?.html ?? "") + before + sentence + controls;
}

/** Keeps an answer; `undefined` takes it back. What is revealed, or too late, stays as it is. */
export function answer(desk: QuizDesk, at: ItemPlace, response: unknown, pace: "now" | "soon"): void {
  const { record, place, keeper, announce } = desk;
  const { quiz, item } = at;
  const found = itemAt(desk, at);
  if (!found || found.entry.revealed || keeper.isOver(quiz)) return;
  const out = bitWriter();
  if (response !== undefined) coreOf(found.question).write(out, found.question.key, response);
  record.touch(found.entry.ordinal, place.spent(at));
  const bits = response === undefined ? undefined : out.done();
  record.change((state) => keeper.noted(answerItem(state, quiz, item, bits), quiz), pace);
  announce("answer");
}

/** Shows what was right; the answer is final. */
export function reveal(desk: QuizDesk, at: ItemPlace): void {
  const { record, place, keeper, announce } = desk;
  const { quiz, item } = at;
  const found = itemAt(desk, at);
  if (!found || keeper.isOver(quiz)) return;
  record.touch(found.entry.ordinal, place.spent(at));
  record.change((state) => revealItem(state, quiz, item), "now");
  announce("answer");
}

function itemAt({ record, content }: QuizDesk, { quiz, item }: ItemPlace) {
  const entry = quizState(record.state(), quiz).attempt?.items[item];
  const question = entry && questionOf(content, quiz, entry);
  return entry && question && { entry, question };
}

/** Marks the attempt, whatever is answered, and shows the result. */
export function submit({ content, record, place, keeper, announce }: QuizDesk, quiz: number): void {
  const items = quizState(record.state(), quiz).attempt?.items ?? [];
  const marks = items.flatMap((item) => {
    const question = questionOf(content, quiz, item);
    return question ? [{ points: question.points, mark: markOf(question, item) }] : [];
  });
  // Without every question at hand nothing can be marked; the page always loads the pool first.
  if (marks.length < items.length || items.length === 0) return;
  const screen = place.screen();
  if (screen.at === "quiz") place.spent(screen);
  for (const { ordinal } of items) record.touch(ordinal, place.spentOn(ordinal));
  place.forgetTimes();
  const submitted = (state: LearnerState) => submitAttempt(keeper.noted(state, quiz), quiz, marks);
  record.change((state) => moveTo(submitted(state), { at: "result", quiz }), "now");
  place.show({ at: "result", quiz });
  announce("progress");
}
