/** What a build is asked for, and what that names. */
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Assembled } from "../model/assembled.ts";
import { type CoursePackage, packagesOf } from "../model/packages.ts";
import type { Target } from "../targets/target.ts";

export interface BuildOptions {
  /** The folder for zips and build.json, made when it does not exist. */
  readonly out: string;
  /** Names of targets; without it those that the course names. */
  readonly targets?: readonly string[];
  /** Ids of modules; without it every package that the course asks for. */
  readonly modules?: readonly string[];
  /** Languages of editions, the base's among them; without it all. */
  readonly languages?: readonly string[];
  /**
   * For learners with an accommodation: only packages with a time limit are built, with so many times as long, in
   * hundredths (150 is half as long again). Their identifiers are the same, their file names say `-time1.5`.
   */
  readonly timeFactor?: number;
  /** Fail when the lock file would change, as it must not in continuous integration. */
  readonly frozen?: boolean;
  /** Told what is being done, in a few words. */
  readonly onStep?: (step: string) => void;
}

/** What is made of one edition. */
export interface Order {
  readonly edition: Assembled;
  readonly units: readonly CoursePackage[];
  readonly targets: readonly Target[];
}

/** Names → packages and targets of each edition; names that none of them knows are reported together with the known ones. */
export async function ordersOf(
  editions: readonly Assembled[],
  { targets, modules, frozen, timeFactor }: Pick<BuildOptions, "targets" | "modules" | "frozen" | "timeFactor">,
): Promise<Outcome<readonly Order[]>> {
  const { TARGETS } = await import("../targets/index.ts");
  const orders = editions.map((edition): Order => {
    const names = targets ?? edition.course.targets;
    const units = packagesOf(edition.course)
      .filter(({ name }) => !modules || (name !== undefined && modules.includes(name)))
      .flatMap((unit) => (timeFactor === undefined ? unit : withMoreTime(unit, timeFactor)));
    return { edition, units, targets: TARGETS.filter(({ name }) => names.includes(name)) };
  });
  const knownTargets = TARGETS.map(({ name }) => name);
  const knownModules = editions.flatMap(({ course }) => packagesOf(course).flatMap(({ name }) => name ?? []));
  const changed = frozen ? editions.filter(({ lock }) => lock.changed) : [];
  const notes = [
    ...(timeFactor !== undefined && orders.every(({ units }) => units.length === 0) ? [NO_TIME_LIMIT] : []),
    ...unknown("target", targets ?? [], knownTargets),
    ...unknown("module", modules ?? [], [...new Set(knownModules)]),
    ...changed.map(({ lock }) => lockWouldChange(lock.file)),
  ];
  return settle(orders, notes);
}

/** The same package with a longer time limit; none when it has no limit. */
function withMoreTime(unit: CoursePackage, factor: number): readonly CoursePackage[] {
  if (unit.name === undefined || !unit.modules.some(({ quiz }) => quiz?.limit)) return [];
  const modules = unit.modules.map((module) => {
    const { quiz } = module;
    if (!quiz?.limit) return module;
    const seconds = Math.ceil((quiz.limit.seconds * factor) / 100);
    return { ...module, quiz: { ...quiz, limit: { ...quiz.limit, seconds } } };
  });
  return [{ ...unit, modules, name: `${unit.name}-time${factor / 100}` }];
}

const NO_TIME_LIMIT: Diagnostic = {
  code: "call/no-time-limit",
  severity: "error",
  message: "No package that was asked for has a time limit to lengthen.",
  help: "Only the examination can have one: `minutes` in exam.yaml.",
};

function lockWouldChange(file: string): Diagnostic {
  return {
    ...{ code: "lock/would-change", severity: "error", place: { file } },
    message: `${file} does not match the course, and a frozen build must not change it.`,
    help: `Run “coursewright build” or “coursewright lock” without --frozen and commit ${file}.`,
  };
}

function unknown(kind: "target" | "module", names: readonly string[], known: readonly string[]): readonly Diagnostic[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: `call/unknown-${kind}`,
      severity: "error",
      message: `There is no ${kind} “${name}” to build.`,
      help: known.length === 0 ? `This course has no package for a single ${kind}.` : `Known: ${known.join(", ")}.`,
    }));
}
