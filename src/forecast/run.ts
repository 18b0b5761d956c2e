/** One scripted learner's life with one package in one LMS. */
import { createTestLms, type TestLms } from "../lms/lms.ts";
import type { Profile } from "../lms/profile.ts";
import type { Grade } from "../lms/quirks.ts";
import { beginAttempt, newLearner, reconcile, seeLesson, submitAttempt } from "../tracking/learning.ts";
import type { QuizPlan } from "../tracking/plan.ts";
import { attemptScore } from "../tracking/score.ts";
import { attemptsLeft, factsOf, packageScore, quizState, quizzesOf } from "../tracking/standing.ts";
import type { Attempt, LearnerState } from "../tracking/state.ts";
import { type Situation, situationOf } from "../tracking/status.ts";
import { type Device, simulatedDevice } from "./device.ts";
import { type LearnerPage, pass, visit } from "./page.ts";
import type { Learner, Step } from "./scripts.ts";
import { type Asked, RIGHT, type Subject, updated, WRONG, withStandIns } from "./subject.ts";

/** What the course's policy says of what a learner did. */
export interface Deserved {
  readonly situation: Situation;
  /** In hundredths of a percent. */
  readonly score?: number;
}

/** How a learner's life ended. */
export interface Lived {
  readonly learner: string;
  /** The learner's row in the LMS. */
  readonly gradebook: Grade;
  /** What was deserved, from moment to moment; the last holds now. */
  readonly deserved: readonly Deserved[];
  /** The LMS once opened the package for looking only. */
  readonly reviewed: boolean;
}

/** Time between two steps: enough for every save that is not being refused. In milliseconds. */
const PAUSE = 5_000;
/** How many attempts are failed where the policy sets no limit. */
const PATIENCE = 3;

interface Life {
  readonly subject: Subject;
  readonly lms: TestLms;
  readonly devices: { readonly own: Device; readonly other: Device };
  device: Device;
  asked: Asked;
  page: LearnerPage | undefined;
  launches: number;
  reviewed: boolean;
  /** The learner's state as it would be if no LMS stood between. */
  meant: LearnerState;
  readonly deserved: Deserved[];
}

/** Lives a script to its end. The same input gives the same end. */
export async function live(learner: Learner, subject: Subject, profile: Profile): Promise<Lived> {
  const { standard, mastery } = subject;
  const devices = { own: simulatedDevice(), other: simulatedDevice() };
  const life: Life = {
    subject,
    lms: createTestLms({ standard, profile, ...(mastery === undefined ? {} : { mastery }) }),
    devices,
    device: devices.own,
    asked: withStandIns(subject),
    page: undefined,
    launches: 0,
    reviewed: false,
    meant: newLearner(devices.own.random32()),
    deserved: [],
  };
  note(life);
  for (const step of learner.steps) {
    await take(life, step);
    await pass(life.device, PAUSE);
  }
  const { deserved, reviewed } = life;
  return { learner: learner.name, gradebook: life.lms.record().grade, deserved, reviewed };
}

async function take(life: Life, step: Step): Promise<void> {
  const { lms, page } = life;
  switch (step) {
    case "open the package":
      return open(life, life.devices.own);
    case "open it on another device":
      return open(life, life.devices.other);
    case "open it after an update":
      life.asked = updated(life.asked);
      return open(life, life.devices.own);
    case "read half of the lessons":
      return read(life, 2);
    case "read all lessons":
      return read(life, 1);
    case "answer half of each quiz":
      return eachQuiz(life, answerHalf);
    case "submit each quiz below the pass mark":
      return eachQuiz(life, (quiz, attempt) => submit(life, quiz, attempt, mostBelow(life, quiz, attempt)));
    case "submit each quiz all right":
      return eachQuiz(life, (quiz, attempt) => submit(life, quiz, attempt, attempt.items.length));
    case "fail every attempt, one a visit":
      return failAll(life);
    case "press Save and exit":
      return page?.app.leave();
    case "close the tab":
      return close(life);
    case "lose the tab without a word":
      life.page = undefined;
      return life.device.drop();
    case "lose the connection":
      lms.faults.commitFails = true;
      return;
    case "have the connection back":
      lms.faults.commitFails = false;
      return;
  }
}

async function open(life: Life, device: Device): Promise<void> {
  close(life);
  const api = life.launches === 0 ? life.lms.api : life.lms.relaunch();
  life.launches += 1;
  life.device = device;
  device.clock.resume();
  life.page = await visit({ standard: life.subject.standard, ...life.asked, api, platform: device });
  life.reviewed ||= life.page.app.readOnly;
  life.meant = reconcile(life.meant, life.asked.plan);
  note(life);
}

function close(life: Life): void {
  life.page?.events.pagehide(false);
  life.page = undefined;
  life.device.drop();
}

/** Reads every lesson, or one of `divisor` from the first on. */
async function read(life: Life, divisor: number): Promise<void> {
  const lessons = life.asked.plan.modules.flatMap((module) => module.lessons);
  for (const { ordinal } of lessons.slice(0, Math.ceil(lessons.length / divisor))) {
    await life.page?.app.go({ at: "lesson", lesson: ordinal });
    life.page?.app.reachEnd(ordinal);
    life.meant = seeLesson(life.meant, ordinal);
  }
  note(life);
}

type QuizAct = (quiz: QuizPlan, attempt: Attempt, page: LearnerPage) => void;

/** Begins or goes on with an attempt of each quiz, where one is left by the policy. */
async function eachQuiz(life: Life, act: QuizAct): Promise<void> {
  const { page } = life;
  if (!page) return;
  for (const quiz of quizzesOf(life.asked.plan)) {
    life.meant = beginAttempt(life.meant, quiz);
    const { attempt } = quizState(life.meant, quiz.ordinal);
    if (!attempt || attempt.submitted) continue;
    await page.app.begin(quiz.ordinal);
    act(quiz, attempt, page);
    await pass(life.device, PAUSE);
  }
}

const answerHalf: QuizAct = ({ ordinal }, { items }, { app }) => {
  for (let item = 0; item < items.length / 2; item += 1) app.answer(ordinal, item, WRONG);
};

/** Answers the first `right` items rightly and the rest wrongly, and submits. */
function submit(life: Life, quiz: QuizPlan, attempt: Attempt, right: number): void {
  const app = life.page?.app;
  for (let item = 0; item < attempt.items.length; item += 1) {
    app?.answer(quiz.ordinal, item, item < right ? RIGHT : WRONG);
  }
  app?.submit(quiz.ordinal);
  life.meant = submitAttempt(life.meant, quiz.ordinal, marksOf(life, attempt, right));
  note(life);
}

async function failAll(life: Life): Promise<void> {
  while (isLeft(life)) {
    await take(life, "submit each quiz below the pass mark");
    await take(life, "press Save and exit");
    await pass(life.device, PAUSE);
    await take(life, "open the package");
  }
}

/** True while an attempt of any quiz is left; where there is no limit, while the learner's patience lasts. */
function isLeft({ asked, meant }: Life): boolean {
  return quizzesOf(asked.plan).some(({ ordinal, grading }) => {
    const quiz = quizState(meant, ordinal);
    return grading.attempts > 0 ? attemptsLeft(grading, quiz) > 0 : (quiz.scores?.count ?? 0) < PATIENCE;
  });
}

/** The largest number of right answers that stays below the pass mark. */
function mostBelow(life: Life, { grading }: QuizPlan, attempt: Attempt): number {
  for (let right = attempt.items.length; right > 0; right -= 1) {
    if (attemptScore(marksOf(life, attempt, right)) < grading.pass) return right;
  }
  return 0;
}

function marksOf({ asked }: Life, { items }: Attempt, right: number) {
  const points = new Map(asked.pools.flatMap(({ questions }) => questions.map((each) => [each.ordinal, each.points])));
  return items.map(({ ordinal, ...rest }, item) => {
    return { ...rest, points: points.get(ordinal) ?? 0, mark: { earned: item < right ? 1 : 0, possible: 1 } };
  });
}

function note({ asked, meant, deserved }: Life): void {
  const score = packageScore(asked.plan, meant);
  const situation = situationOf(factsOf(asked.plan, meant));
  deserved.push({ situation, ...(score === undefined ? {} : { score }) });
}
