/** What instructors alone read: check-off sheets, teaching notes, the guide's opening. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { below, type Placed } from "../load/placed.ts";
import type { RawCourse } from "../load/raw-course.ts";
import type { RawNotes, RawTeaching } from "../load/teaching.ts";
import type { CheckedCheckOff, CheckedModule, CheckedNotes, CheckedPapers, CheckedTeaching } from "./checked.ts";
import { check } from "./issues.ts";
import { type KnownNames, type Uniqueness, uniqueness, unknown, unknownItems } from "./references.ts";
import { checkOff as schema, checkOffStep as stepSchema } from "./schemas.ts";

const SUBJECT = { area: "check-off", keys: [...Object.keys(schema.shape), "publisher", "year", "url"] };
const STEP = { area: "check-off", keys: ["step", "heading", "critical", "points", "why"] };

/** What a sheet is checked against. */
interface SheetContext {
  readonly known: KnownNames;
  readonly ids: Uniqueness;
  /** Every `module/lesson`, and the modules of which not all lessons are known. */
  readonly lessons: readonly string[];
  readonly open: ReadonlySet<string>;
}

/** Judges everything that only instructors read. `modules` are the sound ones, `named` those that `course.yaml` names. */
export function checkPapers(
  raw: RawCourse,
  { modules, named }: { readonly modules: readonly CheckedModule[]; readonly named: readonly string[] },
  known: KnownNames,
  notes: Diagnostic[],
): CheckedPapers {
  const open = new Set([...raw.modules.keys(), ...named]);
  // A lesson with a mistake is not among the checked ones, and naming it is none.
  for (const { id, lessons } of modules) if (lessons.length === raw.modules.get(id)?.lessons.length) open.delete(id);
  const lessons = modules.flatMap(({ id, lessons }) => lessons.map(({ key }) => `${id}/${key}`));
  const ids = uniqueness("check-off/duplicate-id", "check-off sheets", notes);
  const context = { known, ids, lessons, open };
  const { instructor } = raw;
  return {
    ...(instructor?.value?.trim() && { opening: { file: instructor.file, text: instructor.value, line: 1 } }),
    teaching: checkTeaching(raw, modules, open, notes),
    checkOffs: raw.checkOffs.flatMap(({ value }) => (value ? checkSheet(value, context, notes) : [])),
  };
}

function checkSheet(source: Placed, context: SheetContext, notes: Diagnostic[]): readonly CheckedCheckOff[] {
  const { value, notes: wrong } = check(schema, source, SUBJECT);
  notes.push(...wrong);
  if (!value) return [];
  const { lesson: lessons, steps: written, source: sources, review_by: reviewBy, ...keys } = value;
  context.ids(value.id, source, ["id"]);
  notes.push(...unknownItems(source, "competencies", keys.competencies, context.known));
  for (const [index, name] of lessons.entries()) notes.push(...unknownLesson(name, source, index, context));
  const steps = written.flatMap((step, index) => {
    const placed = below(source, ["steps", index], step);
    const checked = check(stepSchema, placed, STEP);
    notes.push(...checked.notes);
    return checked.value ? [{ ...checked.value, place: placed.placeOf([]) }] : [];
  });
  // A step that has a mistake is one all the same.
  const isHeading = (step: unknown) => typeof step === "object" && step !== null && "heading" in step;
  if (written.every(isHeading)) notes.push(noSteps(source));
  const placeOf = (key: string) => source.placeOf([key]);
  const places = { supplies: placeOf("supplies"), scenario: placeOf("scenario"), record: placeOf("record") };
  const due = reviewBy === undefined ? {} : { reviewBy };
  return [{ ...keys, lessons, sources, steps, ...due, file: source.file, places, place: placeOf("title") }];
}

function unknownLesson(name: string, source: Placed, index: number, { lessons, open }: SheetContext) {
  if (lessons.includes(name) || open.has(name.split("/", 1)[0] ?? "")) return [];
  const place = source.placeOf(["lesson", index]);
  return [unknown("check-off/unknown-lesson", "lesson", name, lessons, place)];
}

function noSteps(source: Placed): Diagnostic {
  return {
    code: "check-off/no-steps",
    severity: "error",
    message: "This sheet has no step to mark.",
    place: source.placeOf(["steps"]),
    help: "Write under `steps` what the evaluator must see, one line a step.",
  };
}

/** Notes on lessons that there are; by module. */
function checkTeaching(
  raw: RawCourse,
  modules: readonly CheckedModule[],
  open: ReadonlySet<string>,
  notes: Diagnostic[],
): ReadonlyMap<string, CheckedTeaching> {
  const known = new Map<string, CheckedTeaching>();
  for (const { id, lessons } of modules) {
    const teaching = raw.modules.get(id)?.teaching?.value;
    if (!teaching) continue;
    const keys = lessons.map(({ key }) => key);
    if (!open.has(id)) notes.push(...unknownHeadings(teaching, keys));
    notes.push(...repeatedHeadings(teaching));
    known.set(id, teachingOf(teaching));
  }
  return known;
}

function unknownHeadings({ file, lessons }: RawTeaching, keys: readonly string[]): readonly Diagnostic[] {
  return lessons
    .filter(({ name }) => !keys.includes(name))
    .map(({ name, at }) => unknown("teaching/unknown-lesson", "lesson in this module", name, keys, { file, ...at }));
}

function repeatedHeadings({ file, lessons }: RawTeaching): readonly Diagnostic[] {
  return lessons.flatMap(({ name, at }, index): readonly Diagnostic[] => {
    const first = lessons.findIndex((other) => other.name === name);
    if (first === index) return [];
    const earlier = lessons[first]?.at;
    return [
      {
        code: "teaching/lesson-twice",
        severity: "error",
        message: `Two headings name the lesson “${name}”.`,
        place: { file, ...at },
        help: "Put all notes on a lesson under one heading.",
        ...(earlier && { related: [{ message: "first named here", place: { file, ...earlier } }] }),
      },
    ];
  });
}

function teachingOf({ file, module, lessons }: RawTeaching): CheckedTeaching {
  const noted = ({ text, line }: RawNotes): CheckedNotes => ({ file, text, line });
  const written = lessons.filter(({ text }) => text.trim() !== "");
  return {
    ...(module.text.trim() !== "" && { module: noted(module) }),
    lessons: new Map(written.map((each) => [each.name, noted(each)])),
  };
}
