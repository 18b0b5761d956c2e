/** The instructor's papers of a course: rendered like packages, but into documents of their own, which no package holds. */
import { guideStyle, templateSpecs, toolVersion } from "../assets.ts";
import { andThen, type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Source } from "../load/source.ts";
import type { Assembled } from "../model/assembled.ts";
import type { Course } from "../model/course.ts";
import type { Papers } from "../model/papers.ts";
import type { Paper } from "../pack/papers.ts";
import { compileEditions, distinct } from "./compile.ts";
import { withOwn } from "./printing.ts";

export interface GuideOptions {
  /** The folder for the documents, made when it does not exist. */
  readonly out: string;
  /** Without it every edition. */
  readonly languages?: readonly string[];
  /** Leave out every answer key. */
  readonly withoutKey?: boolean;
  /** Leave out the answer key of the examination. */
  readonly withoutExam?: boolean;
  /** Only a guide of these modules' chapters, by their ids. */
  readonly modules?: readonly string[];
  /** Only this check-off sheet. */
  readonly checkOff?: string;
}

/** What {@link guide} wrote. */
export interface WrittenGuide {
  /** The documents' names in the folder. */
  readonly documents: readonly string[];
  /** Documents of earlier runs that were removed. */
  readonly removed: readonly string[];
}

/**
 * Writes a course's papers for instructors: the guide, and the check-off sheets. The same course gives the same bytes; nothing
 * is written when it has errors.
 *
 * @returns errors with the code `call/*` when the options name what does not exist
 * @throws Error when the disk fails or this installation is incomplete
 */
export async function guide(
  source: Source,
  { out, languages, ...wishes }: GuideOptions,
): Promise<Outcome<WrittenGuide>> {
  const compiled = await compileEditions(source, { languages });
  return andThen(compiled, async (editions) =>
    andThen(await documentsOf(editions, wishes), async (papers) => {
      const { writePapers } = await import("../pack/papers.ts");
      const partial = [languages, wishes.modules, wishes.checkOff].some((picked) => picked !== undefined);
      const removed = await writePapers(out, { tool: await toolVersion(), course: namesOf(editions) }, papers, partial);
      return settle({ documents: papers.map(({ record }) => record.file), removed }, []);
    }),
  );
}

/** What all editions share. */
function namesOf([first]: readonly Assembled[]): Pick<Course, "id" | "version"> {
  if (!first) throw new Error("A course has at least its base.");
  const { id, version } = first.course;
  return { id, version };
}

type Wishes = Omit<GuideOptions, "out" | "languages">;

async function documentsOf(editions: readonly Assembled[], wishes: Wishes): Promise<Outcome<readonly Paper[]>> {
  const notes: Diagnostic[] = [...unknownNames(editions, wishes)];
  const papers: Paper[] = [];
  for (const edition of editions) {
    const made = await documentsOfOne(edition, wishes);
    notes.push(...made.notes);
    papers.push(...(made.ok ? made.value : []));
  }
  return settle(papers, distinct(notes));
}

/** The documents of one edition. */
async function documentsOfOne(edition: Assembled, wishes: Wishes): Promise<Outcome<readonly Paper[]>> {
  const { course, papers } = edition;
  const { checkOff, modules } = wishes;
  // An edition may lack the modules that were asked for.
  if (modules && !course.modules.some(({ id }) => modules.includes(id))) return settle([], []);
  const [{ renderPapers, templates, engines, faults }, style, version, { paperFileName }] = await Promise.all([
    openOffice(edition),
    guideStyle(),
    toolVersion(),
    import("../pack/papers.ts"),
  ]);
  const options = { ...wishes, engines, style, generator: `Coursewright ${version}` };
  const rendered = renderPapers(course, papers, templates, options);
  if (!rendered.ok) return { ok: false, notes: [...rendered.notes, ...faults] };
  const { guide, checkOffs } = rendered.value;
  const document = (kind: string, html: string | undefined): readonly Paper[] =>
    html === undefined
      ? []
      : [{ record: { file: paperFileName(course, kind), kind, language: course.language }, html }];
  const wanted = () => {
    if (checkOff !== undefined) return document(`check-off-${checkOff}`, checkOffs);
    if (modules !== undefined) return document(["guide", ...modules].join("-"), guide);
    return [...document("guide", guide), ...document("check-off", checkOffs)];
  };
  return settle(wanted(), [...rendered.notes, ...faults]);
}

/** What is wrong in the texts that stand in the papers alone. */
export async function paperMistakes(assembled: Assembled): Promise<readonly Diagnostic[]> {
  const { course, papers } = assembled;
  if (papers.opening === undefined && papers.teaching.size + papers.checkOffs.length === 0) return [];
  const { mistakesInPapers, templates, engines, faults } = await openOffice(assembled);
  return [...mistakesInPapers(course, papers, templates, engines), ...faults];
}

/** Loads what the papers are made with. */
async function openOffice({ course, papers }: Assembled) {
  const [office, { enginesFor }, { createTemplates }, specs] = await Promise.all([
    import("../guide/papers.ts"),
    import("../render/engines.ts"),
    import("../render/templates.ts"),
    templateSpecs(),
  ]);
  const faults: Diagnostic[] = [];
  const templates = await withOwn(course, createTemplates(specs), { names: Object.keys(specs), faults });
  return { ...office, templates, faults, engines: await enginesFor(course, { more: textsOf(papers) }) };
}

/** All Markdown of the papers. */
function textsOf({ opening, teaching, checkOffs }: Papers): readonly string[] {
  const notes = [...teaching.values()].flatMap(({ module, lessons }) => [
    module?.text ?? "",
    ...[...lessons.values()].map(({ text }) => text),
  ]);
  return [opening?.text ?? "", ...notes, JSON.stringify(checkOffs)];
}

function* unknownNames(editions: readonly Assembled[], { checkOff, modules = [] }: Wishes): Generator<Diagnostic> {
  const sheets = editions.flatMap(({ papers }) => papers.checkOffs.map(({ id }) => id));
  if (checkOff !== undefined) yield* unknown("check-off", "check-off sheet", checkOff, sheets);
  const known = editions.flatMap(({ course }) => course.modules.map(({ id }) => id));
  for (const module of modules) yield* unknown("module", "module", module, known);
}

function unknown(area: string, thing: string, name: string, names: readonly string[]): readonly Diagnostic[] {
  const known = [...new Set(names)];
  if (known.includes(name)) return [];
  return [
    {
      code: `call/unknown-${area}`,
      severity: "error",
      message: `There is no ${thing} “${name}”.`,
      help: known.length === 0 ? "This course has none." : `Known: ${known.join(", ")}.`,
    },
  ];
}
