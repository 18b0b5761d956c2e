import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { keepNoted } from "../keep.ts";
import { basePath } from "../load/editions.ts";
import type { RawLesson } from "../load/markdown.ts";
import type { Placed } from "../load/placed.ts";
import type { RawModule } from "../load/raw-course.ts";
import type { CheckedLesson } from "./checked.ts";
import { SLUG } from "./fields.ts";
import { check } from "./issues.ts";
import type { ModuleContext } from "./modules.ts";
import { checkQuestion } from "./questions.ts";
import { questionsOf } from "./quiz.ts";
import { type KnownNames, uniqueness, unknownItems } from "./references.ts";
import { lesson as schema } from "./schemas.ts";

const SUBJECT = { area: "lesson", keys: Object.keys(schema.shape) };

/** A lesson's file name: the number that orders it, and its name. */
interface FileName {
  readonly number: number;
  readonly slug: string;
}

/** A module's lessons in order; `keys` are those of all lessons, sound or not, or `undefined` when one is unknown. */
export function checkLessons(
  raw: RawModule,
  { known, keep }: Pick<ModuleContext, "known" | "keep">,
  notes: Diagnostic[],
) {
  const unique = uniqueness("lesson/duplicate-key", `lessons of the module “${raw.id}”`, notes);
  const keys = new Set<string>();
  const numbers = new Map<number, string>();
  const ordered = raw.lessons
    .flatMap((read) => {
      const name = fileName(read.file, notes);
      return name ? [{ read, ...name }] : [];
    })
    .sort((a, b) => a.number - b.number);
  const lessons = ordered.flatMap(({ read, number, slug }) => {
    const twin = numbers.get(number);
    if (twin !== undefined) notes.push(sameNumber(read.file, twin));
    numbers.set(number, read.file);
    if (!read.value) return [];
    const head = read.value.head;
    const key = writtenId(head) ?? slug;
    unique(key, head ?? placeless(read.file), ["id"]);
    keys.add(key);
    const { file, value } = read;
    const kept = { name: `validate/lesson ${file}`, inputs: [value, key, known], notes };
    return keepNoted(keep, kept, (own) => checkLesson(value, key, known, own));
  });
  const complete =
    raw.lessons.every(({ value }) => value && (value.head || value.headless)) && ordered.length === raw.lessons.length;
  return { lessons, keys: complete ? keys : undefined };
}

function fileName(file: string, notes: Diagnostic[]): FileName | undefined {
  const base = basePath(file).replace(/^.*\//, "");
  const [, number = "", slug = ""] = /^(\d{1,6})-(.+)\.md$/.exec(base) ?? [];
  if (number !== "" && SLUG.test(slug)) return { number: Number(number), slug };
  notes.push({
    code: "lesson/bad-file-name",
    severity: "error",
    message: `“${base}” is no name for a lesson's file.`,
    place: { file },
    help: /^(quiz|teaching)\b/i.test(base)
      ? `If it is no lesson, write its name in lower-case letters: \`${/^quiz/i.test(base) ? "quiz" : "teaching"}.md\`.`
      : "Begin with the lesson's number: `03-vital-signs.md`; use lower-case letters, digits and hyphens.",
  });
  return undefined;
}

function sameNumber(file: string, twin: string): Diagnostic {
  return {
    code: "lesson/same-number",
    severity: "error",
    message: "Two lessons have the same number, so their order is not known.",
    place: { file },
    help: "Change the number in front of one file's name.",
    related: [{ message: "the other lesson", place: { file: twin } }],
  };
}

const placeless = (file: string): Placed => ({ file, data: {}, placeOf: () => ({ file, line: 1 }) });

function writtenId(head: Placed | undefined): string | undefined {
  const data = head?.data;
  return typeof data === "object" && data !== null && "id" in data && typeof data.id === "string" ? data.id : undefined;
}

function checkLesson(raw: RawLesson, key: string, known: KnownNames, notes: Diagnostic[]): readonly CheckedLesson[] {
  const { file, body, bodyLine } = raw;
  if (raw.headless) notes.push(noHead(file, body));
  else if (body.trim() === "") {
    const place = { file, line: bodyLine };
    notes.push({
      code: "lesson/no-text",
      severity: "error",
      message: "This lesson has no text.",
      place,
      help: "Write it below the head.",
    });
  }
  const checks = raw.checks.map(({ line, quiz }) => {
    const facts = questionsOf(quiz).map((source) => checkQuestion(source, notes));
    if (facts.length === 0) notes.push(emptyCheck(file, line));
    return { line, questions: facts.flatMap(({ question }) => question ?? []) };
  });
  if (!raw.head) return [];
  const head = check(schema, raw.head, SUBJECT);
  notes.push(...head.notes);
  if (!head.value) return [];
  const { id: _id, review_by: reviewBy, ...keys } = head.value;
  for (const list of ["competencies", "supports", "terms"] as const) {
    notes.push(...unknownItems(raw.head, list, keys[list], known));
  }
  const place = raw.head.placeOf(["title"]);
  return [{ ...keys, key, ...(reviewBy === undefined ? {} : { reviewBy }), file, body, bodyLine, checks, place }];
}

function noHead(file: string, body: string): Diagnostic {
  return {
    code: "lesson/no-head",
    severity: "error",
    message: body.trim() === "" ? "This lesson is empty." : "This lesson has no head with its title.",
    place: { file, line: 1 },
    help: "Begin the file with a line `---`, exactly three hyphens, then `title: …`, then a line `---`; the text follows.",
  };
}

function emptyCheck(file: string, line: number): Diagnostic {
  return {
    code: "lesson/empty-check",
    severity: "error",
    message: "This check holds no question.",
    place: { file, line },
    help: "Write a question: `## ` and its text, then its choices.",
  };
}
