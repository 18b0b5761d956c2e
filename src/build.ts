/** The pipeline: the only file, with `build/`, that knows every stage. Each stage is loaded when it is first needed. */
import { toolVersion } from "./assets.ts";
import { compileEditions, distinct } from "./build/compile.ts";
import { type BuildOptions, type Order, ordersOf } from "./build/order.ts";
import { type BuiltPackage, type Made, openPackingRoom, type PackingRoom } from "./build/packing.ts";
import { paperMistakes } from "./build/papers.ts";
import { openPress } from "./build/printing.ts";
import { andThen, type Diagnostic, hasErrors, type Noted, type Outcome, settle } from "./diagnostics/diagnostic.ts";
import type { Source } from "./load/source.ts";
import type { Assembled } from "./model/assembled.ts";
import type { Circumstances } from "./rules/rule.ts";

export { compile, compileEditions } from "./build/compile.ts";
export { type Drift, driftReport } from "./build/drift-report.ts";
export type { BuildOptions } from "./build/order.ts";
export { type BuiltPackage, openVerifier } from "./build/packing.ts";
export { type GuideOptions, guide, type WrittenGuide } from "./build/papers.ts";
export { repair } from "./build/repair.ts";
export { STATE_BUDGET } from "./tracking/codec.ts";

/** A course: the base, unless other languages were asked for. */
export interface Checked extends Assembled {
  /** The course in every language, the base first. */
  readonly editions: readonly Assembled[];
}

export interface Built extends Checked {
  readonly packages: readonly BuiltPackage[];
  /** Files among {@link packages} whose zips stayed: an earlier build made them of the same inputs. */
  readonly unchanged: readonly string[];
  /** Zips of earlier builds that were removed. */
  readonly removed: readonly string[];
}

/**
 * Builds a course's packages in every language. Nothing in the destination changes unless every package is sound. The lock
 * files are the caller's to write: the `lock` of each edition says how it must read.
 *
 * @returns errors with the code `call/*` when the options name what does not exist
 * @throws Error when the disk fails or this installation is incomplete
 */
export async function build(source: Source, options: BuildOptions): Promise<Outcome<Built>> {
  const compiled = await compileEditions(source, { onStep: options.onStep, languages: options.languages });
  const orders = await andThen(compiled, (editions) => ordersOf(editions, options));
  return andThen(orders, (accepted) => makeAll(accepted, options));
}

/**
 * Finds every problem of a course that a build would report, short of checking zips. Writes nothing.
 *
 * @param circumstances `today` as 2027-01-31, for lessons whose `review_by` has passed
 */
export async function check(source: Source, circumstances: Circumstances = {}): Promise<Outcome<Checked>> {
  const compiled = await compileEditions(source, circumstances);
  const orders = await andThen(compiled, (editions) => ordersOf(editions, {}));
  return andThen(orders, async (accepted) => {
    const notes: Diagnostic[] = [];
    for (const { edition, units, targets } of accepted) {
      const press = await openPress(edition, targets);
      notes.push(...units.flatMap((unit) => press(unit).notes), ...(await paperMistakes(edition)));
    }
    return settle(checkedOf(accepted), distinct(notes));
  });
}

/** The editions of orders, of which there is always one. */
function checkedOf(orders: readonly Order[]): Checked {
  const editions = orders.map(({ edition }) => edition);
  const [first] = editions;
  if (!first) throw new Error("A course has at least its base.");
  return { ...first, editions };
}

/** Only when all packages are sound do they reach the destination. */
async function makeAll(orders: readonly Order[], options: BuildOptions): Promise<Outcome<Built>> {
  const { install, standingPackages, withWaitingRoom } = await import("./pack/dist.ts");
  const checked = checkedOf(orders);
  const { id, version } = checked.course;
  return withWaitingRoom(options.out, async (folder) => {
    const room = await openPackingRoom(folder, await standingPackages(options.out, id));
    const notes: Diagnostic[] = [];
    const all: Made[] = [];
    for (const order of orders) {
      const made = await makePackages(order, room, options.onStep);
      notes.push(...made.notes);
      all.push(...made.value);
    }
    return andThen(settle(all, distinct(notes)), async () => {
      const packages = all.map(({ built }) => built);
      const unchanged = all.flatMap(({ built, unchanged }) => (unchanged ? [built.file] : []));
      const record = { tool: await toolVersion(), course: { id, version }, packages };
      const removed = await install(folder, options.out, record, { partial: isPartial(options), unchanged });
      return settle({ ...checked, packages, unchanged, removed }, []);
    });
  });
}

/** render → targets → pack → verify, one package after another, so that memory holds one at a time. */
async function makePackages(
  { edition, units, targets }: Order,
  packAs: PackingRoom,
  onStep: BuildOptions["onStep"],
): Promise<Noted<readonly Made[]>> {
  const notes: Diagnostic[] = [];
  const packages: Made[] = [];
  const press = await openPress(edition, targets);
  for (const unit of units) {
    onStep?.(`Building ${unit.title}`);
    const rendered = press(unit);
    notes.push(...rendered.notes);
    // Once something is wrong nothing is packed, but every package is still rendered for its mistakes.
    if (!rendered.ok || hasErrors(notes)) continue;
    for (const target of targets) {
      const made = await packAs(target, { course: edition.course, unit }, rendered.value);
      notes.push(...made.notes);
      packages.push(made.value);
    }
  }
  return { value: packages, notes };
}

function isPartial({ targets, modules, languages, timeFactor }: BuildOptions): boolean {
  return [targets, modules, languages, timeFactor].some((picked) => picked !== undefined);
}
