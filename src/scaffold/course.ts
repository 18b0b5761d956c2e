import type { Lms } from "../model/course.ts";
import { filled, type NewFile, type ScaffoldKit, schemaFiles } from "./files.ts";
import { nameFrom, yamlText } from "./names.ts";

export interface CourseWish {
  readonly title: string;
  /** Where students learn. */
  readonly lms: Lms;
  /** Made of the title when absent. */
  readonly id?: string;
}

/** Where templates go whose own name would hide them, or be obeyed, in this repository. */
const RENAMED: Readonly<Record<string, string>> = {
  gitignore: ".gitignore",
  "github/course.yml": ".github/workflows/course.yml",
};

/** A course that builds: two lessons, a quiz in both forms, a workflow that builds it on GitHub. */
export function newCourse({ title, lms, id }: CourseWish, kit: ScaffoldKit): readonly NewFile[] {
  const words = { LMS: lms, ID: id ?? nameFrom(title, new Set(), "course"), VERSION: kit.version };
  const paths = [...kit.templates.keys()].filter((path) => path.startsWith("course/"));
  const files = paths.map((template): NewFile => {
    const path = template.slice("course/".length);
    const written = path.endsWith(".yaml") ? yamlText(title) : title;
    return { path: RENAMED[path] ?? path, text: filled(kit, template, { ...words, TITLE: written }) };
  });
  return [...files, ...schemaFiles(kit)];
}
