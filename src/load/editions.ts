/** An edition is the course in a further language. Its texts lie beside those of the base: `career/01-pay.es.md`. */

/** A text file of an edition. */
export interface TranslatedFile {
  readonly file: string;
  /** What it translates; everything in the course calls it by this name. */
  readonly path: string;
  /** BCP 47, as the file's name writes it. */
  readonly language: string;
  /** False when there is no file at `path`. */
  readonly hasBase: boolean;
}

/** The texts of a course: files of its folder and of the folders in it. What lies deeper, as in `assets`, all editions share. */
const TEXT = /^(?:[^/]+\/)?[^/]+\.(?:md|yaml)$/;
/** Two or three letters, as all languages in use have (RFC 5646, 2.2.1): `01-pay.draft.md` is no translation. */
const LANGUAGE = /\.([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)(\.[a-z]+)$/;

/** The files of every edition but the base. */
export function translatedFiles(paths: readonly string[]): readonly TranslatedFile[] {
  const all = new Set(paths);
  return paths.flatMap((file) => {
    const [ending, language] = (TEXT.test(file) && LANGUAGE.exec(file)) || [];
    if (ending === undefined || language === undefined) return [];
    const path = basePath(file);
    return [{ file, path, language, hasBase: all.has(path) }];
  });
}

/** The languages that have a course file of their own, beside the base. */
export function languagesOf({ translations }: { readonly translations: readonly TranslatedFile[] }): readonly string[] {
  return translations.flatMap(({ path, language }) => (path === "course.yaml" ? language : []));
}

/** What an edition sees: the files that there are for it, by the names that the base has for them, in code-unit order. */
export function filesOf(paths: readonly string[], language: string | undefined): ReadonlyMap<string, string> {
  const translated = translatedFiles(paths);
  const others = new Set(translated.map(({ file }) => file));
  const shared = paths.filter((path) => !others.has(path) && (language === undefined || !TEXT.test(path)));
  const own = translated.filter((each) => each.language === language);
  const files = [...shared.map((path) => [path, path] as const), ...own.map(({ path, file }) => [path, file] as const)];
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `career/module.yaml` → `career/module.es.yaml`; without a language the path itself. */
export function inLanguage(path: string, language: string | undefined): string {
  return language === undefined ? path : path.replace(/\.[a-z]+$/, (ending) => `.${language}${ending}`);
}

/** `career/module.es.yaml` → `career/module.yaml`; a file of the base stays as it is. */
export function basePath(file: string): string {
  return TEXT.test(file) ? file.replace(LANGUAGE, "$2") : file;
}
