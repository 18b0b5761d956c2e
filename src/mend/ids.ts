import { parseHeading } from "../load/attributes.ts";
import { type Lines, readable, withLine } from "../load/lines.ts";
import type { Placed } from "../load/placed.ts";
import { readQuizMarkdown } from "../load/quiz-markdown.ts";
import { readYaml } from "../load/yaml.ts";
import { nameFrom } from "../scaffold/names.ts";
import { questionsIn } from "../scaffold/question-ids.ts";

/** An id that was given to a question that had none. */
export interface GivenId {
  readonly id: string;
  /** By it the lock file knows the question so far. */
  readonly stem: string;
}

/** A quiz whose questions all have ids, and the ids that it was given. */
export interface Named {
  readonly file: Lines;
  readonly given: readonly GivenId[];
}

/**
 * Writes ids into a quiz's questions that have none, made of their headings or stems.
 *
 * @param taken the ids of the whole course; the new ones are added
 */
export function mendIds(path: string, file: Lines, taken: Set<string>): Named {
  const isMarkdown = path.endsWith(".md");
  const read = (lines: Lines) =>
    isMarkdown ? readQuizMarkdown(readable(lines), path).value : readYaml(readable(lines), { file: path }).value;
  const quiz = read(file);
  const nameless = questionsIn(quiz?.data).flatMap(({ path: at, keys: { id, stem } }) =>
    id === undefined && typeof stem === "string" && stem.trim() !== "" ? [{ at, stem }] : [],
  );
  if (!quiz || nameless.length === 0) return { file, given: [] };
  const names = new Set(taken);
  const given = nameless.map(({ at, stem }) => {
    const place = quiz.placeOf(at);
    const [line, column] = [place.line ?? 1, place.column ?? 1];
    const text = isMarkdown ? headingOf(file.lines[line - 1] ?? "") || stem : stem;
    return { id: nameFrom(text, names, "question"), stem, line, column };
  });
  // From the end, so that the places before it stay right.
  const named = given.toReversed().reduce((lines, { id, line, column }) => {
    const text = lines.lines[line - 1] ?? "";
    return withLine(lines, line, ...(isMarkdown ? [headingWith(text, id)] : entryWith(text, column, id)));
  }, file);
  if (!isSameBut(quiz, read(named))) return { file, given: [] };
  for (const { id } of given) taken.add(id);
  return { file: named, given: given.map(({ id, stem }) => ({ id, stem })) };
}

const headingOf = (line: string): string => parseHeading(line, line.search(/[^#]|$/), 1).text;

/** `## Heading` → `## Heading {#id}`, `## Heading {pool=a}` → `## Heading {#id pool=a}`. */
function headingWith(line: string, id: string): string {
  const braces = /\{[^{}]*\}\s*$/.exec(line);
  if (!braces) return line.replace(/\s*$/, (space) => ` {#${id}}${space}`);
  const inside = line.slice(braces.index + 1);
  return `${line.slice(0, braces.index)}{#${id}${/^\s*\}/.test(inside) ? "" : " "}${inside}`;
}

/** `- stem: …` → `- id: …` and the stem below it; `- { stem: … }` → `- { id: …, stem: … }`. */
function entryWith(line: string, column: number, id: string): readonly string[] {
  const before = line.slice(0, column - 1);
  const entry = line.slice(column - 1);
  if (!entry.startsWith("{")) return [`${before}id: ${id}`, `${" ".repeat(column - 1)}${entry}`];
  const inside = entry.slice(1);
  return [`${before}{ id: ${id},${inside.startsWith(" ") ? "" : " "}${inside}`];
}

/** Whether nothing but ids was added, and none changed. */
function isSameBut(before: Placed, after: Placed | undefined): boolean {
  const old = questionsIn(before.data);
  const fresh = questionsIn(after?.data);
  if (JSON.stringify(withoutIds(before.data)) !== JSON.stringify(withoutIds(after?.data))) return false;
  return old.every(({ keys: { id } }, index) => id === undefined || id === fresh[index]?.keys.id);
}

/** The data without the ids of questions; those of choices stay. */
function withoutIds(data: unknown): unknown {
  const questions = new Set<unknown>(questionsIn(data).map(({ keys }) => keys));
  return JSON.parse(
    JSON.stringify(data, (_key, value) => (questions.has(value) ? { ...value, id: undefined } : value)) ?? "null",
  );
}
