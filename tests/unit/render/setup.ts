/** A hand-made course, and the templates straight from their sources. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { sha256 } from "../../../src/files.ts";
import type { Asset, Course, Lesson, Module, Question } from "../../../src/model/course.ts";
import type { CoursePackage } from "../../../src/model/packages.ts";
import { QUESTION_TYPES } from "../../../src/questions/types.ts";
import { createTemplates } from "../../../src/render/templates.ts";
import type { Grading } from "../../../src/tracking/policy.ts";

const root = join(import.meta.dirname, "../../..");
const sources = [
  ...readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => [file.replace(".hbs", "").replaceAll("\\", "/"), join(root, "templates", file)]),
  ...QUESTION_TYPES.map((type) => [`question/${type}`, join(root, "src/questions", type, "view.hbs")]),
] as const;

export const templates = createTemplates(
  Object.fromEntries(
    sources.map(([name, file]) => [
      name,
      new Function(`return ${Handlebars.precompile(readFileSync(file!, "utf8"), { strict: true })}`)(),
    ]),
  ),
);

const grading: Grading = {
  pass: 8000,
  attempts: 3,
  score: "best",
  feedback: "after-submit",
  report: "passed-incomplete",
  completion: "all",
};

export const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320"></svg>';

export function asset(path: string, text = dot): Asset {
  const bytes = new TextEncoder().encode(text);
  return { path, content: { kind: "bytes", bytes }, size: bytes.length, sha256: sha256(bytes) };
}

export function question(part: Partial<Question> & Pick<Question, "ordinal">): Question {
  const place = { file: "duties/quiz.md", line: 3 };
  return {
    id: `q${part.ordinal}`,
    type: "single",
    stem: { text: "Which comes *first*?", place },
    points: 1,
    scoring: "all-or-nothing",
    shuffle: true,
    pool: "main",
    use: "quiz",
    tags: [],
    competencies: [],
    supports: [],
    spec: {
      choices: [
        { text: "Hand hygiene", right: true },
        { text: "Gloves", right: false },
      ],
    },
    parts: [0, 1],
    places: [place, place],
    place,
    ...part,
  };
}

export function lesson(part: Partial<Lesson> & Pick<Lesson, "ordinal" | "body">): Lesson {
  const file = part.file ?? `duties/0${part.ordinal}-lesson.md`;
  return {
    key: `lesson-${part.ordinal}`,
    title: `Lesson ${part.ordinal}`,
    objectives: [],
    competencies: [],
    supports: [],
    terms: [],
    sources: [],
    file,
    bodyLine: 10,
    checks: [],
    place: { file, line: 1 },
    ...part,
  };
}

export function module(part: Partial<Module>): Module {
  return {
    id: "duties",
    ordinal: 1,
    identifier: "M1",
    title: "Duties",
    summary: "What they do.",
    objectives: [],
    grading,
    lessons: [],
    assets: [],
    place: { file: "duties/module.yaml", line: 1 },
    ...part,
  };
}

export function course(modules: readonly Module[], part: Partial<Course> = {}): Course {
  return {
    id: "demo",
    identifier: "C1",
    title: "Demo",
    summary: "",
    language: "en",
    direction: "ltr",
    version: "1",
    lms: "moodle",
    packages: ["module"],
    targets: [],
    scorm2004: { edition: "4th" },
    grading,
    frameworks: [],
    glossary: [],
    modules,
    place: { file: "course.yaml", line: 1 },
    ...part,
  };
}

export function wholeCourse(course: Course): CoursePackage {
  const { identifier, title, summary, grading, modules } = course;
  return { kind: "course", identifier, title, summary, grading, modules };
}

export function modulePackage({ id, identifier, title, summary, grading }: Module, all: Course): CoursePackage {
  const modules = all.modules.filter((module) => module.id === id);
  return { kind: "module", name: id, identifier, title, summary, grading, modules };
}
