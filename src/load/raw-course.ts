import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import type { PackageFile } from "../files.ts";
import { type Keep, keepNoted, keepNothing } from "../keep.ts";
import { type CsvRow, readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import { filesOf, type TranslatedFile, translatedFiles } from "./editions.ts";
import { filesByFolder, isCheckOff, isModule, isTopFile, moduleFolders } from "./folders.ts";
import { type RawLesson, readLesson } from "./markdown.ts";
import type { Placed } from "./placed.ts";
import { readQuizMarkdown } from "./quiz-markdown.ts";
import type { Source } from "./source.ts";
import { type RawTeaching, readTeaching } from "./teaching.ts";
import { readYaml } from "./yaml.ts";

/** A file that exists; without a value it could not be read, and a note says why. */
export interface Read<T> {
  readonly file: string;
  readonly value?: T;
}

/** The course folder as text with places; nothing is judged yet. */
export interface RawCourse {
  /** Of an edition, as its files' names write it; absent: this is the base. */
  readonly language?: string;
  /** The files of all editions but the base. */
  readonly translations: readonly TranslatedFile[];
  readonly course?: Read<Placed>;
  readonly lock?: Read<Placed>;
  readonly glossary?: Read<Placed>;
  /** `exam.yaml`. */
  readonly exam?: Read<Placed>;
  /** `check-offs/*.yaml`, in code-unit order of file names. */
  readonly checkOffs: readonly Read<Placed>[];
  /** `instructor.md`. */
  readonly instructor?: Read<string>;
  /** What lies in the course folder itself and in `check-offs`, in every language. */
  readonly topFiles: readonly string[];
  /** Tables outside the modules, by path. */
  readonly tables: ReadonlyMap<string, Read<readonly CsvRow[]>>;
  /** Folders with a `module.yaml`, and those that `course.yaml` names, by their name. */
  readonly modules: ReadonlyMap<string, RawModule>;
  /** The files of the folder that `scorm2004.lom-schemas` names; paths relative to it. Absent when none is named. */
  readonly lomSchemas?: readonly PackageFile[];
  /** The files that `theme` names, as far as they are there. Absent when it names none. */
  readonly themeFiles?: readonly PackageFile[];
  /** The course's own templates: `templates/*.hbs` at any depth. */
  readonly templates: readonly TextFile[];
}

/** A file with its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

export interface RawModule {
  readonly id: string;
  /** `module.yaml`. */
  readonly settings?: Read<Placed>;
  /** In code-unit order of file names. */
  readonly lessons: readonly Read<RawLesson>[];
  readonly quizYaml?: Read<Placed>;
  readonly quizMarkdown?: Read<Placed>;
  /** `teaching.md`: never a lesson, never an asset. */
  readonly teaching?: Read<RawTeaching>;
  /** Every other file of the folder; paths relative to the course folder. */
  readonly assets: readonly PackageFile[];
}

const LOCK = "course.lock.yaml";
/** The tool writes it, and it grows with the course and its past. In bytes. */
const LOCK_LIMIT = 32 * 1024 * 1024;

/** Which of a folder's courses is read, and how. */
export interface Reading {
  /** Of an edition; absent: the base is read. */
  readonly language?: string | undefined;
  /** Spares the parsing of files that did not change since an earlier call, and gives the same objects for them. */
  readonly keep?: Keep | undefined;
}

/** What the walk needs everywhere. */
interface Walk {
  readonly source: Source;
  readonly language: string | undefined;
  readonly keep: Keep;
  /** The files of this edition, by the names that the base has for them. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: Diagnostic[];
}

/**
 * Reads a course folder. There is always a value: a file that cannot be read stands in it without its content, so that
 * the next stage reports on all others in the same run; the notes hold errors then, and nothing may be built.
 *
 * @throws Error when the environment fails: the folder does not exist, a file vanishes or may not be read
 */
export async function loadCourse(
  source: Source,
  { language, keep = keepNothing }: Reading = {},
): Promise<Noted<RawCourse>> {
  const { paths: all, linksOutside } = await source.list();
  const files = filesOf(all, language);
  const walk: Walk = { source, language, keep, files, notes: linksOutside.map(linkOutside) };
  const course = await readFile(walk, "course.yaml", yamlText);
  const lock = await readFile(walk, LOCK, yamlText);
  const glossary = await readFile(walk, "glossary.yaml", yamlText);
  const exam = await readFile(walk, "exam.yaml", yamlText);
  const instructor = await readFile(walk, "instructor.md", plainText);
  const checkOffs = await readCheckOffs(walk);
  const folders = moduleFolders(all, course?.value?.data);
  const modules = new Map<string, RawModule>();
  const byFolder = filesByFolder(files.keys());
  for (const id of folders) {
    const own = byFolder.get(id) ?? [];
    if (isModule(id, own, course?.value?.data)) modules.set(id, await readModule(walk, id, own));
  }
  const tables = await readTables(walk, folders);
  const lomSchemas = await readLomSchemas(walk, course?.value?.data);
  const themeFiles = await readThemeFiles(walk, course?.value?.data);
  const templates = await readTemplates(walk);
  const found = present({ language, course, lock, glossary, exam, instructor, lomSchemas, themeFiles });
  const translations = translatedFiles(all);
  const topFiles = all.filter((path) => isTopFile(path));
  return { value: { ...found, translations, checkOffs, topFiles, tables, modules, templates }, notes: walk.notes };
}

type Parse<T> = (text: string, file: string) => Noted<T | undefined>;
const yamlText: Parse<Placed> = (text, file) => readYaml(text, { file });
const plainText: Parse<string> = (text) => ({ value: text, notes: [] });

async function readFile<T>(walk: Walk, path: string, parse: Parse<T>): Promise<Read<T> | undefined> {
  const file = walk.files.get(path);
  if (file === undefined) return undefined;
  const bytes = await walk.source.read(file);
  const text = walk.keep(`load/text ${file}`, [bytes], () =>
    path === LOCK ? decode(bytes, file, LOCK_LIMIT) : decode(bytes, file),
  );
  const content = text.value;
  walk.notes.push(...text.notes);
  if (content === undefined) return { file };
  return keepNoted(walk.keep, { name: `load/file ${file}`, inputs: [content], notes: walk.notes }, (notes) => {
    const parsed = parse(content, file);
    notes.push(...parsed.notes);
    return parsed.value === undefined ? { file } : { file, value: parsed.value };
  });
}

async function readCheckOffs(walk: Walk): Promise<RawCourse["checkOffs"]> {
  const sheets: Read<Placed>[] = [];
  for (const path of walk.files.keys()) {
    if (!isCheckOff(path)) continue;
    sheets.push((await readFile(walk, path, yamlText)) ?? { file: path });
  }
  return sheets;
}

/** Tables outside the modules. What lies in a module's folder in any edition is a table in none. */
async function readTables(walk: Walk, modules: ReadonlySet<string>): Promise<RawCourse["tables"]> {
  const tables = new Map<string, Read<readonly CsvRow[]>>();
  for (const path of walk.files.keys()) {
    if (!path.endsWith(".csv") || modules.has(path.split("/", 1)[0] ?? "")) continue;
    tables.set(path, (await readFile(walk, path, readCsv)) ?? { file: path });
  }
  return tables;
}

async function readModule(walk: Walk, id: string, files: readonly string[]): Promise<RawModule> {
  const names = ["module.yaml", "quiz.yaml", "quiz.md", "teaching.md"].map((name) => `${id}/${name}`);
  const [settingsFile, yamlFile, markdownFile, teachingFile] = names;
  const own = new Set(names);
  const settings = await readFile(walk, settingsFile ?? "", yamlText);
  const quizYaml = await readFile(walk, yamlFile ?? "", yamlText);
  const quizMarkdown = await readFile(walk, markdownFile ?? "", (text, file) => readQuizMarkdown(text, file));
  const teaching = await readFile(walk, teachingFile ?? "", readTeaching);
  const lessons: Read<RawLesson>[] = [];
  const assets: PackageFile[] = [];
  for (const path of files) {
    if (own.has(path)) continue;
    if (!/^[^/]+\/[^/]+\.md$/.test(path)) assets.push(await refer(walk, walk.files.get(path) ?? path));
    else lessons.push((await readFile(walk, path, readLesson)) ?? { file: path });
  }
  const { keep, language = "" } = walk;
  const single = { settings, quizYaml, quizMarkdown, teaching };
  const kept = keep(`load/assets ${id} ${language}`, assets, () => assets);
  return { id, ...present(single), lessons, assets: kept };
}

async function refer({ source, keep }: Walk, file: string): Promise<PackageFile> {
  const asset = await source.refer(file);
  return keep(`load/asset ${file}`, [asset.sha256], () => asset);
}

async function readLomSchemas(walk: Walk, course: unknown): Promise<readonly PackageFile[] | undefined> {
  const settings = typeof course === "object" && course && "scorm2004" in course ? course.scorm2004 : undefined;
  const folder = typeof settings === "object" && settings && "lom-schemas" in settings ? settings["lom-schemas"] : "";
  if (typeof folder !== "string" || folder === "") return undefined;
  const prefix = `${folder.replace(/\/+$/, "")}/`;
  const files: PackageFile[] = [];
  for (const path of walk.files.keys()) {
    if (path.startsWith(prefix)) files.push({ ...(await walk.source.refer(path)), path: path.slice(prefix.length) });
  }
  return files;
}

async function readThemeFiles(walk: Walk, course: unknown): Promise<readonly PackageFile[] | undefined> {
  const theme = typeof course === "object" && course && "theme" in course ? course.theme : undefined;
  if (typeof theme !== "object" || theme === null) return undefined;
  const named = Object.entries(theme).flatMap(([key, path]) => (key === "logo" || key === "font" ? [path] : []));
  return Promise.all(named.filter((path) => walk.files.has(path)).map((path) => walk.source.refer(path)));
}

async function readTemplates(walk: Walk): Promise<readonly TextFile[]> {
  const templates: TextFile[] = [];
  for (const path of walk.files.keys()) {
    if (!/^templates\/.+\.hbs$/.test(path)) continue;
    const read = await readFile(walk, path, plainText);
    if (read?.value !== undefined) templates.push({ file: path, text: read.value });
  }
  return templates;
}

/** The entries that have a value: an absent key says more than `undefined`. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // `fromEntries` loses the keys' types; filtering adds none.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function linkOutside(path: string): Diagnostic {
  return {
    code: "load/link-outside",
    severity: "error",
    message: "This link leads out of the course folder, or to nothing.",
    place: { file: path },
    help: "Copy the file into the course: a course must be complete on every computer.",
  };
}
