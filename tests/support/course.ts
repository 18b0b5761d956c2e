import { type PackageFile, textFile } from "../../src/files.ts";
import type { Course, Lesson, Module, Question } from "../../src/model/course.ts";
import { type CoursePackage, packagesOf } from "../../src/model/packages.ts";
import type { Grading } from "../../src/tracking/policy.ts";

/** A grading policy, the defaults of the course format unless said otherwise. */
export function grading(changes: Partial<Grading> = {}): Grading {
  return {
    pass: 8000,
    attempts: 0,
    score: "best",
    feedback: "after-submit",
    report: "passed-incomplete",
    completion: "all",
    ...changes,
  };
}

/** A lesson with one sentence. */
export function lesson(changes: Partial<Lesson> = {}): Lesson {
  return {
    key: "first",
    ordinal: 1,
    title: "The first lesson",
    objectives: [],
    competencies: [],
    supports: [],
    terms: [],
    sources: [],
    file: "basics/01-first.md",
    body: "One sentence.",
    bodyLine: 4,
    checks: [],
    place: { file: "basics/01-first.md", line: 1 },
    ...changes,
  };
}

/** A single-choice question. */
export function question(changes: Partial<Question> = {}): Question {
  const place = { file: "basics/quiz.md", line: 1 };
  return {
    id: "q1",
    ordinal: 1,
    type: "single",
    stem: { text: "Which one?", place },
    points: 1,
    scoring: "all-or-nothing",
    shuffle: true,
    pool: "main",
    use: "quiz",
    tags: [],
    competencies: [],
    supports: [],
    spec: { choices: [{ right: "This" }, { wrong: "That" }] },
    parts: [1, 2],
    places: [place, place],
    place,
    ...changes,
  };
}

/** A module with one lesson and a quiz of one question. */
export function module(changes: Partial<Module> = {}): Module {
  const place = { file: "basics/module.yaml", line: 1 };
  return {
    id: "basics",
    ordinal: 1,
    identifier: "demo-basics-0a1b2c3d",
    title: "Basics",
    summary: "What comes first.",
    objectives: [],
    grading: grading(),
    lessons: [lesson()],
    quiz: { questions: [question()], draw: [{ pool: "main", count: 1, items: [1], place }], place },
    assets: [],
    place,
    ...changes,
  };
}

/** A course of one module. */
export function course(changes: Partial<Course> = {}): Course {
  return {
    id: "demo",
    identifier: "demo-9f8e7d6c",
    title: "Demo",
    summary: "",
    language: "en",
    direction: "ltr",
    version: "1",
    lms: "moodle",
    packages: ["module"],
    targets: ["scorm12", "scorm2004"],
    scorm2004: { edition: "4th" },
    grading: grading(),
    frameworks: [],
    glossary: [],
    modules: [module()],
    place: { file: "course.yaml", line: 1 },
    ...changes,
  };
}

/** The first package of a course. */
export function firstPackage(of: Course): CoursePackage {
  const [unit] = packagesOf(of);
  if (!unit) throw new Error("the course has no package");
  return unit;
}

/** Content as a renderer might make it. */
export const CONTENT: readonly PackageFile[] = [
  textFile("content/plan.js", "coursewright('plan', 0, {});\n"),
  textFile("index.html", "<!doctype html><title>Basics</title>\n"),
  textFile("media/0a1b2c3d-cuff.svg", "<svg/>"),
  textFile("player.css", "main{}"),
  textFile("player.js", ";"),
];
