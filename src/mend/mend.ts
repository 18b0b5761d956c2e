/** What `check --fix` mends, because only one thing can be meant: missing ids, and values that need quotes. */

import { basePath } from "../load/editions.ts";
import { type Lines, linesOf, textOf } from "../load/lines.ts";
import { loadCourse } from "../load/raw-course.ts";
import type { Source } from "../load/source.ts";
import { questionIds } from "../scaffold/question-ids.ts";
import { type GivenId, mendIds } from "./ids.ts";
import { lockWithIds } from "./lock.ts";
import { mendQuotes } from "./quotes.ts";

/** A file as it should be. */
export interface MendedFile {
  readonly path: string;
  readonly text: string;
  /** How many lines or entries were mended, and with what. */
  readonly what: string;
}

const COURSE_FILE = /^(course|glossary)\.yaml$|^[^/]+\/(module|quiz)\.yaml$|^[^/]+\/[^/]+\.md$/;
const isMendable = (path: string): boolean => COURSE_FILE.test(path) && !path.endsWith("/quiz.md");

/** The files of a course that can be mended, mended; every byte that is not part of a remedy stays. Writes nothing. */
export async function mend(source: Source): Promise<readonly MendedFile[]> {
  const quoted = await withQuotes(source);
  const readableNow = overlaid(source, new Map([...quoted].map(([path, { text }]) => [path, text])));
  const { value: raw } = await loadCourse(readableNow);
  const taken = questionIds(raw);
  const mended = new Map(quoted);
  const given: GivenId[] = [];
  for (const quiz of [...raw.modules.values()].flatMap(({ quizYaml, quizMarkdown }) => [quizYaml, quizMarkdown])) {
    const file = quiz?.value && linesOf(await readableNow.read(quiz.file));
    if (!quiz || !file) continue;
    const named = mendIds(quiz.file, file, taken);
    if (named.given.length === 0) continue;
    given.push(...named.given);
    const what = [quoted.get(quiz.file)?.what, counted(named.given.length, "id written")];
    const text = textOf(named.file);
    mended.set(quiz.file, { path: quiz.file, text, what: what.filter((each) => each !== undefined).join(", ") });
  }
  const lock = raw.lock?.value && given.length > 0 ? lockWithIds(raw.lock.value, given) : undefined;
  const lockFile = { path: "course.lock.yaml", text: lock ?? "", what: "questions known by their new ids" };
  return [...mended.values(), ...(lock === undefined ? [] : [lockFile])];
}

async function withQuotes(source: Source): Promise<ReadonlyMap<string, MendedFile>> {
  const mended = new Map<string, MendedFile>();
  const { paths } = await source.list();
  for (const path of paths.filter((each) => isMendable(basePath(each)))) {
    const before = linesOf(await source.read(path));
    const after = before && mendQuotes(path, before);
    if (!after || after === before) continue;
    mended.set(path, { path, text: textOf(after), what: counted(changes(before, after), "value put in quotes") });
  }
  return mended;
}

function changes(before: Lines, after: Lines): number {
  return after.lines.filter((line, index) => line !== before.lines[index]).length;
}

/** "2 ids written", "1 value put in quotes". */
function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/^\w+/, (noun) => `${noun}s`)}`;
}

/** The same course with some files' texts replaced. */
function overlaid(source: Source, texts: ReadonlyMap<string, string>): Source {
  return {
    ...source,
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? source.read(path) : new TextEncoder().encode(text);
    },
  };
}
