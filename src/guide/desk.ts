/** What every part of the papers is made with. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { markdownLines } from "../load/fences.ts";
import type { Course, Framework, Lesson, Module } from "../model/course.ts";
import { packagesOf } from "../model/packages.ts";
import type { Notes, Papers } from "../model/papers.ts";
import type { Engines } from "../render/engines.ts";
import { createMarkdownRenderer } from "../render/markdown.ts";
import { createPackageIndex, type PackageIndex } from "../render/package-index.ts";
import { locateIn, type Page } from "../render/page-context.ts";
import type { QuestionDesk } from "../render/questions.ts";
import type { Templates } from "../render/templates.ts";
import { type Words, wordsIn } from "../render/words.ts";
import { codeAnchor } from "./coverage.ts";
import { type GuideWords, guideWords } from "./words.ts";

export interface Desk {
  readonly course: Course;
  readonly papers: Papers;
  readonly templates: Templates;
  readonly words: GuideWords;
  /** What pages of packages say. */
  readonly pageWords: Words;
  readonly index: PackageIndex;
  readonly notes: Diagnostic[];
  /** What rendering the questions of a module needs. */
  questions(folder: string): QuestionDesk;
  /** Markdown that begins on a line of a file, whose first headings are shown on a level of the page. */
  block(notes: Notes, prefix: string, level: number): string;
  /** Markdown without blocks, which stands at a place of a file. */
  inline(text: string, place: Place): string;
  /** A competency's label and its framework, by the code. */
  competency(code: string): Competency | undefined;
}

export interface Competency {
  readonly code: string;
  readonly label: string;
  readonly framework: Framework;
  /** Its id in the guide. */
  readonly anchor: string;
}

/** A lesson with its module. */
export interface LessonOf {
  readonly module: Module;
  readonly lesson: Lesson;
}

/** Lays out everything for one course. All its lessons can be linked to. */
export function createDesk(
  course: Course,
  papers: Papers,
  templates: Templates,
  { engines, notes }: { readonly engines: Engines; readonly notes: Diagnostic[] },
): Desk {
  const whole = packagesOf({ ...course, packages: ["course"] })[0];
  if (whole === undefined) throw new Error("A course is a package of itself.");
  const index = createPackageIndex(course, whole);
  const markdown = createMarkdownRenderer(engines);
  const pageWords = wordsIn(course.language);
  const shared = { index, language: course.language, words: pageWords, notes };
  const headings = new Set<string>();
  const page = (file: string, locate: Page["locate"], line: number, prefix: string): Page => {
    const folder = file.includes("/") ? file.replace(/\/[^/]*$/, "") : "";
    return { ...shared, prefix, folder, line, locate, headings };
  };
  const competencies = new Map(
    course.frameworks.flatMap((framework, list) =>
      framework.competencies.map(
        ({ code, label }, at) => [code, { code, label, framework, anchor: codeAnchor(list, at) }] as const,
      ),
    ),
  );
  return {
    ...{ course, papers, templates, pageWords, index, notes, words: guideWords(course.language) },
    questions: (folder) => ({ ...shared, markdown, templates, folder, objectives: () => [], lesson: () => undefined }),
    block({ file, text, line }, prefix, level) {
      const above = highestHeading(text) - 1;
      const outline = { above, shift: level - above - 1 };
      return markdown.block(text, { ...page(file, locateIn(file, text, line), line, prefix), outline });
    },
    inline: (text, place) =>
      markdown.inline(
        text,
        page(place.file, () => place, place.line ?? 1, "text"),
      ),
    competency: (code) => competencies.get(code),
  };
}

/** The level at which a text's headings begin: nobody who writes for instructors must know on which the guide shows them. */
function highestHeading(text: string): number {
  const levels = markdownLines(text).flatMap(({ text: line, code }) =>
    code ? [] : (/^(#{1,6})\s/.exec(line)?.[1]?.length ?? []),
  );
  return Math.min(3, ...levels);
}

/** Every lesson of a course in order. */
export function lessonsOf({ modules }: Course): readonly LessonOf[] {
  return modules.flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })));
}
