/** What instructors alone read. It needs no identifiers, so its values are as the validator left them. */
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Hundredths } from "../tracking/policy.ts";
import type { Course, Source } from "./course.ts";

export interface Papers {
  /** `instructor.md`. */
  readonly opening?: Notes;
  /** What `teaching.md` says of a module and its lessons, by the module's id. */
  readonly teaching: ReadonlyMap<string, Teaching>;
  /** In the order of their files. */
  readonly checkOffs: readonly CheckOff[];
}

/** Markdown that begins on a line of a file. */
export interface Notes {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

export interface Teaching {
  readonly module?: Notes;
  /** By the lesson's key. */
  readonly lessons: ReadonlyMap<string, Notes>;
}

/** A sheet on which an evaluator marks what a student does. */
export interface CheckOff {
  readonly id: string;
  readonly title: string;
  /** `module/lesson`. */
  readonly lessons: readonly string[];
  /** Codes that it assesses. */
  readonly competencies: readonly string[];
  readonly supplies: readonly string[];
  /** Markdown, read aloud. */
  readonly scenario?: string;
  /** The time allowed. */
  readonly minutes?: number;
  /** Columns of the sheet, 1 to 5. */
  readonly attempts: number;
  /** Of the points, 0 to 10,000; critical steps must be right whatever they are. */
  readonly pass: Hundredths;
  readonly steps: readonly Step[];
  /** Markdown: what the student writes in the chart. */
  readonly record?: string;
  readonly sources: readonly Source[];
  readonly reviewed?: string;
  readonly reviewBy?: string;
  readonly file: string;
  /** Where its texts stand. */
  readonly places: Readonly<Record<"supplies" | "scenario" | "record", Place>>;
  readonly place: Place;
}

/** What is done and seen, or a heading above several such. Texts are Markdown. */
export type Step = { readonly place: Place } & (
  | { readonly step: string; readonly critical: boolean; readonly points: number; readonly why?: string }
  | { readonly heading: string }
);

/** A course with its papers. What makes packages takes a {@link Course}, in which they are not. */
export type PaperedCourse = Course & Partial<Papers>;
