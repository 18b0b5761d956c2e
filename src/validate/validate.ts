import { type Diagnostic, hasErrors, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { keepNoted, keepNothing } from "../keep.ts";
import { inLanguage } from "../load/editions.ts";
import type { Placed } from "../load/placed.ts";
import type { RawCourse, RawModule } from "../load/raw-course.ts";
import type { Grading } from "../tracking/policy.ts";
import type { CheckedCourse, CheckedTerm } from "./checked.ts";
import { checkDecks } from "./decks.ts";
import { checkEdition, editionOf, strayTranslations } from "./edition.ts";
import { checkExam } from "./exam.ts";
import { checkFrameworks } from "./frameworks.ts";
import { check } from "./issues.ts";
import { misnamedFiles } from "./misnamed.ts";
import { checkModule } from "./modules.ts";
import { checkPapers } from "./papers.ts";
import { knownNames, uniqueness, unknown } from "./references.ts";
import { course as courseSchema, glossary as glossarySchema, grading as gradingSchema } from "./schemas.ts";
import { checkTheme, theme as themeSchema } from "./theme.ts";

/** What holds where neither course nor module says otherwise (docs/format.md, "grading"). */
const DEFAULT_GRADING: Grading = {
  pass: 8000,
  attempts: 0,
  score: "best",
  feedback: "after-submit",
  report: "passed-incomplete",
  completion: "all",
};

type Settings = NonNullable<ReturnType<typeof readSettings>>;

/** `readable` is the course without what is wrong in it: good for finding more mistakes, never for shipping. */
export type Validated = Outcome<CheckedCourse> & { readonly readable?: CheckedCourse };

/**
 * Judges a course and reads its values. Reports every mistake in one run: files that could not be read are skipped (load
 * has said why), and what depends on them is not judged.
 *
 * @param base the course that `raw` is an edition of
 * @param keep spares judging again what did not change, and gives the same objects for it
 */
export function validate(raw: RawCourse, base?: RawCourse, keep = keepNothing): Validated {
  const notes: Diagnostic[] = [];
  if (!raw.course) return { ok: false, notes: [noCourse()] };
  const source = raw.course.value;
  const kept = <T>(name: string, inputs: readonly unknown[], make: (notes: Diagnostic[]) => T): T =>
    keepNoted(keep, { name: `validate/${name}`, inputs, notes }, make);
  const settings = source && kept("settings", [source], (own) => readSettings(source, own));
  const frameworks =
    settings &&
    kept("frameworks", [settings, ...[...raw.tables].flat()], (own) =>
      checkFrameworks(settings.frameworks, raw, source, own),
    );
  const glossary = kept("glossary", [raw.glossary], (own) => checkGlossary(raw, own));
  const known = keep("validate/known", [frameworks, glossary], () => knownNames(frameworks, glossary));
  const { weights = {}, ...own } = settings?.grading ?? {};
  const grading = keep("validate/grading", [settings], () => ({ ...DEFAULT_GRADING, ...own }));
  const questionIds = uniqueness("question/duplicate-id", "questions of the course", notes);
  const context = { grading, weights, known, questionIds, language: raw.language, keep };
  const modules = orderedModules(settings, source, raw, notes).flatMap((module) => checkModule(module, context, notes));
  if (settings) checkWeights(settings, source, raw, notes);
  const named = settings?.modules ?? [];
  const papers = checkPapers(raw, { modules, named }, known, notes);
  if (!base) notes.push(...misnamedFiles(raw));
  const complete = !hasErrors(notes) && [...raw.modules.values()].every(isRead);
  const exam = raw.exam?.value && checkExam(raw.exam.value, { modules, named, grading, complete, keep }, notes);
  if (settings) notes.push(...examNotes(settings, source, raw));
  notes.push(...(base ? checkEdition(raw, base) : strayTranslations(raw)));
  // Without its lock file a course would seem new, and every learner's saved work would be orphaned.
  const theme = settings && source && checkTheme(settings.theme, raw, source, notes);
  const lockLost = raw.lock && !raw.lock.value;
  if (!settings || !glossary || lockLost) return { ok: false, notes };
  const {
    grading: _grading,
    frameworks: _frameworks,
    targets = defaultTargets(settings.lms),
    modules: _modules,
    theme: _theme,
    ...rest
  } = settings;
  const value: CheckedCourse = {
    ...{ settings: rest, targets, grading, frameworks: frameworks?.frameworks ?? [], glossary, modules, papers },
    ...(theme && { theme }),
    ...(base && { edition: editionOf(raw, base) }),
    templates: raw.templates,
    ...(raw.lomSchemas ? { lomSchemas: raw.lomSchemas } : {}),
    ...(exam ? { exam } : {}),
    ...(raw.lock?.value ? { lock: raw.lock.value } : {}),
    place: source.placeOf([]),
  };
  return { ...settle(value, notes), readable: value };
}

/** Whether load could read what holds a module's questions. */
function isRead({ settings, quizYaml, quizMarkdown }: RawModule): boolean {
  return [settings, quizYaml, quizMarkdown].every((file) => !file || file.value);
}

function noCourse(): Diagnostic {
  return {
    code: "course/missing-file",
    severity: "error",
    message: "There is no file `course.yaml` in this folder.",
    place: { file: "course.yaml" },
    help: "Name the folder that holds the course, or create the file.",
  };
}

function readSettings(source: Placed, notes: Diagnostic[]) {
  const keys = [courseSchema, gradingSchema, themeSchema].flatMap(({ shape }) => Object.keys(shape));
  const { value, notes: wrong } = check(courseSchema, source, { area: "course", keys });
  notes.push(...wrong);
  return value;
}

/** Moodle reports interactions of SCORM 1.2 only; Canvas and others read both. */
function defaultTargets(lms: Settings["lms"]): CheckedCourse["targets"] {
  return lms === "canvas" || lms === "canvas-scorm" ? ["scorm2004"] : ["scorm12"];
}

/** `undefined` when the file has a mistake; empty when there is none. */
function checkGlossary(raw: RawCourse, notes: Diagnostic[]): readonly CheckedTerm[] | undefined {
  if (!raw.glossary) return [];
  const source = raw.glossary.value;
  if (!source) return undefined;
  const keys = ["terms", "decks", ...Object.keys(glossarySchema.shape.terms.element.shape)];
  const { value, notes: wrong } = check(glossarySchema, source, { area: "glossary", keys });
  notes.push(...wrong);
  const unique = uniqueness("glossary/duplicate-term", "terms of the glossary", notes);
  for (const [index, { term }] of value?.terms.entries() ?? [])
    unique(term.toLowerCase(), source, ["terms", index, "term"]);
  if (!value) return undefined;
  checkDecks(value, source, notes);
  const titles = new Map(Object.entries(value.decks));
  return value.terms.map(({ decks, ...term }, index) => ({
    ...term,
    decks: decks.map((name) => ({ name, title: titles.get(name) ?? name })),
    place: source.placeOf(["terms", index]),
  }));
}

/** The modules that the course names, in its order; all that there are when `course.yaml` cannot say. */
function orderedModules(
  settings: Settings | undefined,
  source: Placed | undefined,
  raw: RawCourse,
  notes: Diagnostic[],
) {
  if (!settings || !source) return [...raw.modules.values()];
  const unique = uniqueness("course/module-twice", "entries of `modules`", notes);
  const named = new Set(settings.modules);
  for (const [index, id] of settings.modules.entries()) {
    unique(id, source, ["modules", index]);
    const place = source.placeOf(["modules", index]);
    const reserved = RESERVED.get(id);
    if (reserved !== undefined) notes.push(reservedName(id, reserved, place));
    else if (!raw.modules.has(id))
      notes.push(unknown("course/module-missing", "folder for the module", id, raw.modules.keys(), place));
  }
  for (const { id } of raw.modules.values()) {
    if (!named.has(id)) notes.push(notListed(id));
  }
  return [...named].flatMap((id) => raw.modules.get(id) ?? []);
}

/** Names that mean something else, and what. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ["exam", "the name of the final examination"],
  ["check-offs", "the folder of the check-off sheets"],
]);

function reservedName(id: string, meaning: string, place: Diagnostic["place"] & object): Diagnostic {
  const message = `“${id}” is ${meaning} and cannot name a module.`;
  return { code: "course/reserved-module", severity: "error", message, place, help: "Give the folder another name." };
}

/** An examination is built when `packages` names it and its file is there. */
function examNotes({ packages }: Settings, source: Placed, { exam, language }: RawCourse): readonly Diagnostic[] {
  if (packages.includes("exam") === (exam !== undefined)) return [];
  if (exam) {
    const help = `Add \`exam\` to \`packages\` in \`${source.file}\`.`;
    const place = { file: exam.file, line: 1 };
    return [
      { code: "exam/not-built", severity: "warning", message: "No package asks for this examination.", place, help },
    ];
  }
  const message = `\`packages\` names the examination, and there is no file \`${inLanguage("exam.yaml", language)}\`.`;
  const place = source.placeOf(["packages"]);
  return [
    { code: "exam/missing-file", severity: "error", message, place, help: `Write it beside \`${source.file}\`.` },
  ];
}

function notListed(id: string): Diagnostic {
  return {
    code: "course/module-not-listed",
    severity: "warning",
    message: `The module “${id}” is not named in \`course.yaml\` and is left out.`,
    place: { file: `${id}/module.yaml` },
    help: "Add its name to `modules`, or move the folder out of the course.",
  };
}

/** The course package has one score made of all quizzes, so each needs a weight. */
function checkWeights(settings: Settings, source: Placed, raw: RawCourse, notes: Diagnostic[]): void {
  const { weights } = settings.grading;
  const place = source.placeOf(weights ? ["grading", "weights"] : ["packages"]);
  const say = (code: string, message: string, help: string) =>
    notes.push({ code, severity: "error", message, place, help });
  for (const id of Object.keys(weights ?? {})) {
    if (settings.modules.includes(id)) continue;
    const at = source.placeOf(["grading", "weights", id], "key");
    notes.push(unknown("course/unknown-weight", "module", id, settings.modules, at));
  }
  if (!settings.packages.includes("course")) return;
  const quizzes = settings.modules.filter((id) => raw.modules.get(id)?.quizYaml ?? raw.modules.get(id)?.quizMarkdown);
  if (!weights) {
    if (quizzes.length > 0)
      say(
        "course/no-weights",
        "The `course` package needs a weight for each module's quiz.",
        "Add `weights` to `grading`.",
      );
    return;
  }
  const missing = quizzes.filter((id) => !Object.hasOwn(weights, id));
  if (missing.length > 0) {
    say(
      "course/missing-weight",
      `The quiz of ${missing.join(", ")} has no weight.`,
      "Add the module to `weights`; 0 leaves its quiz out of the score.",
    );
  } else if (quizzes.length > 0 && quizzes.every((id) => weights[id] === 0)) {
    say(
      "course/zero-weights",
      "No quiz has a weight above 0, so there is no score.",
      "Give at least one module a weight.",
    );
  }
}
