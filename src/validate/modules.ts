import type { Diagnostic } from "../diagnostics/diagnostic.ts";
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
}

const SUBJECT = { area: "module", keys: [...Object.keys(schema.shape), ...Object.keys(gradingSchema.shape)] };

/** A module with its lessons and quiz; none when it has no readable `module.yaml`. */
export function checkModule(raw: RawModule, context: ModuleContext, notes: Diagnostic[]): readonly CheckedModule[] {
  const { lessons, keys } = checkLessons(raw, context.known, notes);
  const { facts, cases, quiz } = checkQuiz(raw, notes);
  for (const fact of facts) checkReferences(fact, keys, context, notes);
  for (const source of cases) {
    if (isMap(source.data) && typeof source.data.id === "string") context.questionIds(source.data.id, source, ["id"]);
  }
  const isEmpty = raw.lessons.length === 0 && !raw.quizYaml && !raw.quizMarkdown;
  // An edition lacks what its base has, and that is said file by file.
  if (isEmpty && context.language === undefined) notes.push(emptyModule(raw));
  if (!raw.settings) notes.push(noSettings(raw, inLanguage("module.yaml", context.language)));
  const source = raw.settings?.value;
  if (!source) return [];
  const settings = check(schema, source, SUBJECT);
  notes.push(...settings.notes);
  if (!settings.value) return [];
  const { grading, ...own } = settings.value;
  const weight = Object.hasOwn(context.weights, raw.id) ? context.weights[raw.id] : undefined;
  return [
    {
      ...own,
      ...{ id: raw.id, grading: { ...context.grading, ...grading }, lessons, assets: raw.assets },
      ...(weight === undefined ? {} : { weight }),
      ...(quiz ? { quiz } : {}),
      place: source.placeOf([]),
    },
  ];
}

function checkReferences(
  fact: QuestionFacts,
  lessons: ReadonlySet<string> | undefined,
  context: ModuleContext,
  notes: Diagnostic[],
): void {
  const { id, source, question } = fact;
  if (id !== undefined) context.questionIds(id, source, ["id"]);
  if (!question) return;
  notes.push(...unknownItems(source, "competencies", question.competencies, context.known));
  notes.push(...unknownItems(source, "supports", question.supports, context.known));
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
