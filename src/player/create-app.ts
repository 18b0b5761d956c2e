/** The player's one model: joins the learner's record with the package's content and says what the page shows. */
import { bitWriter } from "../questions/bits.ts";
import { answerItem, beginAttempt, moveTo, revealItem, seeLesson, submitAttempt } from "../tracking/learning.ts";
import { type Plan, type PoolQuestion, type QuestionPool, type QuizPlan, questionAt } from "../tracking/plan.ts";
import { countingQuizzes, isOver, quizState, quizzesOf } from "../tracking/standing.ts";
import type { AttemptItem, Bookmark, LearnerState } from "../tracking/state.ts";
import type { App, Remaining, Screen, Text } from "./app.ts";
import { createCardMemory } from "./card-memory.ts";
import type { Content } from "./content.ts";
import type { Platform } from "./platform.ts";
import { quizView } from "./quiz-view.ts";
import type { LearnerRecord } from "./record.ts";
import { coreOf, markOf } from "./report.ts";
import { createTimeKeeper } from "./time-keeper.ts";

export interface AppParts {
  readonly plan: Plan;
  readonly content: Content;
  readonly record: LearnerRecord;
  readonly platform: Platform;
  readonly text: Text;
}

export type Change = "screen" | "answer" | "progress" | "save";

/** The app over an open record, and the call that tells its listeners of a save. */
export function createApp({ plan, content, record, platform, text }: AppParts): {
  readonly app: App;
  announce(change: Change): void;
} {
  const listeners: ((what: Change) => void)[] = [];
  const announce = (what: Change): void => {
    for (const listener of listeners) listener(what);
  };
  let screen: Screen = { at: "start" };
  /** Counts the learner's wishes to be elsewhere: what loads for an older one no longer shows itself. */
  let turn = 0;
  /** Active seconds when the question on screen appeared, and what earlier visits to each question took. */
  let shownAt = platform.clock.seconds();
  const spent = new Map<number, number>();

  const quizPlan = (ordinal: number): QuizPlan => {
    const found = quizzesOf(plan).find((quiz) => quiz.ordinal === ordinal);
    if (!found) throw new Error(`The package has no quiz ${ordinal}`);
    return found;
  };
  const questionOf = (quiz: number, { ordinal, variant }: AttemptItem): PoolQuestion | undefined => {
    const question = content.loadedPool(quiz)?.questions.find((entry) => entry.ordinal === ordinal);
    return question && questionAt(question, variant);
  };
  const itemAt = (quiz: number, item: number) => {
    const entry = quizState(record.state(), quiz).attempt?.items[item];
    const question = entry && questionOf(quiz, entry);
    return entry && question && { entry, question };
  };
  /** Begins a turn; gives the question whether it is still the latest. */
  const takeTurn = (): (() => boolean) => {
    turn += 1;
    const mine = turn;
    return () => mine === turn;
  };
  const show = (next: Screen): void => {
    takeTurn();
    if (screen.at === "quiz") noteTime(screen.quiz, screen.item);
    screen = next;
    shownAt = platform.clock.seconds();
    announce("screen");
  };
  const noteTime = (quiz: number, item: number): number => {
    const ordinal = quizState(record.state(), quiz).attempt?.items[item]?.ordinal ?? 0;
    const total = (spent.get(ordinal) ?? 0) + platform.clock.seconds() - shownAt;
    shownAt = platform.clock.seconds();
    spent.set(ordinal, total);
    return total;
  };
  const loadQuiz = async (ordinal: number): Promise<QuestionPool> => content.pool(ordinal, quizPlan(ordinal).src);

  const app: App = {
    plan,
    text,
    notices: record.notices,
    readOnly: record.readOnly,
    cards: createCardMemory(platform, record.learner, plan.identifier),
    screen: () => screen,
    save: record.save,
    seen: (lesson) => record.state().seen.includes(lesson),
    quiz: (ordinal) =>
      quizView(quizPlan(ordinal), record, { now: platform.now(), questionOf: (item) => questionOf(ordinal, item) }),
    remaining: () => remaining(plan, record, app),
    subscribe: (listener) => void listeners.push(listener),

    async go(next) {
      const isLatest = takeTurn();
      if (next.at === "lesson") await app.lessonHtml(next.lesson);
      if ("quiz" in next) await loadQuiz(next.quiz);
      if (!isLatest()) return;
      record.change((state) => moveTo(state, bookmarkOf(next, state.bookmark)), "soon");
      show(next);
    },
    lessonHtml(ordinal) {
      const lesson = plan.modules.flatMap(({ lessons }) => lessons).find((entry) => entry.ordinal === ordinal);
      return content.lesson(ordinal, lesson?.src);
    },
    checks: content.checks,
    reachEnd(lesson) {
      if (app.seen(lesson)) return;
      record.change((state) => seeLesson(state, lesson), "soon");
      announce("progress");
    },
    async begin(quiz, factor) {
      const isLatest = takeTurn();
      const pool = await loadQuiz(quiz);
      if (!isLatest()) return;
      const sizes = new Map(pool.questions.map(({ ordinal, variants = [] }) => [ordinal, 1 + variants.length]));
      const begun = (state: LearnerState) => beginAttempt(state, quizPlan(quiz), (ordinal) => sizes.get(ordinal) ?? 1);
      const timed = (state: LearnerState) => keeper.started(begun(state), quiz, factor);
      record.change((state) => moveTo(timed(state), { at: "quiz", quiz, item: 0 }), "now");
      keeper.watch();
      const drawn = new Set(quizState(record.state(), quiz).attempt?.items.map(({ ordinal }) => ordinal));
      // LMSs take no gaps: every index reserved for this attempt gets its record now, whatever is answered first.
      for (const ordinal of drawn) record.touch(ordinal);
      const asked = pool.questions.filter(({ ordinal }) => drawn.has(ordinal));
      await content.images(asked.map(imagesOf).join(""));
      if (isLatest()) show({ at: "quiz", quiz, item: 0 });
    },
    answer(quiz, item, response, pace = "now") {
      const found = itemAt(quiz, item);
      if (!found || found.entry.revealed || keeper.isOver(quiz)) return;
      const out = bitWriter();
      if (response !== undefined) coreOf(found.question).write(out, found.question.key, response);
      record.touch(found.entry.ordinal, noteTime(quiz, item));
      const bits = response === undefined ? undefined : out.done();
      record.change((state) => keeper.noted(answerItem(state, quiz, item, bits), quiz), pace);
      announce("answer");
    },
    reveal(quiz, item) {
      const found = itemAt(quiz, item);
      if (!found || keeper.isOver(quiz)) return;
      record.touch(found.entry.ordinal, noteTime(quiz, item));
      record.change((state) => revealItem(state, quiz, item), "now");
      announce("answer");
    },
    submit(quiz) {
      const items = quizState(record.state(), quiz).attempt?.items ?? [];
      const marks = items.flatMap((item) => {
        const question = questionOf(quiz, item);
        return question ? [{ points: question.points, mark: markOf(question, item) }] : [];
      });
      // Without every question at hand nothing can be marked; the page always loads the pool first.
      if (marks.length < items.length || items.length === 0) return;
      if (screen.at === "quiz") noteTime(quiz, screen.item);
      for (const { ordinal } of items) record.touch(ordinal, spent.get(ordinal));
      spent.clear();
      const submitted = (state: LearnerState) => submitAttempt(keeper.noted(state, quiz), quiz, marks);
      record.change((state) => moveTo(submitted(state), { at: "result", quiz }), "now");
      show({ at: "result", quiz });
      announce("progress");
    },
    keptWork: record.keptWork,
    async useKeptWork(yes) {
      record.useKeptWork(yes);
      keeper.watch();
      announce("progress");
      await app.go(resumeScreen(record));
    },
    receipt: record.receipt,
    leave() {
      record.change((state) => moveTo(state, bookmarkOf(screen, state.bookmark)), "now");
      record.leave();
      show({ at: "left" });
    },
  };
  const keeper = createTimeKeeper({
    ...{ plan, record, platform },
    onMinute: () => announce("progress"),
    async onOver(quiz) {
      await loadQuiz(quiz);
      // After Save and exit the next launch submits it.
      if (keeper.isOver(quiz) && screen.at !== "left") app.submit(quiz);
    },
  });
  keeper.watch();
  return { app, announce };
}

/** The screen at which the learner left. */
export function resumeScreen(record: LearnerRecord): Screen {
  return record.state().bookmark;
}

/** The HTML of a question that may hold pictures. */
function imagesOf({ case: of, before, sentence, controls }: PoolQuestion): string {
  return (of?.html ?? "") + before + sentence + controls;
}

/** What is remembered of a screen; looking at a review, practicing or leaving moves no bookmark. */
function bookmarkOf(screen: Screen, old: Bookmark): Bookmark {
  if (screen.at === "review" || screen.at === "practice") return { at: "result", quiz: screen.quiz };
  return screen.at === "left" ? old : screen;
}

function remaining(plan: Plan, record: LearnerRecord, app: App): readonly Remaining[] {
  const counting = countingQuizzes(plan);
  const quizOnly = plan.grading.completion === "quiz" && counting.length > 0;
  // Each quiz at its own mark, and their total still below the package's: any of them can raise it.
  const short = !record.passed() && counting.every(({ ordinal }) => app.quiz(ordinal).passed);
  return plan.modules.flatMap(({ lessons, quiz }) => {
    const open = lessons.filter(({ ordinal }) => !record.state().seen.includes(ordinal));
    const unread = quizOnly
      ? []
      : open.map(({ ordinal, title }): Remaining => ({ kind: "lesson", lesson: ordinal, title }));
    if (!quiz || quiz.weight === 0) return unread;
    const { published, passed } = app.quiz(quiz.ordinal);
    if (published !== undefined && ((passed && !short) || isOver(quiz, record.state()))) return unread;
    return [...unread, { kind: "quiz", quiz: quiz.ordinal, title: quiz.title, failed: published !== undefined }];
  });
}
