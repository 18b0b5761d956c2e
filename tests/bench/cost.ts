import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

/** What one process used. */
export interface Cost {
  /** User and system CPU time. */
  readonly seconds: number;
  /** Peak resident memory, in units of 1,024² bytes. */
  readonly megabytes: number;
}

/**
 * Runs a script in a Node process of its own and gives what it used, start of Node included.
 *
 * @param preload the path of measure.mjs.
 * @throws Error with the process's own output when it fails.
 */
export async function costOf(preload: string, script: readonly string[], scratch: string): Promise<Cost> {
  const report = join(scratch, "cost.json");
  const child = spawn(process.execPath, ["--import", pathToFileURL(preload).href, ...script], {
    cwd: scratch,
    env: { ...process.env, BENCH_REPORT: report },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (code !== 0) throw new Error(`node ${script.join(" ")} ended with ${String(code)}:\n${out}${err}`);
  const cost: Cost = JSON.parse(await readFile(report, "utf8"));
  await rm(report);
  return cost;
}

/** The run in the middle, by CPU time, of an odd number of runs: other work on the machine only ever adds to some. */
export async function middleOf(runs: number, run: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let at = 0; at < runs; at += 1) costs.push(await run());
  const middle = costs.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error("A measurement needs at least one run.");
  return middle;
}
