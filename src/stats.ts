/** What a course holds, in numbers: for authors who balance it, and for reports to accreditors. */
import type { Bloom, Lesson, Module, Question } from "./model/course.ts";
import type { PaperedCourse } from "./model/papers.ts";
import { isEnglish } from "./prose/english.ts";
import { type Reading, readingMeter } from "./prose/reading-level.ts";

const LEVELS: readonly Bloom[] = ["remember", "understand", "apply", "analyze", "evaluate", "create"];
const APPLIED: ReadonlySet<Bloom> = new Set(["apply", "analyze", "evaluate", "create"]);

/** Questions by Bloom's level, in his order; levels without a question are left out. */
export type ByBloom = Readonly<Partial<Record<Bloom | "unnamed", number>>>;

export interface QuestionStats {
  readonly questions: number;
  readonly bloom: ByBloom;
  /** Questions that ask to apply or more, in percent of those that name a level; absent when none does. 0 to 100. */
  readonly applied?: number;
}

type Measured = Pick<Reading, "words" | "grade">;

export interface LessonStats extends Measured {
  readonly lesson: string;
  readonly file: string;
}

export interface ModuleStats extends QuestionStats {
  readonly module: string;
  readonly lessons: readonly LessonStats[];
  readonly words: number;
  /** Each line of the author's `draw`: so many of the `size` questions that it can take. */
  readonly pools: readonly { readonly pool: string; readonly size: number; readonly draw: number }[];
}

export interface CourseStats extends QuestionStats {
  readonly modules: readonly ModuleStats[];
  /** The examination's questions are among those of the modules, and counted there in the sums. */
  readonly exam?: ModuleStats;
  readonly lessons: number;
  readonly words: number;
  readonly checkOffs: number;
}

/**
 * Measures a course. Words are those of running text, and reading levels Flesch-Kincaid grades, which a course in
 * another language than English does not have. Questions are those of quizzes and examinations, without lessons' checks.
 */
export function statsOf(course: PaperedCourse): CourseStats {
  const { modules, exam, checkOffs = [] } = course;
  const meter = readingMeter();
  const graded = isEnglish(course);
  const measure = ({ body }: Lesson): Measured => {
    const { words, grade } = meter(body);
    return { words, ...(graded && grade !== undefined ? { grade: Math.round(grade * 10) / 10 } : {}) };
  };
  const measured = modules.map((module) => moduleStats(module, measure));
  return {
    modules: measured,
    ...(exam ? { exam: moduleStats(exam, measure) } : {}),
    lessons: sum(measured.map(({ lessons }) => lessons.length)),
    words: sum(measured.map(({ words }) => words)),
    checkOffs: checkOffs.length,
    ...questionStats(modules.flatMap(({ quiz }) => quiz?.questions ?? [])),
  };
}

function moduleStats({ id, lessons, quiz }: Module, measure: (lesson: Lesson) => Measured): ModuleStats {
  const read = lessons.map((lesson) => ({ lesson: lesson.key, file: lesson.file, ...measure(lesson) }));
  return {
    module: id,
    lessons: read,
    words: sum(read.map(({ words }) => words)),
    ...questionStats(quiz?.questions ?? []),
    pools: (quiz?.draw ?? [])
      .flatMap((stratum) => stratum.wishes ?? [stratum])
      .map(({ pool, items, count }) => ({ pool, size: items.length, draw: count })),
  };
}

function questionStats(questions: readonly Question[]): QuestionStats {
  const count = (level: Bloom | undefined): number => questions.filter(({ bloom }) => bloom === level).length;
  const named = LEVELS.map((level) => ({ level, count: count(level) })).filter((each) => each.count > 0);
  const unnamed = count(undefined);
  const all = sum(named.map((each) => each.count));
  const applied = sum(named.filter(({ level }) => APPLIED.has(level)).map((each) => each.count));
  return {
    questions: questions.length,
    bloom: {
      ...Object.fromEntries(named.map((each) => [each.level, each.count])),
      ...(unnamed > 0 ? { unnamed } : {}),
    },
    ...(all > 0 ? { applied: Math.round((100 * applied) / all) } : {}),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
