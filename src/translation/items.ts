/** What of a course is translated, piece by piece, with the hashes by which a change shows. */
import type { Place } from "../diagnostics/diagnostic.ts";
import { sha256 } from "../files.ts";
import { basePath } from "../load/editions.ts";
import { markdownLines } from "../load/fences.ts";
import { lessonKey, type RawLesson } from "../load/markdown.ts";
import { below, type Placed } from "../load/placed.ts";
import type { RawCourse, RawModule, Read } from "../load/raw-course.ts";
import type { RawTeaching } from "../load/teaching.ts";

/** Something that is translated as one: a lesson, a question, a term. */
export interface Item {
  /** As the lock file and the command line name it: `lesson career/pay`, `question pay-median`, `term gastritis`. */
  readonly key: string;
  /** The file of the base that holds it. */
  readonly path: string;
  readonly place: Place;
  /** Reckoned when asked for: most of a base may have no translation. */
  parts(): readonly Part[];
  /** All that a translation must leave as it is, by top-level key: numbers, names, how many there are of what. */
  frame(): ReadonlyMap<string, string>;
}

/** A piece of an item that can change by itself: a section of a lesson. */
export interface Part {
  readonly hash: string;
  readonly place: Place;
}

/** Says nothing of what learners read. */
const UNTRANSLATED = new Set(["id", "version", "language", "modules", "translates", "reviewed", "review_by"]);

/** All items of an edition by their keys, as far as its files can be read. */
export function itemsOf(raw: RawCourse): ReadonlyMap<string, Item> {
  const items = [
    ...whole("course", raw.course),
    ...whole("exam", raw.exam),
    ...[...raw.modules.values()].flatMap(moduleItems),
    ...besides("glossary", raw.glossary, "terms"),
    ...entries(raw.glossary, "terms").flatMap(termItem),
    ...raw.checkOffs.flatMap(checkOffItem),
    ...(raw.instructor?.value === undefined ? [] : [textItem("instructor", raw.instructor.file, raw.instructor.value)]),
  ];
  // Of two with one key validation speaks.
  return new Map(items.map((item) => [item.key, item]));
}

function moduleItems(module: RawModule): readonly Item[] {
  const { id, settings, lessons, quizYaml, quizMarkdown, teaching } = module;
  return [
    ...whole(`module ${id}`, settings),
    ...lessons.flatMap((lesson) => lessonItem(id, lesson)),
    ...besides(`quiz ${id}`, quizYaml, "questions"),
    ...[quizYaml, quizMarkdown].flatMap((quiz) => entries(quiz, "questions").flatMap(questionItems)),
    ...(teaching?.value ? [teachingItem(id, teaching.value)] : []),
  ];
}

function whole(key: string, read: Read<Placed> | undefined): readonly Item[] {
  return read?.value ? [item(key, read.value)] : [];
}

function item(key: string, source: Placed, data: unknown = source.data): Item {
  const place = source.placeOf([]);
  const kept = () =>
    isMap(data) ? Object.fromEntries(Object.entries(data).filter(([name]) => !UNTRANSLATED.has(name))) : data;
  return {
    ...{ key, path: basePath(source.file), place },
    parts: () => [{ hash: hashOf(kept()), place }],
    frame: () => frameOf(kept()),
  };
}

/** The head, then the text up to the first heading, then each section. */
function lessonItem(module: string, { file, value }: Read<RawLesson>): readonly Item[] {
  if (!value) return [];
  const head = item(`lesson ${module}/${lessonKey(file, value)}`, value.head ?? nothing(file));
  const text = textItem(head.key, file, value.body, value.bodyLine);
  return [{ ...head, place: { file, line: 1 }, parts: () => [...head.parts(), ...text.parts()] }];
}

const nothing = (file: string): Placed => ({ file, data: {}, placeOf: () => ({ file, line: 1 }) });

/** Markdown, of which each section is a part. */
function textItem(key: string, file: string, body: string, firstLine = 1): Item {
  const parts = () =>
    sectionsOf(body).map(({ text, start }) => ({ hash: hashOf(text), place: { file, line: firstLine + start } }));
  return { key, path: basePath(file), place: { file, line: firstLine }, parts, frame: noFrame };
}

const noFrame: Item["frame"] = () => new Map();

function sectionsOf(body: string): readonly { readonly text: string; readonly start: number }[] {
  const lines = markdownLines(body);
  const starts = [0, ...lines.flatMap(({ text, code }, at) => (at > 0 && !code && /^#{1,6} /.test(text) ? [at] : []))];
  return starts.map((start, index) => {
    const text = lines.slice(start, starts[index + 1]).map((line) => line.text);
    return { text: text.join("\n"), start };
  });
}

function teachingItem(module: string, { file, module: notes, lessons }: RawTeaching): Item {
  const parts = () =>
    [{ name: "", ...notes }, ...lessons].map(({ name, text, line }) => ({
      hash: hashOf([name, text]),
      place: { file, line },
    }));
  return { key: `teaching ${module}`, path: basePath(file), place: { file, line: 1 }, parts, frame: noFrame };
}

function checkOffItem({ value }: Read<Placed>): readonly Item[] {
  const id = isMap(value?.data) ? value.data.id : undefined;
  return value && typeof id === "string" ? [item(`check-off ${id}`, value)] : [];
}

/** What a file says beside its list: how a quiz is drawn, what the decks of a glossary are called. */
function besides(key: string, read: Read<Placed> | undefined, list: string): readonly Item[] {
  const source = read?.value;
  if (!source || !isMap(source.data)) return [];
  const rest = Object.fromEntries(Object.entries(source.data).filter(([name]) => name !== list));
  return Object.keys(rest).length === 0 ? [] : [item(key, source, rest)];
}

/** A question by its id; a case, then its questions. Without an id nothing says which translation is whose. */
function questionItems(source: Placed): readonly Item[] {
  if (!isMap(source.data)) return [];
  const { questions, ...own } = source.data;
  const nested = Array.isArray(questions) ? questions.map((data, at) => below(source, ["questions", at], data)) : [];
  const self = typeof own.id === "string" ? [item(`question ${own.id}`, source, own)] : [];
  return [...self, ...nested.flatMap(questionItems)];
}

function termItem(source: Placed): readonly Item[] {
  if (!isMap(source.data)) return [];
  const { translates, term } = source.data;
  const name = translates ?? term;
  return typeof name === "string" ? [{ ...item(`term ${name.toLowerCase()}`, source), frame: noFrame }] : [];
}

/** The entries of a list in a file, each with places of its own. */
function entries(read: Read<Placed> | undefined, key: string): readonly Placed[] {
  const source = read?.value;
  const list = isMap(source?.data) ? source.data[key] : undefined;
  return source && Array.isArray(list) ? list.map((data, index) => below(source, [key, index], data)) : [];
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Says the same of a text whose lines are broken elsewhere, and of a map whose keys stand in another order. */
function hashOf(data: unknown): string {
  const canonical = JSON.stringify(data, (_key, value) => {
    if (typeof value === "string") return value.normalize("NFC").replace(/\s+/g, " ").trim();
    return isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
  return sha256(canonical ?? "").slice(0, 8);
}

/** Keys whose values are no language: numbers, names of other things, words of the format. */
const NO_LANGUAGE = new Set(
  [
    "id type points scoring floor shuffle pool use bloom lesson competencies supports minutes answer scene to",
    "tolerance decimals figures style variables limit circle rectangle polygon",
  ].flatMap((line) => line.split(" ")),
);

/** What each language decides for itself: which words need explaining, which sources can be read, how strictly spelling counts. */
const OWN = new Set(["terms", "sources", "case", "accents", "spaces", "spelling"]);

function frameOf(data: unknown): ReadonlyMap<string, string> {
  if (!isMap(data)) return new Map();
  const entries = Object.entries(data).filter(([key]) => !OWN.has(key));
  return new Map(entries.map(([key, value]) => [key, JSON.stringify(bare(value, NO_LANGUAGE.has(key)))]));
}

/** Data without its words: lists keep their lengths, maps their keys. */
function bare(value: unknown, keep: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => bare(each, keep));
  if (!isMap(value)) return keep ? value : "";
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, bare(each, keep || NO_LANGUAGE.has(key))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
