import { aroundModules } from "../model/around.ts";
import type { Course } from "../model/course.ts";

/**
 * All that a lesson or a quiz may depend on outside itself, as inputs of a `Keep`: the course's settings, and of each module what
 * links and pictures elsewhere can lead to. Besides templates and engines, rendering must look at nothing else.
 */
export function surroundings(course: Course): readonly unknown[] {
  const targets = course.modules.flatMap(({ id, title, assets, lessons }) => [
    ...[id, title, assets, lessons.length],
    ...lessons.flatMap(({ file, ordinal, title }) => [file, ordinal, title]),
  ]);
  return [...aroundModules(course), ...targets];
}
