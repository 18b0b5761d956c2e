/** The player's one model: joins the learner's record with the package's content and says what the page shows. */
import { moveTo, seeLesson } from "../tracking/learning.ts";
import type { Plan } from "../tracking/plan.ts";
import { countingQuizzes, isOver } from "../tracking/standing.ts";
import type { Bookmark } from "../tracking/state.ts";
import type { App, Change, Remaining, Screen, Text } from "./app.ts";
import { createCardMemory } from "./card-memory.ts";
import type { Content } from "./content.ts";
import { createPlace } from "./place.ts";
import type { Platform } from "./platform.ts";
import { answer, beginQuiz, loadQuiz, type QuizDesk, questionOf, quizPlanOf, reveal, submit } from "./quiz-desk.ts";
import { quizView } from "./quiz-view.ts";
import type { LearnerRecord } from "./record.ts";
import { createTimeKeeper } from "./time-keeper.ts";

export interface AppParts {
  readonly plan: Plan;
  readonly content: Content;
  readonly record: LearnerRecord;
  readonly platform: Platform;
  readonly text: Text;
}

/** The app over an open record, and the call that tells its listeners of a save. */
export function createApp(parts: AppParts): { readonly app: App; announce(change: Change): void } {
  const { plan, content, record, platform, text } = parts;
  const listeners: ((what: Change) => void)[] = [];
  const announce = (what: Change): void => {
    for (const listener of listeners) listener(what);
  };
  const desk = createDesk(parts, announce);
  const { place, keeper } = desk;
  const app: App = {
    plan,
    text,
    notices: record.notices,
    readOnly: record.readOnly,
    cards: createCardMemory(platform, record.learner, plan.identifier),
    screen: place.screen,
    save: record.save,
    seen: (lesson) => record.state().seen.includes(lesson),
    quiz: (ordinal) =>
      quizView(quizPlanOf(plan, ordinal), record, {
        now: platform.now(),
        questionOf: (item) => questionOf(content, ordinal, item),
      }),
    remaining: () => remaining(plan, record, app),
    subscribe: (listener) => void listeners.push(listener),

    async go(next) {
      const isLatest = place.takeTurn();
      if (next.at === "lesson") await app.lessonHtml(next.lesson);
      if ("quiz" in next) await loadQuiz(desk, next.quiz);
      if (!isLatest()) return;
      record.change((state) => moveTo(state, bookmarkOf(next, state.bookmark)), "soon");
      place.show(next);
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
    begin: (quiz, factor) => beginQuiz(desk, quiz, factor),
    answer: (quiz, item, response, pace = "now") => answer(desk, { quiz, item }, response, pace),
    reveal: (quiz, item) => reveal(desk, { quiz, item }),
    submit: (quiz) => submit(desk, quiz),
    keptWork: record.keptWork,
    async useKeptWork(yes) {
      record.useKeptWork(yes);
      keeper.watch();
      announce("progress");
      await app.go(resumeScreen(record));
    },
    receipt: record.receipt,
    leave() {
      record.change((state) => moveTo(state, bookmarkOf(place.screen(), state.bookmark)), "now");
      record.leave();
      place.show({ at: "left" });
    },
  };
  keeper.watch();
  return { app, announce };
}

function createDesk({ plan, content, record, platform }: AppParts, announce: (change: Change) => void): QuizDesk {
  const place = createPlace({ record, platform, onShow: () => announce("screen") });
  const keeper = createTimeKeeper({
    ...{ plan, record, platform },
    onMinute: () => announce("progress"),
    async onOver(quiz) {
      await loadQuiz(desk, quiz);
      // After Save and exit the next launch submits it.
      if (keeper.isOver(quiz) && place.screen().at !== "left") submit(desk, quiz);
    },
  });
  const desk: QuizDesk = { plan, content, record, place, keeper, announce };
  return desk;
}

/** The screen at which the learner left. */
export function resumeScreen(record: LearnerRecord): Screen {
  return record.state().bookmark;
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
