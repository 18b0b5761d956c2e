import type { Course } from "./course.ts";

/** What a course is beside its modules and its examination, as inputs of a `Keep`. */
export function aroundModules({ modules: _modules, exam: _exam, frameworks, glossary, ...settings }: Course) {
  return [frameworks, glossary, JSON.stringify(settings)] as const;
}
