/** The instructor's papers of a course: rendered like packages, but into documents of their own, which no package holds. */
import { guideStyle, templateSpecs, toolVersion } from "../assets.ts";
import { andThen, type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { type PackageFile, textFile } from "../files.ts";
import type { Source } from "../load/source.ts";
import type { Assembled } from "../model/assembled.ts";
import type { Papers } from "../model/papers.ts";
import { compileEditions, distinct } from "./compile.ts";
import { withOwn } from "./printing.ts";

export interface PaperOptions {
  /** The folder for the documents, made when it does not exist. */
  readonly out: string;
  /** Without it every edition. */
  readonly languages?: readonly string[];
  /** Leave out the answer key of the examination. */
  readonly withoutExam?: boolean;
  /** Only this check-off sheet. */
  readonly checkOff?: string;
}

/**
 * Writes a course's papers for instructors: the guide, and the check-off sheets. The same course gives the same bytes; nothing
 * is written when it has errors.
 *
 * @returns the documents' names in the folder
 */
export async function guide(
  source: Source,
  { out, languages, ...wishes }: PaperOptions,
): Promise<Outcome<readonly string[]>> {
  const compiled = await compileEditions(source, { languages });
  const documents = await andThen(compiled, (editions) => documentsOf(editions, wishes));
  return andThen(documents, async (files) => {
    const { writePapers } = await import("../pack/dist.ts");
    await writePapers(out, files);
    const names = files.map(({ path }) => path);
    return settle(names, []);
  });
}

type Wishes = Omit<PaperOptions, "out" | "languages">;

async function documentsOf(editions: readonly Assembled[], wishes: Wishes): Promise<Outcome<readonly PackageFile[]>> {
  const notes: Diagnostic[] = [...unknownSheet(editions, wishes.checkOff)];
  const files: PackageFile[] = [];
  for (const edition of editions) {
    const made = await documentsOfOne(edition, wishes);
    notes.push(...made.notes);
    files.push(...(made.ok ? made.value : []));
  }
  return settle(files, distinct(notes));
}

/** The documents of one edition, by the names that they have in the output folder. */
async function documentsOfOne(edition: Assembled, wishes: Wishes): Promise<Outcome<readonly PackageFile[]>> {
  const { course, papers } = edition;
  const { checkOff } = wishes;
  const [{ renderPapers, templates, engines, faults }, style, version, { paperFileName }] = await Promise.all([
    openOffice(edition),
    guideStyle(),
    toolVersion(),
    import("../pack/dist.ts"),
  ]);
  const options = { ...wishes, engines, style, generator: `Coursewright ${version}` };
  const rendered = renderPapers(course, papers, templates, options);
  if (!rendered.ok) return { ok: false, notes: [...rendered.notes, ...faults] };
  const { guide, checkOffs } = rendered.value;
  const document = (kind: string, html: string | undefined) =>
    html === undefined ? [] : [textFile(paperFileName(course, kind), html)];
  const files =
    checkOff === undefined
      ? [...document("guide", guide), ...document("check-off", checkOffs)]
      : document(`check-off-${checkOff}`, checkOffs);
  return settle(files, [...rendered.notes, ...faults]);
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
  return { ...office, templates, faults, engines: await enginesFor(course, textsOf(papers)) };
}

/** All Markdown of the papers. */
function textsOf({ opening, teaching, checkOffs }: Papers): readonly string[] {
  const notes = [...teaching.values()].flatMap(({ module, lessons }) => [
    module?.text ?? "",
    ...[...lessons.values()].map(({ text }) => text),
  ]);
  return [opening?.text ?? "", ...notes, JSON.stringify(checkOffs)];
}

function unknownSheet(editions: readonly Assembled[], id: string | undefined): readonly Diagnostic[] {
  const known = [...new Set(editions.flatMap(({ papers }) => papers.checkOffs.map((sheet) => sheet.id)))];
  if (id === undefined || known.includes(id)) return [];
  return [
    {
      code: "call/unknown-check-off",
      severity: "error",
      message: `There is no check-off sheet “${id}”.`,
      help: known.length === 0 ? "This course has none." : `Known: ${known.join(", ")}.`,
    },
  ];
}
