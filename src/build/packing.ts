import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { controlDocuments, playerFiles, toolFingerprint } from "../assets.ts";
import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import { mergeFiles, type PackageFile, sha256 } from "../files.ts";
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { PackageRecord, Standing } from "../pack/dist.ts";
import type { Remembered } from "../pack/zip.ts";
import type { ControlDocuments, Target } from "../targets/target.ts";
import type { StateBudget } from "../tracking/budget.ts";
import type { Verify } from "../verify/index.ts";
import type { Printed } from "./printing.ts";

/** One package as it stands in the folder and in build.json. */
export interface BuiltPackage extends PackageRecord {
  readonly title: string;
  /** The largest resume state that any learner can have. */
  readonly state: StateBudget;
  /** Script and style that every page loads, in bytes after gzip. */
  readonly playerGzip: number;
  readonly content: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** A package, and whether the zip of an earlier build is it. */
export interface Made {
  readonly built: BuiltPackage;
  readonly unchanged: boolean;
}

/** Packs a rendered package for a target and checks the zip, unless it stands there already. */
export type PackingRoom = (target: Target, of: PackageOf, printed: Printed) => Promise<Noted<Made>>;

/** A package and the course that it is of. */
export interface PackageOf {
  readonly course: Course;
  readonly unit: CoursePackage;
}

/**
 * Loads packer and checker once.
 *
 * @param folder for new zips
 * @param standing knows the zips of an earlier build
 */
export async function openPackingRoom(folder: string, standing: Standing): Promise<PackingRoom> {
  const [{ pack }, { packageFileName }, documents] = await Promise.all([
    import("../pack/zip.ts"),
    import("../pack/dist.ts"),
    allControlDocuments(),
  ]);
  const verify = await openVerifier(documents);
  const playerFor = openPlayers();
  const remembered: Remembered = new WeakMap();
  // Deflating is zlib's: other versions of it may write other bytes.
  const tool = `${await toolFingerprint()} ${process.versions.zlib}`;
  return async (target, { course, unit }, { files, state }) => {
    const player = await playerFor(target.runtime);
    const content = mergeFiles(files, player.files);
    const file = packageFileName(course, unit.name, target.name);
    const path = join(folder, file);
    const all = mergeFiles(content, target.describe(course, unit, content, documents));
    const inputs = sha256([tool, ...all.map(({ path, size, sha256 }) => `${path} ${size} ${sha256}`)].join("\n"));
    const old = await standing(file, inputs);
    const packed = old ?? (await pack(all, path, remembered));
    const notes = old ? [] : (await verify(path)).map((note) => inPackage(note, file));
    const built: BuiltPackage = {
      file,
      ...(unit.name === undefined ? {} : { module: unit.name }),
      language: course.language,
      target: target.name,
      title: unit.title,
      ...packed,
      ...(notes.length === 0 && { inputs }),
      state,
      playerGzip: player.gzip,
      content: content.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
    };
    return { value: { built, unchanged: old !== undefined }, notes };
  };
}

/** The conformance checker with the standard bodies' schema files; it compiles each set once. */
export async function openVerifier(documents?: ControlDocuments): Promise<Verify> {
  const { createVerifier } = await import("../verify/index.ts");
  return createVerifier({ documents: documents ?? (await allControlDocuments()) });
}

export async function allControlDocuments(): Promise<ControlDocuments> {
  const [scorm12, third, fourth] = await Promise.all([
    controlDocuments("scorm12"),
    controlDocuments("scorm2004-3rd"),
    controlDocuments("scorm2004-4th"),
  ]);
  return { scorm12, "scorm2004-3rd": third, "scorm2004-4th": fourth };
}

type Runtime = Target["runtime"];

export type Players = (runtime: Runtime) => Promise<Player>;

export interface Player {
  readonly files: readonly PackageFile[];
  /** In bytes. */
  readonly gzip: number;
}

/** Reads and weighs each runtime's player once; that its files are the same objects in every package spares more work. */
export function openPlayers(): Players {
  const players = new Map<Runtime, Promise<Player>>();
  const read = async (runtime: Runtime): Promise<Player> => {
    const files = await playerFiles(runtime);
    return { files, gzip: files.reduce((sum, each) => sum + gzipped(each), 0) };
  };
  return (runtime) => {
    const player = players.get(runtime) ?? read(runtime);
    players.set(runtime, player);
    return player;
  };
}

function gzipped({ content }: PackageFile): number {
  return content.kind === "bytes" ? gzipSync(content.bytes).byteLength : 0;
}

/** The checker names files as they stand in the zip; here it must also be clear in which. */
function inPackage(note: Diagnostic, file: string): Diagnostic {
  if (!note.place || note.place.file === file) return note;
  return { ...note, place: { ...note.place, file: `${file}/${note.place.file}` } };
}
