/**
 * The course as every later stage sees it: checked, ordered, with identifiers. Plain data, no methods.
 */
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Content } from "../files.ts";
import type { ScoringRule } from "../questions/contract.ts";
import type { Grading, TimeLimit } from "../tracking/policy.ts";
import type { Need } from "../tracking/quota.ts";

export type Lms = "canvas" | "canvas-scorm" | "moodle" | "other";
export type PackageKind = "module" | "exam" | "course";
export type Scorm2004Edition = "3rd" | "4th";
export type Bloom = "remember" | "understand" | "apply" | "analyze" | "evaluate" | "create";

export interface Course {
  readonly id: string;
  /** The identifier of the course package in manifests: an xs:ID from the lock file. */
  readonly identifier: string;
  readonly title: string;
  /** Plain text, may be empty. */
  readonly summary: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The language of an edition, as its files' names write it; absent: this is the base. */
  readonly edition?: string;
  readonly version: string;
  readonly lms: Lms;
  readonly packages: readonly PackageKind[];
  /** Names of targets, in the order written. */
  readonly targets: readonly string[];
  readonly scorm2004: {
    readonly edition: Scorm2004Edition;
    /** The official LOM schema set, when the author names a folder with it; paths relative to that folder. */
    readonly lomSchemas?: readonly Asset[];
  };
  /** The course's own policy: what the course package applies. */
  readonly grading: Grading;
  readonly frameworks: readonly Framework[];
  readonly glossary: readonly Term[];
  /** How the pages look; absent: as the tool's own theme has them. */
  readonly theme?: Theme;
  /** Whether HTML in the authors' texts is kept as far as it does no harm; absent or off: it is shown as text. */
  readonly html?: "off" | "sanitized";
  /** The course's own Handlebars templates, by their paths in the course folder; absent: none. */
  readonly templates?: readonly { readonly file: string; readonly text: string }[];
  readonly modules: readonly Module[];
  /** The final examination in the shape of a module: no lessons, and a quiz of questions that name their modules. */
  readonly exam?: Module;
  readonly place: Place;
}

export interface Module {
  readonly id: string;
  readonly ordinal: number;
  readonly identifier: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly minutes?: number;
  readonly grading: Grading;
  /** What the module's quiz counts in the course package, in hundredths; absent when it does not count. */
  readonly weight?: number;
  readonly lessons: readonly Lesson[];
  readonly quiz?: Quiz;
  /** Every file of the module that a lesson or question can show, by its path relative to the course folder. */
  readonly assets: readonly Asset[];
  readonly place: Place;
}

export interface Theme {
  readonly name: "clinic" | "paper";
  /** `#rrggbb`. */
  readonly accent?: string;
  /** For dark pages alone. */
  readonly accentDark?: string;
  readonly logo?: Asset;
  readonly font: "system" | "serif" | Asset;
}

/** A file of the course that can be shown: an image, a caption track, a data file. */
export interface Asset {
  /** Relative to the course folder (for LOM schemas: to their folder). */
  readonly path: string;
  readonly content: Content;
  readonly size: number;
  readonly sha256: string;
}

export interface Lesson {
  /** Unique in its module; survives renaming when the lesson has an `id`. */
  readonly key: string;
  readonly ordinal: number;
  readonly title: string;
  readonly minutes?: number;
  readonly objectives: readonly string[];
  readonly competencies: readonly string[];
  readonly supports: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly Source[];
  /** ISO dates as written. */
  readonly reviewed?: string;
  readonly reviewBy?: string;
  /** Relative to the course folder; lines of `body` count from `bodyLine` in it. */
  readonly file: string;
  readonly body: string;
  readonly bodyLine: number;
  /** Ungraded questions by the line (in the file) of the `:::check` that holds them. */
  readonly checks: readonly { readonly line: number; readonly questions: readonly Question[] }[];
  readonly place: Place;
}

export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly year?: string;
  readonly url?: string;
}

export interface Term {
  readonly term: string;
  readonly definition: string;
  readonly parts: readonly string[];
  readonly pronunciation?: string;
  /** The decks of flashcards that it belongs to; absent: none. */
  readonly decks?: readonly { readonly name: string; readonly title: string }[];
  readonly place: Place;
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly official: boolean;
  readonly competencies: readonly { readonly code: string; readonly label: string; readonly area: string }[];
}

export interface Quiz {
  readonly questions: readonly Question[];
  /** How an attempt is drawn, in order; the ordinals are those that a quiz may ask (`use` is `quiz` or `both`). */
  readonly draw: readonly Stratum[];
  readonly limit?: TimeLimit;
  readonly place: Place;
}

/** `count` questions out of those that may be asked. */
export interface Stratum {
  /** The pool, or, where it is drawn by more or by something else, what the author wrote: `bloom: apply`. */
  readonly pool: string;
  readonly count: number;
  readonly items: readonly number[];
  /** Those of {@link items} that are drawn together, case by case; absent where there are none. */
  readonly cases?: readonly (readonly number[])[];
  /** What the questions drawn must hold, all at once; absent where nothing. */
  readonly needs?: readonly Need[];
  /** The author's wishes that it fulfills together, where they are several. */
  readonly wishes?: readonly Pick<Stratum, "pool" | "count" | "items" | "place">[];
  readonly place: Place;
}

/** Markdown as the author wrote it, with its place. */
export interface AuthorText {
  readonly text: string;
  readonly place: Place;
}

export interface Question {
  readonly id: string;
  /** From the lock file; 0 for an ungraded check, which is never recorded. */
  readonly ordinal: number;
  /** A name in `questions/types.ts`. */
  readonly type: string;
  readonly stem: AuthorText;
  /** The case that it belongs to, with a number of its own in the quiz: what all its questions are about. */
  readonly case?: { readonly number: number; readonly stimulus: AuthorText };
  readonly points: number;
  readonly scoring: ScoringRule;
  /** The fewest points that `right-minus-wrong` can give, −points ≤ floor ≤ 0; absent: 0. */
  readonly floor?: number;
  readonly shuffle: boolean;
  readonly rationale?: AuthorText;
  /** The id of its module, where questions of several stand together: in the examination. */
  readonly module?: string;
  readonly pool: string;
  readonly use: "quiz" | "exam" | "both";
  readonly tags: readonly string[];
  readonly bloom?: Bloom;
  /** The key of the lesson that teaches it. */
  readonly lesson?: string;
  readonly competencies: readonly string[];
  readonly supports: readonly string[];
  /** What the type's schema made of the type's own keys. */
  readonly spec: unknown;
  /** The lock file's ordinals of the type's parts (choices), in the order of `AuthoringType.parts`. */
  readonly parts: readonly number[];
  /** Where each author text of `spec` stands, in the order of `AuthoringType.texts`. */
  readonly places: readonly Place[];
  readonly place: Place;
}
