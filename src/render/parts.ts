/** The parts of a package that are rendered each by itself: its lessons and its quizzes. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type PackageFile, textFile } from "../files.ts";
import type { Keep } from "../keep.ts";
import type { Course, Lesson, Module, Question } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { QuestionPool } from "../tracking/plan.ts";
import { contentScript } from "./content-script.ts";
import { type RenderedLesson, renderLesson } from "./lesson.ts";
import type { Markdown } from "./markdown.ts";
import type { Gathered, PackageIndex } from "./package-index.ts";
import { askedQuestions, objectivesOf } from "./plan.ts";
import { poolQuestion, type QuestionDesk } from "./questions.ts";
import type { Templates } from "./templates.ts";
import { wordsIn } from "./words.ts";

/** What is rendered of a part, and what it leaves for the whole package to see to. */
export interface Part<T> {
  readonly rendered: T;
  /** What learners load when they open it. */
  readonly script: PackageFile;
  readonly notes: readonly Diagnostic[];
  /** Ids of its headings. */
  readonly headings: ReadonlySet<string>;
  readonly gathered: Gathered;
}

/** Where parts are rendered. */
export interface Bench {
  readonly course: Course;
  readonly unit: CoursePackage;
  readonly index: PackageIndex;
  readonly markdown: Markdown;
  readonly templates: Templates;
  /** Must know that everything outside a part is as it was. */
  readonly keep: Keep;
}

type PartDesk = QuestionDesk & { readonly headings: Set<string> };

/** Every lesson of a package and every quiz, both in course order. */
export function renderParts(bench: Bench) {
  const { course, unit, keep } = bench;
  const objectives = objectivesOf(unit).of;
  const inside = unit.modules.map(({ id }) => id).join(" ");
  const part = <T>(of: PartOf, make: (desk: PartDesk) => T, scriptOf: (rendered: T) => PackageFile): Part<T> => {
    const { module, name, source, questions } = of;
    const lesson = (question: Question) => module.lessons.find(({ key }) => key === question.lesson)?.ordinal;
    const asked = questions.flatMap((question) => [objectives(question).join(), lesson(question)]);
    return keep(`render/${unit.identifier} ${name}`, [inside, source, ...asked], () => {
      const { desk, ...left } = openDesk(bench, { folder: module.id, objectives, lesson });
      const rendered = make(desk);
      return { rendered, script: scriptOf(rendered), ...left, gathered: desk.index.gathered() };
    });
  };
  const lessons = unit.modules.flatMap((module) =>
    module.lessons.map((lesson) => {
      const of = { module, name: `lesson ${lesson.ordinal}`, source: lesson, questions: questionsOf(lesson) };
      return part(of, (desk) => renderLesson(course, module, lesson, desk), lessonScript);
    }),
  );
  const quizzes = unit.modules.flatMap((module) => {
    if (!module.quiz) return [];
    const questions = askedQuestions(module);
    const of = { module, name: `quiz ${module.ordinal}`, source: module.quiz, questions };
    return part(
      of,
      (desk) => poolOf(questions, desk),
      (pool) => textFile(`content/quiz-${module.ordinal}.js`, contentScript("quiz", module.ordinal, pool)),
    );
  });
  return { lessons, quizzes };
}

interface PartOf {
  readonly module: Module;
  readonly name: string;
  /** All that is rendered, but for what its questions are to the package. */
  readonly source: object;
  readonly questions: readonly Question[];
}

const questionsOf = ({ checks }: Lesson): readonly Question[] => checks.flatMap(({ questions }) => questions);

function openDesk(
  { course: { language }, index: whole, markdown, templates }: Bench,
  own: Pick<QuestionDesk, "folder" | "objectives" | "lesson">,
) {
  const notes: Diagnostic[] = [];
  const headings = new Set<string>();
  const index = whole.forPart();
  return {
    notes,
    headings,
    desk: { ...own, language, words: wordsIn(language), markdown, templates, index, notes, headings },
  };
}

function poolOf(questions: readonly Question[], desk: QuestionDesk): QuestionPool {
  return {
    questions: questions.map((question) =>
      // An examination's questions name their pictures as in the modules that they come from.
      poolQuestion(question, `question-${question.ordinal}`, { ...desk, folder: question.module ?? desk.folder }),
    ),
  };
}

function lessonScript({ ordinal, html, checks }: RenderedLesson): PackageFile {
  const questions = checks.length === 0 ? "" : contentScript("checks", ordinal, { questions: checks });
  return textFile(`content/lesson-${ordinal}.js`, contentScript("lesson", ordinal, html) + questions);
}
