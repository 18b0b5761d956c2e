import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Cost, costOf, middleOf } from "./cost.ts";

export const SPEED_SIZES = ["small", "medium", "large"] as const;

/** From the design: measured on another machine, which is why the floor stands beside them. */
const QUOTED: Readonly<Record<(typeof SPEED_SIZES)[number], { readonly floor: Cost; readonly target: Cost }>> = {
  small: { floor: { seconds: 0.31, megabytes: 65 }, target: { seconds: 0.8, megabytes: 140 } },
  medium: { floor: { seconds: 0.9, megabytes: 85 }, target: { seconds: 1.8, megabytes: 180 } },
  large: { floor: { seconds: 4.3, megabytes: 129 }, target: { seconds: 7, megabytes: 300 } },
};

const RUNS = 3;

interface Folders {
  readonly root: string;
  readonly scratch: string;
}

/** A row: the floor, the tool with one target and all checks, and what a second target in the same run adds. */
export async function speedOf(
  name: (typeof SPEED_SIZES)[number],
  course: string,
  { root, scratch }: Folders,
): Promise<readonly string[]> {
  const run = (...script: readonly string[]): Promise<Cost> =>
    fresh(scratch, script, join(root, "tests/bench/measure.mjs"));
  const build = (targets: string): Promise<Cost> =>
    run(join(root, "dist/tool/cli.js"), "build", course, "--target", targets);
  // The first build writes the lock file, which is there in daily work.
  await build("scorm12");
  const floor = await middleOf(RUNS, () => run(join(root, "tests/bench/floor.mjs"), course));
  const one = await middleOf(RUNS, () => build("scorm12"));
  const two = await middleOf(RUNS, () => build("scorm12,scorm2004"));
  const { floor: quotedFloor, target } = QUOTED[name];
  return [
    name,
    figure(floor),
    `(${figure(quotedFloor)})`,
    figure(one),
    `(≤ ${figure(target)})`,
    `${(one.seconds / floor.seconds).toFixed(1)} (≤ ${(target.seconds / quotedFloor.seconds).toFixed(1)})`,
    `+${(two.seconds - one.seconds).toFixed(2)} · ${Math.round(two.megabytes)}`,
  ];
}

/** Every run writes into an empty folder of its own. */
async function fresh(scratch: string, script: readonly string[], preload: string): Promise<Cost> {
  const out = join(scratch, "out");
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  return costOf(preload, [...script, "--out", out], scratch);
}

function figure({ seconds, megabytes }: Cost): string {
  return `${seconds.toFixed(2)} · ${Math.round(megabytes)}`;
}
