/** The final examination: `exam.yaml`, which draws from the questions of all modules. */
import type * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Keep, keepNoted } from "../keep.ts";
import type { Placed } from "../load/placed.ts";
import type { Grading } from "../tracking/policy.ts";
import type { CheckedExam, CheckedModule } from "./checked.ts";
import { judgedDraw, type WrittenDraw } from "./draw.ts";
import { drawable } from "./drawable.ts";
import { check } from "./issues.ts";
import { unknown } from "./references.ts";
import { grading as gradingSchema, exam as schema } from "./schemas.ts";

const KEYS = [
  ...[...Object.keys(schema.shape), ...Object.keys(gradingSchema.shape), "items", "at-least", "at-most"],
  ...["module", "from", "tag", "competency", "bloom", "lesson", "count", "share"],
];

/** What the examination is checked against. */
export interface ExamContext {
  readonly modules: readonly CheckedModule[];
  /** The modules that `course.yaml` names, also those with a mistake. */
  readonly named: readonly string[];
  /** The course's policy, which the examination's own keys override. */
  readonly grading: Grading;
  /** False when questions may be missing because of other mistakes: then nothing is said of what can be drawn. */
  readonly complete: boolean;
  readonly keep: Keep;
}

/** The examination, with every mistake in its file. */
export function checkExam(source: Placed, context: ExamContext, notes: Diagnostic[]): CheckedExam | undefined {
  const { modules, named, grading, complete, keep } = context;
  const inputs = [source, named, grading, complete, ...modules.flatMap(({ id, quiz }) => [id, quiz])];
  return keepNoted(keep, { name: "validate/exam", inputs, notes }, (own) => readExam(source, context, own));
}

function readExam(source: Placed, context: ExamContext, notes: Diagnostic[]): CheckedExam | undefined {
  const read = check(schema, source, { area: "exam", keys: KEYS });
  notes.push(...read.notes);
  if (!read.value) return undefined;
  const { grading, draw, blueprint, minutes, extension, ...own } = read.value;
  const pool = context.modules.flatMap((module) =>
    (module.quiz?.questions ?? []).flatMap((question) =>
      question.use === "quiz" ? [] : drawable(question, module.id),
    ),
  );
  const counted = countedDraw(read.value, source, notes);
  const found = [...unknownModules(read.value, source, context), ...timeNotes(read.value, source)];
  notes.push(...found);
  if (context.complete && pool.length === 0) notes.push(noQuestions(source));
  const judge = context.complete && pool.length > 0 && counted && found.length === 0;
  const judged = judge ? judgedDraw(counted, source, pool, notes) : undefined;
  return {
    ...own,
    grading: { ...context.grading, ...grading },
    ...(judged && { draw: judged }),
    ...(minutes !== undefined && { limit: { seconds: minutes * 60, factors: extension } }),
    place: source.placeOf([]),
  };
}

type Written = z.output<typeof schema>;

/** 100% in hundredths. */
const WHOLE = 10_000;

/** Shares become counts that add up to the blueprint's items (largest remainder). */
function countedDraw({ draw, blueprint }: Written, source: Placed, notes: Diagnostic[]): WrittenDraw | undefined {
  const whole = { ...(blueprint && { blueprint }) };
  if (!draw) return whole;
  const say = (code: string, message: string, help: string, path: readonly (string | number)[]): undefined => {
    notes.push({ code: `exam/${code}`, severity: "error", message, place: source.placeOf(path), help });
  };
  const vague = draw.findIndex(({ count, share }) => (count === undefined) === (share === undefined));
  if (vague >= 0)
    return say("count-or-share", "An entry has either a `count` or a `share`.", "Write one of them.", ["draw", vague]);
  const fixed = draw.reduce((sum, { count = 0 }) => sum + count, 0);
  const shares = draw.reduce((sum, { share = 0 }) => sum + share, 0);
  const items = blueprint?.items;
  if (shares > 0 && items === undefined) {
    return say("share-of-what", "A `share` needs to know of how many questions.", "Add `blueprint: { items: … }`.", [
      "draw",
    ]);
  }
  const parts = draw.map(({ share = 0 }, index) => ({ index, product: (items ?? 0) * share }));
  const missing = (items ?? fixed) - fixed - parts.reduce((sum, { product }) => sum + Math.floor(product / WHOLE), 0);
  const raised = new Set(
    parts
      .filter(({ product }) => product % WHOLE > 0)
      .sort((a, b) => (b.product % WHOLE) - (a.product % WHOLE) || a.index - b.index)
      .slice(0, Math.max(0, missing))
      .map(({ index }) => index),
  );
  const counted = draw.map(({ share, count = 0, ...selector }, index) => {
    const part = Math.floor((parts[index]?.product ?? 0) / WHOLE) + (raised.has(index) ? 1 : 0);
    return { ...selector, count: share === undefined ? count : part };
  });
  return { ...whole, draw: counted };
}

function unknownModules({ draw = [], blueprint }: Written, source: Placed, { modules, named }: ExamContext) {
  const ids = new Set([...modules.map(({ id }) => id), ...named]);
  const lists = { draw, "at-least": blueprint?.["at-least"] ?? [], "at-most": blueprint?.["at-most"] ?? [] };
  return Object.entries(lists).flatMap(([key, entries]) =>
    entries.flatMap(({ module }, index): readonly Diagnostic[] => {
      if (module === undefined || ids.has(module)) return [];
      const path = key === "draw" ? [key, index, "module"] : ["blueprint", key, index, "module"];
      return [unknown("exam/unknown-module", "module", module, ids, source.placeOf(path))];
    }),
  );
}

function timeNotes({ minutes, extension }: Written, source: Placed): readonly Diagnostic[] {
  if (minutes !== undefined || extension.length === 0) return [];
  return [
    {
      ...{ code: "exam/extension-without-limit", severity: "error", place: source.placeOf(["extension"], "key") },
      message: "`extension` has no effect: there is no time limit to extend.",
      help: "Add `minutes`, or remove `extension`.",
    },
  ];
}

function noQuestions(source: Placed): Diagnostic {
  return {
    ...{ code: "exam/no-questions", severity: "error", place: source.placeOf([]) },
    message: "No question of the course may be asked in the examination.",
    help: "Give questions `use: exam`, or `use: both` where quizzes may ask them too.",
  };
}
