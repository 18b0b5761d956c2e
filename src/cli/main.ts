#!/usr/bin/env node
/** The command line: the one file that knows the process. */
import { createInterface } from "node:readline/promises";
import { run } from "./program.ts";
import { progressOn } from "./progress.ts";

const { stdin, stdout, stderr, env } = process;
const progress = progressOn(stderr.isTTY ? (text) => stderr.write(text) : undefined);
const write = (stream: NodeJS.WriteStream) => (text: string) => {
  if (text === "") return;
  progress.clear();
  stream.write(text);
};

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  // The end of input is no answer, and must not leave the question open.
  const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  const answer = await Promise.race([lines.question(question), ended]);
  lines.close();
  return answer;
}

process.exitCode = await run(process.argv.slice(2), {
  out: write(stdout),
  err: write(stderr),
  step: progress.step,
  ...(stdin.isTTY && stderr.isTTY ? { ask } : {}),
  cwd: process.cwd(),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    }),
  color: stderr.isTTY === true && stdout.isTTY === true && !env.NO_COLOR,
});
progress.clear();
