/** The preview of a course: builds it in memory, serves it in the test LMS, and builds again when a file changes. */
import { type Draft, type DraftPackage, openWorkbench } from "../build/workbench.ts";
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Standard } from "../lms/profile.ts";
import { PROFILES } from "../lms/profiles/index.ts";
import { openDisk } from "./disk.ts";
import type { News, PackageNews } from "./news.ts";
import { startServer } from "./server.ts";
import { oneAtATime, watchFolder } from "./watch.ts";

export interface PreviewOptions {
  /** The folder with `course.yaml`. */
  readonly root: string;
  /** The first port that is tried; 0 takes any. */
  readonly port: number;
  /** Ids of modules; without it every package that the course asks for. */
  readonly modules?: readonly string[];
  /** Names of targets; without it those of the course. */
  readonly targets?: readonly string[];
  /** Of the edition that is shown; absent: the base. */
  readonly language?: string;
  /** The name of the LMS that is imitated at first. */
  readonly profile?: string;
  /** Findings as text for the page. */
  readonly textOf: (notes: readonly Diagnostic[]) => Promise<string>;
  /** Told after each build, the first included. */
  readonly onBuild: (notes: readonly Diagnostic[]) => Promise<void>;
}

export interface Preview {
  /** The page's address. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Starts a preview. A course with errors is no obstacle: the page shows them until they are mended.
 *
 * @returns errors with the code `call/*` when the options name what does not exist
 * @throws Error when the disk or the network fails
 */
export async function startPreview(options: PreviewOptions): Promise<Outcome<Preview>> {
  const wrong = unknownProfile(options.profile);
  if (wrong) return { ok: false, notes: [wrong] };
  const rebuild = openWorkbench(openDisk(options.root), {
    ...(options.targets && { targets: options.targets }),
    ...(options.modules && { modules: options.modules }),
    ...(options.language !== undefined && { language: options.language }),
  });
  const first = await rebuild();
  const ofCall = first.notes.filter(({ code }) => code.startsWith("call/"));
  if (ofCall.length > 0) return { ok: false, notes: ofCall };
  const server = await startServer(options.port);
  let latest: Draft | undefined;
  const show = async (outcome: Outcome<Draft>): Promise<void> => {
    if (outcome.ok) latest = outcome.value;
    const packages = latest?.packages ?? [];
    server.show({
      news: newsOf(latest, outcome.ok, await options.textOf(outcome.notes), options.profile),
      packageOf: (name) => packages.find((candidate) => candidate.name === name),
    });
    await options.onBuild(outcome.notes);
  };
  await show(first);
  const again = oneAtATime(async () => show(await rebuild().catch(unreadable)));
  const watch = await watchFolder(options.root, () => void again());
  // What was saved while the watch was being set up.
  await again();
  const close = async (): Promise<void> => {
    await watch.close();
    await server.close();
  };
  return settle({ address: `${server.origin}/`, close }, []);
}

function newsOf(draft: Draft | undefined, sound: boolean, findings: string, profile: string | undefined): News {
  const packages = (draft?.packages ?? []).flatMap((made): PackageNews[] => {
    const { name, title, target, runtime, fingerprint, plan, state } = made;
    if (runtime === "none") return [];
    return [
      {
        ...{ name, title, target, fingerprint, plan },
        standard: runtime,
        profile: profileFor(runtime, profile, draft?.course.lms),
        identifier: plan.identifier,
        ...masteryOf(made),
        largestState: state.characters,
      },
    ];
  });
  return { title: draft?.course.title ?? "", sound, findings, packages };
}

/** As the manifests write it: percent in SCORM 1.2, a share in SCORM 2004. */
function masteryOf({ mastery, runtime }: DraftPackage): { readonly mastery?: string } {
  if (mastery === undefined) return {};
  return { mastery: String(runtime === "scorm12" ? mastery / 100 : mastery / 10_000) };
}

/** The one asked for, else the course's own LMS, else plain SCORM: whichever knows the standard. */
function profileFor(standard: Standard, asked: string | undefined, lms: string | undefined): string {
  const able = PROFILES.filter(({ standards }) => standards.includes(standard));
  const own = able.find(({ name }) => name === asked) ?? able.find(({ name }) => name.split("-")[0] === lms);
  return own?.name ?? "plain";
}

function unknownProfile(name: string | undefined): Diagnostic | undefined {
  const known = PROFILES.map((profile) => profile.name);
  if (name === undefined || known.includes(name)) return undefined;
  const message = `There is no LMS “${name}” to imitate.`;
  return { code: "call/unknown-profile", severity: "error", message, help: `Known: ${known.join(", ")}.` };
}

/** A file that vanished between listing and reading, or a folder: the next change tries again. Anything else is a fault of the tool. */
function unreadable(reason: unknown): Outcome<Draft> {
  if (!(reason instanceof Error && "syscall" in reason)) throw reason;
  const message = `The course could not be read: ${reason.message}`;
  return { ok: false, notes: [{ code: "load/unreadable", severity: "error", message, help: "Save the file again." }] };
}
