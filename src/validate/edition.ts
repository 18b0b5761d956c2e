/** An edition beside its base: the same course in another language, with a file of its own for each text. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { inLanguage, languagesOf } from "../load/editions.ts";
import type { RawCourse, RawModule } from "../load/raw-course.ts";
import { comparisonOf } from "../translation/drift.ts";
import type { CheckedEdition } from "./checked.ts";

const LOCK = "course.lock.yaml";

/** What an edition carries on beside its own course. */
export function editionOf(raw: RawCourse, base: RawCourse): CheckedEdition {
  const files = raw.translations.filter(({ language }) => language === raw.language);
  return { language: raw.language ?? "", comparison: comparisonOf(base, raw), files };
}

/** What keeps an edition from being the same course as its base. */
export function checkEdition(raw: RawCourse, base: RawCourse): readonly Diagnostic[] {
  return [...sameCourse(raw, base), ...itsLanguage(raw, base), ...missingFiles(raw, base), ...withoutBase(raw)];
}

function sameCourse(raw: RawCourse, base: RawCourse): readonly Diagnostic[] {
  const source = raw.course?.value;
  if (!source || !base.course?.value) return [];
  const defaults = { id: "", version: "1" };
  return (["id", "version"] as const).flatMap((key): readonly Diagnostic[] => {
    const [own, theirs] = [raw, base].map((each) => textAt(each, key) ?? defaults[key]);
    if (own === theirs) return [];
    const message = `\`${key}\` is “${own}” here and “${theirs}” in course.yaml; an edition is the same course.`;
    const place = source.placeOf([key]);
    return [
      { code: `translation/other-${key}`, severity: "error", message, place, help: `Write \`${key}: "${theirs}"\`.` },
    ];
  });
}

function itsLanguage(raw: RawCourse, base: RawCourse): readonly Diagnostic[] {
  const source = raw.course?.value;
  if (!source) return [];
  const [written = "en", theirs = "en", named = ""] = [textAt(raw, "language"), textAt(base, "language"), raw.language];
  const place = source.placeOf(["language"]);
  if (canonical(theirs) === canonical(named)) {
    const message = `The course is in “${theirs}” already: course.yaml says so.`;
    const help = "Give this file the name of another language, or remove it.";
    return [{ code: "translation/same-language", severity: "error", message, place, help }];
  }
  // `es-US` is Spanish too, and says how its readers write numbers.
  if (`${canonical(written)}-`.startsWith(`${canonical(named)}-`)) return [];
  const message = `The file's name says “${named}” and \`language\` says “${written}”.`;
  const help = `Write \`language: ${named}\`, or with a country behind it.`;
  return [{ code: "translation/other-language", severity: "error", message, place, help }];
}

/** Of the modules that the edition has, every text must be there; `module.yaml` is missed wherever it is missing. */
function missingFiles(raw: RawCourse, base: RawCourse): readonly Diagnostic[] {
  const there = new Set(raw.translations.map(({ file }) => file));
  const needed = [...raw.modules.keys()].flatMap((id) => textsOf(base.modules.get(id)));
  return needed.flatMap((path): readonly Diagnostic[] => {
    const file = inLanguage(path, raw.language);
    if (there.has(file)) return [];
    const message = `“${path}” has no translation into “${raw.language}”.`;
    const help = `Write the file \`${file}\`, or leave the module out of \`modules\` in \`${raw.course?.file}\`.`;
    return [{ code: "translation/missing-file", severity: "error", message, place: { file }, help }];
  });
}

function textsOf(module: RawModule | undefined): readonly string[] {
  if (!module) return [];
  return [...module.lessons, module.quizYaml, module.quizMarkdown].flatMap((read) => read?.file ?? []);
}

function withoutBase({ translations, language }: RawCourse): readonly Diagnostic[] {
  return translations
    .filter((each) => each.language === language && !each.hasBase && each.path !== LOCK)
    .map(({ file, path }) => ({
      ...{ code: "translation/no-base", severity: "warning", place: { file } },
      message: `There is no “${path}” that this file could translate.`,
      help: "Give it the name of the file that it translates, with the language before the ending; or write that file.",
    }));
}

/** Files in languages that the course has no edition in. */
export function strayTranslations({ translations }: RawCourse): readonly Diagnostic[] {
  const editions = new Set(languagesOf({ translations }));
  // The lock file of an edition that is gone waits for its return, as learners do.
  const strays = translations.filter(({ path, language }) => path !== LOCK && !editions.has(language));
  return [...new Set(strays.map(({ language }) => language))].flatMap((language): readonly Diagnostic[] => {
    const files = strays.filter((each) => each.language === language).map(({ file }) => file);
    const [first = ""] = files;
    const course = inLanguage("course.yaml", language);
    const message = `${files.length === 1 ? "This file is" : `${files.length} files are`} in “${language}”, and there is no \`${course}\`.`;
    const help = `Write \`${course}\` to build the course in this language too, or take the language out of the name.`;
    return [{ code: "translation/no-course", severity: "warning", message, place: { file: first }, help }];
  });
}

function textAt({ course }: RawCourse, key: string): string | undefined {
  const data = course?.value?.data;
  // A map of texts, lists and maps: see `Placed`.
  const value =
    typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Tags that mean the same language are one; what is no tag stays as it is, for the schema to report. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    // A RangeError is how ECMA-402 (9.2.1) says that the tag is malformed.
    return tag;
  }
}
