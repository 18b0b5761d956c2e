/** How long lessons and modules take, where their authors do not say it. */
import type { Lesson, Module } from "../model/course.ts";
import { readingMinutes } from "../prose/reading-time.ts";

/** Of a lesson's check or a quiz. */
const MINUTES_A_QUESTION = 1;

/** A lesson's whole minutes: the author's, else those of its text and checks, rounded up. */
export function lessonMinutes({ minutes, body, checks }: Lesson): number {
  const questions = checks.reduce((sum, check) => sum + check.questions.length, 0);
  return minutes ?? Math.max(1, Math.ceil(readingMinutes(body) + questions * MINUTES_A_QUESTION));
}

/** A module's whole minutes: the author's, else those of its lessons and its quiz; an examination's time limit. */
export function moduleMinutes({ minutes, lessons, quiz }: Module): number {
  if (minutes !== undefined) return minutes;
  if (quiz?.limit) return Math.ceil(quiz.limit.seconds / 60);
  const asked = quiz?.draw.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return lessons.reduce((sum, lesson) => sum + lessonMinutes(lesson), 0) + asked * MINUTES_A_QUESTION;
}
