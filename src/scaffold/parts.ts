/** New modules, lessons, quizzes and check-off sheets for a course that is there. */
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { lessonKey } from "../load/markdown.ts";
import { loadCourse, type RawCourse, type RawModule } from "../load/raw-course.ts";
import type { Source } from "../load/source.ts";
import { isMap } from "../validate/questions.ts";
import { filled, type NewFile, type ScaffoldKit, schemaFiles } from "./files.ts";
import { withModule } from "./listing.ts";
import { nameFrom, titleFrom, unfitName, yamlText } from "./names.ts";
import { questionIds } from "./question-ids.ts";

/** A module with a first lesson and a question, named in `course.yaml`. */
export async function newModule(source: Source, title: string, kit: ScaffoldKit): Promise<Outcome<readonly NewFile[]>> {
  const { value: raw } = await loadCourse(source);
  const id = nameFrom(title, new Set([...raw.modules.keys(), "exam", "check-offs"]), "module");
  const listed = raw.course?.value && withModule(await source.read("course.yaml"), id);
  if (listed === undefined) return { ok: false, notes: [notListed(id)] };
  const lesson = lessonFile(id, 1, { title: "First lesson", id: "first-lesson" }, kit);
  const files: readonly NewFile[] = [
    { path: `${id}/module.yaml`, text: filled(kit, "module/module.yaml", { TITLE: yamlText(title) }) },
    lesson,
    quizFile({ module: id, form: "short", lesson: "first-lesson", ids: questionIds(raw) }, kit),
    { path: "course.yaml", text: listed, replaces: true },
  ];
  return settle([...files, ...schemaFiles(kit)], []);
}

/** A lesson behind the module's others. */
export async function newLesson(
  source: Source,
  { module: name, title }: { readonly module: string; readonly title: string },
  kit: ScaffoldKit,
): Promise<Outcome<readonly NewFile[]>> {
  const { value: raw } = await loadCourse(source);
  const module = raw.modules.get(name);
  if (!module) return { ok: false, notes: [noModule(name, raw)] };
  const numbers = module.lessons.map(({ file }) => Number(/(\d+)-[^/]*$/.exec(file)?.[1] ?? 0));
  const id = nameFrom(title, new Set(lessonKeys(module)), "lesson");
  const file = lessonFile(name, Math.max(0, ...numbers) + 1, { title, id }, kit);
  return settle([file, ...schemaFiles(kit)], []);
}

/** A quiz with one question, in the short form (`quiz.md`) or the long one (`quiz.yaml`). */
export async function newQuiz(
  source: Source,
  { module: name, form }: { readonly module: string; readonly form: "short" | "long" },
  kit: ScaffoldKit,
): Promise<Outcome<readonly NewFile[]>> {
  const { value: raw } = await loadCourse(source);
  const module = raw.modules.get(name);
  if (!module) return { ok: false, notes: [noModule(name, raw)] };
  const lesson = lessonKeys(module)[0] ?? "first-lesson";
  return settle([quizFile({ module: name, form, lesson, ids: questionIds(raw) }, kit), ...schemaFiles(kit)], []);
}

/** A check-off sheet with comments; it names one of the course's lessons, so that it checks at once. */
export async function newCheckOff(source: Source, id: string, kit: ScaffoldKit): Promise<Outcome<readonly NewFile[]>> {
  const unfit = unfitName(id, "check-off sheet");
  if (unfit.length > 0) return { ok: false, notes: unfit };
  const { value: raw } = await loadCourse(source);
  const twin = raw.checkOffs.find(({ value }) => isMap(value?.data) && value.data.id === id);
  if (twin) return { ok: false, notes: [sheetExists(id, twin.file)] };
  const [lesson = "module/lesson"] = [...raw.modules].flatMap(([module, found]) =>
    lessonKeys(found).map((key) => `${module}/${key}`),
  );
  const words = { ID: id, TITLE: yamlText(titleFrom(id)), LESSON: lesson };
  const sheet = { path: `check-offs/${id}.yaml`, text: filled(kit, "check-off/check-off.yaml", words) };
  return settle([sheet, ...schemaFiles(kit)], []);
}

function lessonFile(module: string, number: number, names: { title: string; id: string }, kit: ScaffoldKit): NewFile {
  const text = filled(kit, "lesson/lesson.md", { TITLE: yamlText(names.title), ID: names.id });
  return { path: `${module}/${String(number).padStart(2, "0")}-${names.id}.md`, text };
}

interface QuizWish {
  readonly module: string;
  readonly form: "short" | "long";
  readonly lesson: string;
  /** The ids of the course's questions. */
  readonly ids: Set<string>;
}

function quizFile({ module, form, lesson, ids }: QuizWish, kit: ScaffoldKit): NewFile {
  const file = form === "short" ? "quiz.md" : "quiz.yaml";
  const words = {
    STEM: "Write the question here?",
    ID: nameFrom(`${module} question`, ids, "question"),
    LESSON: lesson,
  };
  return { path: `${module}/${file}`, text: filled(kit, `quiz/${file}`, words) };
}

/** The lessons' permanent names, in order; a lesson without an id is known by its file's name. */
function lessonKeys({ lessons }: RawModule): readonly string[] {
  return lessons.map(({ file, value }) => lessonKey(file, value));
}

function noModule(name: string, { modules }: RawCourse): Diagnostic {
  const meant = nearest(name, modules.keys());
  const known = [...modules.keys()].join(", ");
  return {
    code: "call/unknown-module",
    severity: "error",
    message: `There is no module “${name}” in this course.`,
    help: meant === undefined ? `Known: ${known}.` : `Did you mean \`${meant}\`? Known: ${known}.`,
  };
}

function sheetExists(id: string, file: string): Diagnostic {
  return {
    code: "new/id-taken",
    severity: "error",
    message: `There is a check-off sheet “${id}” already.`,
    place: { file },
    help: "Choose another id, or change that sheet.",
  };
}

function notListed(id: string): Diagnostic {
  return {
    code: "new/modules-unreadable",
    severity: "error",
    message: `The new module “${id}” cannot be added to \`modules\` in course.yaml.`,
    place: { file: "course.yaml" },
    help: "Run “coursewright check” and correct what it says about course.yaml first.",
  };
}
