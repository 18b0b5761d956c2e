/** What may stand in the files of a course. Scalars are text; see `fields.ts`. */
import * as z from "zod";
import {
  authorText,
  flag,
  hundredths,
  name,
  parsed,
  passMark,
  path,
  questionId,
  slug,
  text,
  texts,
  whole,
  word,
} from "./fields.ts";
import { theme } from "./theme.ts";

/** Titles stand in manifests; Moodle aborts an import at 255 characters. */
const title = text(200);
const summary = z.string().trim();

export const grading = z.strictObject({
  pass: passMark.exactOptional(),
  attempts: parsed<number>(
    (value) => {
      if (value === "unlimited") return { value: 0 };
      const number = /^\d{1,2}$/.test(value) ? Number(value) : 0;
      if (number >= 1 && number <= 20) return { value: number };
      return { message: `is “${value}”.`, help: "Write a whole number from 1 to 20, or `unlimited`." };
    },
    { type: ["integer", "string"], minimum: 1, maximum: 20, pattern: "^(\\d{1,2}|unlimited)$" },
  ).exactOptional(),
  score: word("best", "latest", "first", "mean").exactOptional(),
  feedback: word("immediate", "after-submit", "after-pass", "never").exactOptional(),
  report: word("passed-incomplete", "passed-failed", "completed-incomplete", "completed-failed").exactOptional(),
  completion: word("all", "quiz").exactOptional(),
});

const language = parsed<string>((value) => {
  try {
    return { value: Intl.getCanonicalLocales(value)[0] ?? "en" };
  } catch {
    // A RangeError is how ECMA-402 (9.2.1) says that the tag is malformed.
    return { message: `is “${value}”, which is no language tag.`, help: "Write a tag such as `en`, `es` or `pt-BR`." };
  }
});

const version = name(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, "letters, digits, `.`, `-` and `_`; it stands in file names");

export const course = z.strictObject({
  id: slug,
  title,
  summary: summary.default(""),
  language: language.default("en"),
  version: version.default("1"),
  lms: word("canvas", "canvas-scorm", "moodle", "other").default("other"),
  targets: z.array(word("scorm12", "scorm2004")).min(1, "names no target.").exactOptional(),
  modules: z.array(slug).min(1, "names no module."),
  grading: grading.extend({ weights: z.record(z.string(), hundredths(1000)).exactOptional() }).default({}),
  packages: z
    .array(word("module", "exam", "course"))
    .min(1, "names no package.")
    .default(["module"]),
  frameworks: z
    .array(
      z.strictObject({
        file: path,
        id: text(100).exactOptional(),
        title: title.exactOptional(),
        official: flag.default(false),
      }),
    )
    .default([]),
  scorm2004: z
    .strictObject({ edition: word("3rd", "4th").default("4th"), "lom-schemas": path.exactOptional() })
    .default({ edition: "4th" }),
  theme: theme.exactOptional(),
  html: word("off", "sanitized").exactOptional(),
});

export const module = z.strictObject({
  title,
  summary: summary.default(""),
  objectives: texts.default([]),
  minutes: whole(1, 10_000).exactOptional(),
  grading: grading.default({}),
});

const source = z.strictObject({
  title: text(),
  publisher: text().exactOptional(),
  year: text().exactOptional(),
  url: text().exactOptional(),
});

export const lesson = z.strictObject({
  title,
  id: slug.exactOptional(),
  minutes: whole(1, 10_000).exactOptional(),
  objectives: texts.default([]),
  competencies: texts.default([]),
  supports: texts.default([]),
  terms: texts.default([]),
  sources: z.array(source).default([]),
  reviewed: text().exactOptional(),
  review_by: text().exactOptional(),
});

/** A step as it may be written: a text, a map with more, or a heading over the steps that follow. */
export const checkOffStep = z.preprocess(
  (value) => (typeof value === "string" ? { step: value } : value),
  z
    .strictObject({
      step: authorText.exactOptional(),
      heading: text(200).exactOptional(),
      critical: flag.default(false),
      points: whole(1, 100).default(1),
      why: authorText.exactOptional(),
    })
    .transform(({ step, heading, critical, points, why }, context) => {
      if (step !== undefined && heading === undefined) return { step, critical, points, ...(why && { why }) };
      if (heading !== undefined && step === undefined) return { heading };
      const params = { help: "Write `step: …` for what is done and seen, or `heading: …` above several steps." };
      context.addIssue({ code: "custom", message: "This is neither one step nor one heading.", params });
      return z.NEVER;
    }),
);

/** A sheet on which an evaluator marks what a student does, without its steps, which are checked one by one. */
export const checkOff = z.strictObject({
  id: slug,
  title,
  /** `module/lesson`. */
  lesson: texts.default([]),
  competencies: texts.default([]),
  supplies: texts.default([]),
  scenario: authorText.exactOptional(),
  minutes: whole(1, 1_000).exactOptional(),
  /** Each is a column of the sheet. */
  attempts: whole(1, 5).default(3),
  pass: passMark.default(10_000),
  steps: z.array(z.unknown()),
  record: authorText.exactOptional(),
  source: z.array(source).default([]),
  reviewed: text().exactOptional(),
  review_by: text().exactOptional(),
});

export const glossary = z.strictObject({
  /** Titles of decks of flashcards. */
  decks: z.record(slug, title).default({}),
  terms: z.array(
    z.strictObject({
      term: text(),
      definition: text(),
      /** In an edition: the base's term that this one stands for, where the words differ. */
      translates: text().exactOptional(),
      parts: texts.default([]),
      pronunciation: text().exactOptional(),
      decks: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(slug)).default([]),
    }),
  ),
});

const BLOOM = word("remember", "understand", "apply", "analyze", "evaluate", "create");

/** What a draw takes questions by; all that is given must hold. */
const selector = z.strictObject({
  from: text().exactOptional(),
  tag: text().exactOptional(),
  /** The code, or the beginning of several. */
  competency: text().exactOptional(),
  bloom: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(BLOOM).min(1)).exactOptional(),
  lesson: text().exactOptional(),
});
/** Bounds on a whole attempt; a question counts for each that it belongs to. */
const blueprintOf = <S extends z.ZodRawShape>(bound: z.ZodObject<S>) =>
  z.strictObject({
    items: whole(1, 250).exactOptional(),
    "at-least": z.array(bound).default([]),
    "at-most": z.array(bound).default([]),
  });

/** A `quiz.yaml` without its questions, which are checked one by one. */
export const quiz = z.strictObject({
  draw: z
    .array(selector.extend({ count: whole(1, 250) }))
    .min(1, "names no pool.")
    .exactOptional(),
  blueprint: blueprintOf(selector.extend({ count: whole(0, 250) })).exactOptional(),
  questions: z.array(z.unknown()),
});

const examSelector = selector.extend({ module: slug.exactOptional() });

export const examEntry = examSelector.extend({
  count: whole(1, 250).exactOptional(),
  /** Of the blueprint's `items`. */
  share: hundredths(100).exactOptional(),
});

/** How much longer than others a learner may take, in hundredths. */
const factor = parsed<number>(
  (value) => {
    const hundredth = /^[1-4](\.\d{1,2})?$/.test(value) ? Math.round(Number(value) * 100) : 0;
    if (hundredth > 100 && hundredth <= 400) return { value: hundredth };
    return { message: `is “${value}”.`, help: "Write how many times as long, such as 1.5: above 1 and up to 4." };
  },
  { type: ["number", "string"], minimum: 1, maximum: 4 },
);

export const exam = z.strictObject({
  title,
  summary: summary.default(""),
  grading: grading.default({}),
  draw: z.array(examEntry).min(1, "names nothing to draw.").exactOptional(),
  blueprint: blueprintOf(examSelector.extend({ count: whole(0, 250) })).exactOptional(),
  minutes: whole(1, 1_000).exactOptional(),
  extension: z.array(factor).default([]),
});

/** The keys that every question has; those of its type are checked by the type. */
export const question = z.object({
  id: questionId.exactOptional(),
  type: z.string().exactOptional(),
  stem: authorText,
  points: whole(1, 100).default(1),
  scoring: word("all-or-nothing", "per-option", "right-minus-wrong").default("all-or-nothing"),
  floor: parsed<number>(
    (value) =>
      /^(0|-\d{1,3})$/.test(value)
        ? { value: Number(value) + 0 }
        : { message: `is “${value}”.`, help: "Write 0, or a negative whole number such as -1." },
    { type: ["integer", "string"], maximum: 0, pattern: "^(0|-\\d{1,3})$" },
  ).exactOptional(),
  shuffle: flag.default(true),
  rationale: authorText.exactOptional(),
  pool: name(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "letters, digits, `-`, `_` and `.`").default("main"),
  use: word("quiz", "exam", "both").default("quiz"),
  tags: texts.default([]),
  bloom: BLOOM.exactOptional(),
  lesson: text().exactOptional(),
  competencies: texts.default([]),
  supports: texts.default([]),
});
