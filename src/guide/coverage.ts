/** Where each competency is taught, asked and checked off. */
import type { Course, Framework, Lesson, Question } from "../model/course.ts";
import type { CheckOff, Papers } from "../model/papers.ts";

/** What a course does for one competency. */
export interface Coverage {
  readonly code: string;
  readonly label: string;
  readonly area: string;
  /** Its id in the guide. */
  readonly anchor: string;
  /** Lessons that teach it, and lessons that only prepare for it. */
  readonly taught: readonly Lesson[];
  readonly prepared: readonly Lesson[];
  /** Questions that assess it. */
  readonly asked: readonly Question[];
  readonly sheets: readonly CheckOff[];
}

export interface FrameworkCoverage {
  readonly framework: Framework;
  readonly rows: readonly Coverage[];
}

/** The id in the guide of a code by the places of its framework and its row, both counted from 0. */
export const codeAnchor = (framework: number, row: number): string => `code-${framework + 1}-${row + 1}`;

/** Every code of every framework, in the order of its list. */
export function coverageOf({ frameworks, modules }: Course, { checkOffs }: Papers): readonly FrameworkCoverage[] {
  const lessons = modules.flatMap((module) => module.lessons);
  const questions = modules.flatMap(({ quiz }) => quiz?.questions ?? []);
  const naming = <T extends { readonly competencies: readonly string[] }>(all: readonly T[], code: string) =>
    all.filter(({ competencies }) => competencies.includes(code));
  return frameworks.map((framework, list) => ({
    framework,
    rows: framework.competencies.map(({ code, label, area }, at) => ({
      ...{ code, label, area, anchor: codeAnchor(list, at) },
      taught: naming(lessons, code),
      prepared: lessons.filter(({ supports }) => supports.includes(code)),
      asked: naming(questions, code),
      sheets: naming(checkOffs, code),
    })),
  }));
}

/** Whether a course teaches, asks or checks off a competency; preparing for it is not enough. */
export function isCovered({ taught, asked, sheets }: Coverage): boolean {
  return taught.length + asked.length + sheets.length > 0;
}
