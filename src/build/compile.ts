/** load → validate → assemble → lint, for the base of a course and each of its editions. */
import { andThen, type Diagnostic, hasErrors, type Noted, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Keep } from "../keep.ts";
import type { RawCourse } from "../load/raw-course.ts";
import type { Source } from "../load/source.ts";
import type { Assembled } from "../model/assembled.ts";
import type { Circumstances } from "../rules/rule.ts";
import { furtherMistakes } from "./further-mistakes.ts";

export interface CompileOptions extends Circumstances {
  readonly onStep?: ((step: string) => void) | undefined;
  readonly keep?: Keep | undefined;
  /** Says of a translated item, by its key, that it is up to date as it is. */
  readonly still?: ((key: string) => boolean) | undefined;
}

/** The course with its identifiers, and every mistake in its text; without a `language` that of the base. */
export async function compile(
  source: Source,
  { language, ...options }: CompileOptions & { readonly language?: string | undefined } = {},
): Promise<Outcome<Assembled>> {
  const folder = await openFolder(source, options);
  const picked = picks(folder, language === undefined ? undefined : [language]);
  return andThen(picked, async ([first]) => compileOne(await folder.read(first), folder.base, options));
}

/** Every edition, the base first; with `languages` only those. All mistakes of all are reported. */
export async function compileEditions(
  source: Source,
  { languages, ...options }: CompileOptions & { readonly languages?: readonly string[] | undefined } = {},
): Promise<Outcome<readonly Assembled[]>> {
  options.onStep?.("Reading the course");
  const folder = await openFolder(source, options);
  return andThen(picks(folder, languages), async (picked) => {
    const editions: Assembled[] = [];
    const notes: Diagnostic[] = [];
    for (const language of picked) {
      const made = await compileOne(await folder.read(language), folder.base, options);
      notes.push(...made.notes);
      if (made.ok) editions.push(made.value);
    }
    return settle(editions, distinct(notes));
  });
}

/** Whatever stands in several packages or editions has its mistakes once. */
export function distinct(notes: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** A course folder with its base read. */
export interface OpenFolder {
  readonly base: RawCourse;
  /** Of the editions, as their files' names write them. */
  readonly languages: readonly string[];
  /** Without a language the base. */
  read(language: string | undefined): Promise<Noted<RawCourse>>;
}

/** Reads the base, with which every edition is compared. */
export async function openFolder(source: Source, { keep }: Pick<CompileOptions, "keep"> = {}): Promise<OpenFolder> {
  const [{ loadCourse }, { languagesOf }] = await Promise.all([
    import("../load/raw-course.ts"),
    import("../load/editions.ts"),
  ]);
  const base = await loadCourse(source, { keep });
  return {
    base: base.value,
    languages: languagesOf(base.value),
    read: async (language) => (language === undefined ? base : loadCourse(source, { keep, language })),
  };
}

/** The editions asked for; `undefined` among them is the base, which goes by its language too. */
function picks(
  { base, languages }: OpenFolder,
  asked: readonly string[] | undefined,
): Outcome<readonly (string | undefined)[]> {
  const all = [undefined, ...languages];
  if (asked === undefined) return settle(all, []);
  const data = base.course?.value?.data;
  const written = typeof data === "object" && data !== null && "language" in data ? data.language : "en";
  const nameOf = (language: string | undefined) => (language ?? String(written)).toLowerCase();
  const known = all.map(nameOf);
  const unknown = asked.filter((name) => !known.includes(name.toLowerCase()));
  const notes = unknown.map(
    (name): Diagnostic => ({
      ...{ code: "call/unknown-language", severity: "error", message: `This course has no edition in “${name}”.` },
      help: `There are: ${known.join(", ")}.`,
    }),
  );
  const wanted = asked.map((name) => name.toLowerCase());
  return settle(
    all.filter((language) => wanted.includes(nameOf(language))),
    notes,
  );
}

async function compileOne(
  raw: Noted<RawCourse>,
  base: RawCourse,
  { onStep: _onStep, keep, still, today }: CompileOptions,
): Promise<Outcome<Assembled>> {
  const [{ validate }, { assemble }, { lint }, { RULES }] = await Promise.all([
    import("../validate/validate.ts"),
    import("../model/assemble.ts"),
    import("../rules/rule.ts"),
    import("../rules/index.ts"),
  ]);
  const checked = validate(raw.value, raw.value === base ? undefined : base, keep);
  const notes = [...raw.notes, ...checked.notes];
  if (!checked.ok || hasErrors(notes)) {
    const further = checked.readable ? await furtherMistakes(checked.readable) : [];
    return { ok: false, notes: distinct([...notes, ...further]) };
  }
  const assembled = await andThen(settle(checked.value, notes), (value) => assemble(value, still, keep));
  const judging = { ...(today !== undefined && { today }), ...(keep && { keep }) };
  return andThen(assembled, (value) => settle(value, lint({ ...value.course, ...value.papers }, RULES, judging)));
}
