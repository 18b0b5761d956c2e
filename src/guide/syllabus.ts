/** What a course asks of learners, in words: time, grading, the examination, what the LMS shows. */
import type { Course, Module } from "../model/course.ts";
import { rulesInWords } from "../render/page.ts";
import { moduleMinutes } from "../render/time.ts";
import type { TimeLimit } from "../tracking/policy.ts";
import type { Desk } from "./desk.ts";
import { fill, type GuideWords } from "./words.ts";

/** The context of `guide/syllabus`. */
export function syllabusView(desk: Desk): object {
  const { course, words } = desk;
  return {
    summary: course.summary,
    modules: course.modules.map((module, at) => moduleRow(module, at + 1, desk)),
    isWeighted: course.modules.some(({ weight }) => weight !== undefined),
    policies: policiesOf(course, desk),
    exam: course.exam ? examView(course.exam, desk) : "",
    words,
  };
}

function moduleRow(module: Module, number: number, { words, pageWords }: Desk): object {
  const { id, title, lessons, quiz, grading, weight } = module;
  const minutes = moduleMinutes(module);
  const drawn = (quiz?.draw ?? []).reduce((sum, { count }) => sum + count, 0);
  const items = new Set((quiz?.draw ?? []).flatMap((stratum) => stratum.items)).size;
  const [, attempts = ""] = rulesInWords(grading, pageWords);
  return {
    ...{ id, number, title, lessons: lessons.length },
    minutes: fill(words.minutes, { count: minutes }),
    asked: quiz ? fill(words.askedOf, { count: drawn, all: items }) : words.none,
    pass: quiz ? `${grading.pass / 100}%` : words.none,
    attempts: quiz ? attempts : words.none,
    weight: weight === undefined ? words.none : `${weight / 100}`,
  };
}

/** The rules of all quizzes; modules with the same rules stand together. */
function policiesOf({ modules }: Course, desk: Desk): readonly Policy[] {
  const alike = new Map<string, Policy>();
  for (const module of modules) {
    if (module.quiz === undefined) continue;
    const policy = policyOf(module, desk);
    const key = [...policy.sentences, policy.shown].join("\n");
    const before = alike.get(key);
    alike.set(key, before ? { ...before, title: `${before.title}; ${policy.title}` } : policy);
  }
  return [...alike.values()];
}

interface Policy {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What the LMS shows of it. */
  readonly shown: string;
}

/** One quiz's rules: how it is passed, what is explained, what completes it, and what the LMS shows. */
function policyOf({ title, grading }: Pick<Module, "title" | "grading">, { words, pageWords }: Desk): Policy {
  const { feedback, report, completion } = grading;
  const rules = rulesInWords(grading, pageWords).map((rule) => `${rule}.`);
  const sentences = [...rules, words[`feedback-${feedback}`], words[`completion-${completion}`]];
  return { title, sentences, shown: words[`report-${report}`] };
}

function examView(exam: NonNullable<Course["exam"]>, desk: Desk): object {
  const { words } = desk;
  const lines = (exam.quiz?.draw ?? [])
    .flatMap((stratum) => stratum.wishes ?? [stratum])
    .map(({ pool, count, items }) => fill(words.examDrawLine, { count, all: items.length, kind: pool }));
  const { limit } = exam.quiz ?? {};
  const policy = policyOf(exam, desk);
  return {
    title: exam.title,
    summary: exam.summary,
    lines: [...new Set(lines)],
    sentences: [...(limit ? [timeInWords(limit, words)] : []), ...policy.sentences],
    shown: policy.shown,
  };
}

function timeInWords({ seconds, factors }: TimeLimit, words: GuideWords): string {
  const count = Math.round(seconds / 60);
  if (factors.length === 0) return fill(words.examTimeOnly, { count });
  return fill(words.examTime, { count, factors: factors.map((factor) => factor / 100).join(", ") });
}
