/** A course that is built in memory again and again: what did not change is kept. Nothing is written, zipped or verified. */
import { andThen, type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { mergeFiles, type PackageFile, sha256 } from "../files.ts";
import { type Keep, keeper } from "../keep.ts";
import type { Source } from "../load/source.ts";
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { Runtime, Target } from "../targets/target.ts";
import type { StateBudget } from "../tracking/budget.ts";
import type { Plan } from "../tracking/plan.ts";
import type { Hundredths } from "../tracking/policy.ts";
import { compile } from "./compile.ts";
import { lockInMemory } from "./lock-in-memory.ts";
import { type Order, ordersOf } from "./order.ts";
import { allControlDocuments, openPlayers, type PackageOf, type Player, type Players } from "./packing.ts";
import { openPress, type Printed } from "./printing.ts";

/** A course as it is now, without a zip. */
export interface Draft {
  readonly course: Course;
  readonly packages: readonly DraftPackage[];
}

export interface DraftPackage {
  /** The zip's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly target: string;
  readonly runtime: Runtime;
  readonly plan: Plan;
  readonly state: StateBudget;
  /** The pass mark in the manifest, where it may carry one. */
  readonly mastery?: Hundredths;
  /** Changes whenever anything changes that the learner can meet. */
  readonly fingerprint: string;
  /** A file of the zip by its path in it; `undefined` when there is none. Descriptors are made when first asked for. */
  file(path: string): Promise<PackageFile | undefined>;
}

export interface WorkbenchOptions {
  readonly targets?: readonly string[];
  readonly modules?: readonly string[];
  /** Of one edition; absent: the base. */
  readonly language?: string;
}

/** Builds the course as it is now. */
export type Rebuild = () => Promise<Outcome<Draft>>;

type Press = (unit: CoursePackage) => Outcome<Printed>;

/** Lays out a course for rebuilding; `options` as for a build, names that do not exist are `call/*` errors. */
export function openWorkbench(disk: Source, { language, ...options }: WorkbenchOptions): Rebuild {
  const lock = lockInMemory(disk);
  const keep = keeper();
  const playerFor = openPlayers();
  return async () => {
    const compiled = await compile(lock.source, { keep, language });
    return andThen(compiled, async (assembled) => {
      const value = { ...assembled, ever: lock.accept(assembled) };
      const orders = await ordersOf([value], options);
      return andThen(orders, async ([order]) => {
        if (!order) throw new Error("There is an order for each edition.");
        return drafts(order, await openPress(value, order.targets, keep), { playerFor, keep });
      });
    });
  };
}

async function drafts(
  { edition: { course }, units, targets }: Order,
  press: Press,
  { playerFor, keep }: { readonly playerFor: Players; readonly keep: Keep },
): Promise<Outcome<Draft>> {
  const notes: Diagnostic[] = [];
  const packages: DraftPackage[] = [];
  for (const unit of units) {
    const printed = press(unit);
    notes.push(...printed.notes);
    if (!printed.ok) continue;
    for (const target of targets) {
      const player = await playerFor(target.runtime);
      packages.push(await draft({ course, unit }, target, { printed: printed.value, player, keep }));
    }
  }
  return settle({ course, packages }, notes);
}

interface Parts {
  readonly printed: Printed;
  readonly player: Player;
  readonly keep: Keep;
}

async function draft(
  { course, unit }: PackageOf,
  target: Target,
  { printed, player, keep }: Parts,
): Promise<DraftPackage> {
  const [{ packageFileName }, { manifestMastery }] = await Promise.all([
    import("../pack/dist.ts"),
    import("../targets/ims.ts"),
  ]);
  const mastery = manifestMastery(unit);
  const { plan, state } = printed;
  const name = packageFileName(course, unit.name, target.name).replace(/\.zip$/, "");
  const { content, fingerprint } = keep(`build/draft ${name}`, [printed, player], () => ({
    content: mergeFiles(printed.files, player.files),
    fingerprint: sha256(printed.files.map(({ path, sha256 }) => `${path} ${sha256}`).join("\n")),
  }));
  let described: Promise<readonly PackageFile[]> | undefined;
  const describe = async (): Promise<readonly PackageFile[]> =>
    target.describe(course, unit, content, await allControlDocuments());
  return {
    name,
    title: unit.title,
    target: target.name,
    runtime: target.runtime,
    ...{ plan, state },
    ...(mastery === undefined ? {} : { mastery }),
    fingerprint,
    async file(path) {
      const found = content.find((file) => file.path === path);
      if (found) return found;
      described ??= describe();
      return (await described).find((file) => file.path === path);
    },
  };
}
