/** Files that look like part of a course and are not read, because their names differ a little from those that are. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RawCourse } from "../load/raw-course.ts";

const TAG = "\\.[a-z]{2,3}(?:-[a-z0-9]+)*";
const TEXTS = `(?:glossary|exam)(?:${TAG})?\\.yaml|instructor(?:${TAG})?\\.md`;
// A course without any `course.yaml` is another diagnostic's.
const IN_COURSE = new RegExp(`^(?:course${TAG}\\.yaml|${TEXTS})$`, "i");
const IN_MODULE = new RegExp(`^(?:quiz(?:${TAG})?\\.(?:yaml|md)|teaching(?:${TAG})?\\.md)$`, "i");
/** Endings that editors and Windows add or exchange, and what is meant. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.txt$/i, ""],
  [/\.yml$/i, ".yaml"],
  [/\.(?:markdown|mdown|mkd)$/i, ".md"],
];

/** Notes on what a course's author has written and no package would hold. */
export function misnamedFiles({ topFiles, modules }: RawCourse): readonly Diagnostic[] {
  const inModules = [...modules.values()].flatMap(({ assets }) => assets.map(({ path }) => path));
  return [...topFiles, ...inModules].flatMap((path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const meant = meantName(path, name);
    if (meant === undefined || meant === name) return [];
    return meant === null ? [notPlainText(path, name)] : [misnamed(path, name, meant)];
  });
}

/** The name that would be read; `null` for a word processor's lesson, `undefined` for files of other kinds. */
function meantName(path: string, name: string): string | null | undefined {
  const folders = path.split("/").slice(0, -1);
  const plain = ENDINGS.reduce((text, [ending, right]) => text.replace(ending, right), name);
  const lower = inLowerCase(plain);
  if (folders.length === 0) return IN_COURSE.test(plain) ? lower : undefined;
  if (folders.length > 1) return undefined;
  if (folders[0] === "check-offs") return lower.endsWith(".yaml") ? plain.replace(/\.yaml$/i, ".yaml") : undefined;
  if (IN_MODULE.test(plain)) return lower;
  if (!/^\d+[-_ ]/.test(name)) return undefined;
  if (/\.(?:docx?|odt|rtf|pages)$/i.test(name)) return null;
  return /\.(?:txt|markdown|mdown|mkd|md)$/i.test(name) ? `${lower.replace(/\.md$/, "")}.md` : undefined;
}

/** All but what stands behind a language: the country of `pt-BR` is written in capitals. */
function inLowerCase(name: string): string {
  return name.replace(/^[^.]*(?:\.[a-z]{2,3}(?=[-.]))?|\.[a-z]+$/gi, (part) => part.toLowerCase());
}

function misnamed(file: string, name: string, meant: string): Diagnostic {
  return {
    code: "load/misnamed-file",
    severity: "error",
    message: `“${name}” is not read, because of its name.`,
    place: { file },
    help: `Rename it to “${meant}”. If your computer hides endings such as “.txt”, let it show them first.`,
  };
}

function notPlainText(file: string, name: string): Diagnostic {
  return {
    code: "load/not-plain-text",
    severity: "warning",
    message: `“${name}” is named like a lesson, and lessons are plain text.`,
    place: { file },
    help: "Copy its text into a file that ends in `.md`, and keep this one outside the course.",
  };
}
