/** The course with every value read and judged, before identifiers and ordinals. Plain data. */

import type * as z from "zod";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { PackageFile } from "../files.ts";
import type { TranslatedFile } from "../load/editions.ts";
import type { Placed } from "../load/placed.ts";
import type { TextFile } from "../load/raw-course.ts";
import type { Grading, TimeLimit } from "../tracking/policy.ts";
import type { Comparison } from "../translation/drift.ts";
import type * as schemas from "./schemas.ts";
import type { Selector } from "./selector.ts";
import type { CheckedTheme } from "./theme.ts";

type CourseSettings = z.output<typeof schemas.course>;

export interface CheckedCourse {
  /** Absent: this is the base. */
  readonly edition?: CheckedEdition;
  readonly settings: Omit<CourseSettings, "grading" | "frameworks" | "targets" | "modules" | "theme">;
  readonly targets: CourseSettings["targets"] & object;
  readonly grading: Grading;
  readonly lomSchemas?: readonly PackageFile[];
  readonly theme?: CheckedTheme;
  readonly templates: readonly TextFile[];
  readonly frameworks: readonly CheckedFramework[];
  readonly glossary: readonly CheckedTerm[];
  readonly modules: readonly CheckedModule[];
  readonly exam?: CheckedExam;
  readonly papers: CheckedPapers;
  /** The lock file's text as data; absent when there is no such file. */
  readonly lock?: Placed;
  readonly place: Place;
}

/** What instructors alone read. It stands apart from the course, so that nothing that makes packages can reach it. */
export interface CheckedPapers {
  /** `instructor.md`. */
  readonly opening?: CheckedNotes;
  /** What `teaching.md` says of a module and its lessons, by the module's id. */
  readonly teaching: ReadonlyMap<string, CheckedTeaching>;
  /** In the order of their files. */
  readonly checkOffs: readonly CheckedCheckOff[];
}

/** Markdown that begins on a line of a file. */
export interface CheckedNotes {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

export interface CheckedTeaching {
  readonly module?: CheckedNotes;
  /** By the lesson's key. */
  readonly lessons: ReadonlyMap<string, CheckedNotes>;
}

type CheckOffKeys = z.output<typeof schemas.checkOff>;

export interface CheckedCheckOff extends Omit<CheckOffKeys, "lesson" | "steps" | "source" | "review_by"> {
  /** `module/lesson`. */
  readonly lessons: readonly string[];
  readonly sources: CheckOffKeys["source"];
  readonly reviewBy?: string;
  readonly steps: readonly (z.output<typeof schemas.checkOffStep> & { readonly place: Place })[];
  readonly file: string;
  /** Where its texts stand. */
  readonly places: Readonly<Record<"supplies" | "scenario" | "record", Place>>;
  readonly place: Place;
}

/** An edition beside its base. */
export interface CheckedEdition {
  /** As its files' names write it. */
  readonly language: string;
  readonly comparison: Comparison;
  /** Its files. */
  readonly files: readonly TranslatedFile[];
}

export interface CheckedFramework {
  readonly id: string;
  readonly title: string;
  readonly official: boolean;
  readonly competencies: readonly { readonly code: string; readonly label: string; readonly area: string }[];
}

type TermKeys = z.output<typeof schemas.glossary>["terms"][number];

export interface CheckedTerm extends Omit<TermKeys, "decks"> {
  /** The decks of flashcards that it belongs to; a deck without a title is called by its name. */
  readonly decks: readonly { readonly name: string; readonly title: string }[];
  readonly place: Place;
}

type ModuleSettings = z.output<typeof schemas.module>;

export interface CheckedModule extends Omit<ModuleSettings, "grading"> {
  readonly id: string;
  readonly grading: Grading;
  /** In hundredths. */
  readonly weight?: number;
  readonly lessons: readonly CheckedLesson[];
  readonly quiz?: CheckedQuiz;
  readonly assets: readonly PackageFile[];
  readonly place: Place;
}

export interface CheckedExam extends Pick<z.output<typeof schemas.exam>, "title" | "summary"> {
  readonly grading: Grading;
  /** Absent: every question that it may ask is asked. */
  readonly draw?: CheckedDraw;
  readonly limit?: TimeLimit;
  readonly place: Place;
}

type LessonHead = z.output<typeof schemas.lesson>;

export interface CheckedLesson extends Omit<LessonHead, "id" | "review_by"> {
  readonly key: string;
  readonly reviewBy?: string;
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly checks: readonly { readonly line: number; readonly questions: readonly CheckedQuestion[] }[];
  readonly place: Place;
}

export interface CheckedQuiz {
  readonly questions: readonly CheckedQuestion[];
  /** Absent: every question of the quiz is asked. */
  readonly draw?: CheckedDraw;
  readonly place: Place;
}

/** How an attempt is drawn: for each entry so many, or `total` of all; within limits on the whole. */
export interface CheckedDraw {
  readonly entries: readonly Wish[];
  /** Present where there are no entries. */
  readonly total?: number;
  readonly limits: readonly (Wish & { readonly kind: "at-least" | "at-most" })[];
  readonly place: Place;
}

/** So many questions of a kind. */
export interface Wish {
  readonly selector: Selector;
  readonly count: number;
  readonly place: Place;
}

type CommonKeys = z.output<typeof schemas.question>;

export interface CheckedQuestion extends Omit<CommonKeys, "type" | "stem" | "rationale"> {
  readonly type: string;
  readonly stem: { readonly text: string; readonly place: Place };
  /** The case that it belongs to; numbers tell the cases of one quiz apart. */
  readonly case?: { readonly number: number; readonly stimulus: { readonly text: string; readonly place: Place } };
  readonly rationale?: { readonly text: string; readonly place: Place };
  /** What the type's schema made of the type's own keys. */
  readonly spec: unknown;
  readonly places: readonly Place[];
  readonly place: Place;
}
