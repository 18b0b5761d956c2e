/** The pipeline: the only file, with `build/`, that knows every stage. Each stage is loaded when it is first needed. */
import { toolVersion } from "./assets.ts";
import { furtherMistakes } from "./build/further-mistakes.ts";
import { type BuildOptions, type Order, orderOf } from "./build/order.ts";
import { type BuiltPackage, openPackingRoom } from "./build/packing.ts";
import { openPress } from "./build/printing.ts";
import { andThen, type Diagnostic, hasErrors, type Outcome, settle } from "./diagnostics/diagnostic.ts";
import type { Keep } from "./load/raw-course.ts";
import type { Source } from "./load/source.ts";
import type { Assembled } from "./model/assembled.ts";
import type { Circumstances } from "./rules/rule.ts";

export type { BuildOptions } from "./build/order.ts";
export { type BuiltPackage, openVerifier } from "./build/packing.ts";
export { repair } from "./build/repair.ts";
export { STATE_BUDGET } from "./tracking/codec.ts";

export interface Built extends Assembled {
  readonly packages: readonly BuiltPackage[];
  /** Zips of earlier builds that were removed. */
  readonly removed: readonly string[];
}

/**
 * Builds a course's packages. Nothing in the destination changes unless every package is sound. The lock file is the
 * caller's to write: `value.lock` says how it must read.
 *
 * @returns errors with the code `call/*` when the options name what does not exist
 * @throws Error when the disk fails or this installation is incomplete
 */
export async function build(source: Source, options: BuildOptions): Promise<Outcome<Built>> {
  const assembled = await compile(source, { onStep: options.onStep });
  return andThen(assembled, async (value) => {
    const order = await orderOf(value, options);
    return andThen(order, (accepted) => makeAll(value, accepted, options));
  });
}

/**
 * Finds every problem of a course that a build would report, short of checking zips. Writes nothing.
 *
 * @param circumstances `today` as 2027-01-31, for lessons whose `review_by` has passed
 */
export async function check(source: Source, circumstances: Circumstances = {}): Promise<Outcome<Assembled>> {
  const assembled = await compile(source, circumstances);
  return andThen(assembled, async (value) => {
    const order = await orderOf(value, {});
    return andThen(order, async ({ units, targets }) => {
      const press = await openPress(value, targets);
      return settle(value, distinct(units.flatMap((unit) => press(unit).notes)));
    });
  });
}

interface CompileOptions extends Circumstances {
  readonly onStep?: BuildOptions["onStep"] | undefined;
  readonly keep?: Keep | undefined;
}

/** load → validate → assemble → lint: the course with its identifiers, and every mistake in its text. */
export async function compile(
  source: Source,
  { onStep, keep, ...circumstances }: CompileOptions = {},
): Promise<Outcome<Assembled>> {
  const [{ loadCourse }, { validate }, { assemble }, { lint }, { RULES }] = await Promise.all([
    import("./load/raw-course.ts"),
    import("./validate/validate.ts"),
    import("./model/assemble.ts"),
    import("./rules/rule.ts"),
    import("./rules/index.ts"),
  ]);
  onStep?.("Reading the course");
  const raw = await loadCourse(source, keep);
  const checked = validate(raw.value);
  const notes = [...raw.notes, ...checked.notes];
  if (!checked.ok || hasErrors(notes)) {
    const further = checked.readable ? await furtherMistakes(checked.readable) : [];
    return { ok: false, notes: distinct([...notes, ...further]) };
  }
  const assembled = await andThen(settle(checked.value, notes), assemble);
  return andThen(assembled, (value) => settle(value, lint({ ...value.course, ...value.papers }, RULES, circumstances)));
}

/** Only when all packages are sound do they reach the destination. */
async function makeAll(value: Assembled, order: Order, options: BuildOptions): Promise<Outcome<Built>> {
  const { install, withWaitingRoom } = await import("./pack/dist.ts");
  const { course } = value;
  return withWaitingRoom(options.out, async (folder) => {
    const made = await makePackages(value, order, { folder, onStep: options.onStep });
    return andThen(made, async (packages) => {
      const record = { tool: await toolVersion(), course: { id: course.id, version: course.version }, packages };
      const removed = await install(folder, options.out, record, isPartial(options));
      return settle({ ...value, packages, removed }, []);
    });
  });
}

/** render → targets → pack → verify, one package after another, so that memory holds one at a time. */
async function makePackages(
  value: Assembled,
  { units, targets }: Order,
  { folder, onStep }: { readonly folder: string; readonly onStep: BuildOptions["onStep"] },
): Promise<Outcome<readonly BuiltPackage[]>> {
  const notes: Diagnostic[] = [];
  const packages: BuiltPackage[] = [];
  const press = await openPress(value, targets);
  const packAs = await openPackingRoom(value.course, folder);
  for (const unit of units) {
    onStep?.(`Building ${unit.title}`);
    const rendered = press(unit);
    notes.push(...rendered.notes);
    // Once something is wrong nothing is packed, but every package is still rendered for its mistakes.
    if (!rendered.ok || hasErrors(notes)) continue;
    for (const target of targets) {
      const made = await packAs(target, unit, rendered.value);
      notes.push(...made.notes);
      packages.push(made.value);
    }
  }
  return settle(packages, distinct(notes));
}

function isPartial({ targets, modules, timeFactor }: BuildOptions): boolean {
  return targets !== undefined || modules !== undefined || timeFactor !== undefined;
}

/** A lesson that stands in two packages has its mistakes once. */
function distinct(notes: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
