import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Keep, keepNoted } from "../keep.ts";
import { inLanguage } from "../load/editions.ts";
import type { RawModule } from "../load/raw-course.ts";
import type { Grading } from "../tracking/policy.ts";
import type { CheckedModule } from "./checked.ts";
import { check } from "./issues.ts";
import { checkLessons } from "./lessons.ts";
import { isMap, type QuestionFacts } from "./questions.ts";
import { checkQuiz } from "./quiz.ts";
import { type KnownNames, type Uniqueness, unknown, unknownItems } from "./references.ts";
import { grading as gradingSchema, module as schema } from "./schemas.ts";

/** What a module is checked against. */
export interface ModuleContext {
  /** The course's policy, which the module's own keys override. */
  readonly grading: Grading;
  readonly weights: Readonly<Record<string, number>>;
  readonly known: KnownNames;
  /** Ids of questions and cases are unique in the whole course: the lock file knows questions by nothing else. */
  readonly questionIds: Uniqueness;
  /** Of an edition, as its files' names write it. */
  readonly language: string | undefined;
  readonly keep: Keep;
}

const SUBJECT = { area: "module", keys: [...Object.keys(schema.shape), ...Object.keys(gradingSchema.shape)] };

/** A module with its lessons and quiz; none when it has no readable `module.yaml`. */
export function checkModule(raw: RawModule, context: ModuleContext, notes: Diagnostic[]): readonly CheckedModule[] {
  const { keep } = context;
  const { lessons, keys } = checkLessons(raw, context, notes);
  const files = { name: `validate/quiz ${raw.id}`, inputs: [raw.quizYaml, raw.quizMarkdown], notes };
  const { facts, cases, quiz } = keepNoted(keep, files, (own) => checkQuiz(raw, own));
  for (const { id, source } of facts) if (id !== undefined) context.questionIds(id, source, ["id"]);
  const named = {
    name: `validate/references ${raw.id}`,
    inputs: [facts, context.known, keys?.size, ...(keys ?? [])],
    notes,
  };
  keepNoted(keep, named, (own) => {
    for (const fact of facts) checkReferences(fact, keys, context.known, own);
  });
  for (const source of cases) {
    if (isMap(source.data) && typeof source.data.id === "string") context.questionIds(source.data.id, source, ["id"]);
  }
  const isEmpty = raw.lessons.length === 0 && !raw.quizYaml && !raw.quizMarkdown;
  // An edition lacks what its base has, and that is said file by file.
  if (isEmpty && context.language === undefined) notes.push(emptyModule(raw));
  if (!raw.settings) notes.push(noSettings(raw, inLanguage("module.yaml", context.language)));
  const source = raw.settings?.value;
  if (!source) return [];
  const settings = keepNoted(keep, { name: `validate/module.yaml ${raw.id}`, inputs: [source], notes }, (own) => {
    const checked = check(schema, source, SUBJECT);
    own.push(...checked.notes);
    return checked.value;
  });
  if (!settings) return [];
  const weight = Object.hasOwn(context.weights, raw.id) ? context.weights[raw.id] : undefined;
  const inputs = [settings, context.grading, raw.assets, weight, quiz, ...lessons];
  const module = keep(`validate/module ${raw.id}`, inputs, () => {
    const { grading, ...own } = settings;
    return {
      ...own,
      ...{ id: raw.id, grading: { ...context.grading, ...grading }, lessons, assets: raw.assets },
      ...(weight === undefined ? {} : { weight }),
      ...(quiz ? { quiz } : {}),
      place: source.placeOf([]),
    };
  });
  return [module];
}

function checkReferences(
  fact: QuestionFacts,
  lessons: ReadonlySet<string> | undefined,
  known: KnownNames,
  notes: Diagnostic[],
): void {
  const { source, question } = fact;
  if (!question) return;
  notes.push(...unknownItems(source, "competencies", question.competencies, known));
  notes.push(...unknownItems(source, "supports", question.supports, known));
  if (question.lesson === undefined || !lessons || lessons.has(question.lesson)) return;
  notes.push(
    unknown("question/unknown-lesson", "lesson in this module", question.lesson, lessons, source.placeOf(["lesson"])),
  );
}

function emptyModule({ id, settings }: RawModule): Diagnostic {
  return {
    code: "module/empty",
    severity: "error",
    message: `The module “${id}” has neither lessons nor a quiz.`,
    place: settings?.value?.placeOf([]) ?? { file: `${id}/module.yaml` },
    help: "Write a first lesson, for example `01-introduction.md`.",
  };
}

function noSettings({ id, assets }: RawModule, file: string): Diagnostic {
  const near = assets
    .map(({ path }) => path.slice(id.length + 1))
    .find((name) => /^module\.ya?ml(\.txt)?$/i.test(name));
  return {
    code: "module/missing-file",
    severity: "error",
    message: `The module “${id}” has no file \`${file}\`.`,
    place: { file: `${id}/${file}` },
    help: near === undefined ? "Create it with a line `title: …`." : `Rename “${near}” to \`${file}\`.`,
  };
}
