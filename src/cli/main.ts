#!/usr/bin/env node
/** The command line: the one file that knows the process. */
import { run } from "./program.ts";
import { progressOn } from "./progress.ts";

const { stdout, stderr, env } = process;
const progress = progressOn(stderr.isTTY ? (text) => stderr.write(text) : undefined);
const write = (stream: NodeJS.WriteStream) => (text: string) => {
  if (text === "") return;
  progress.clear();
  stream.write(text);
};

process.exitCode = await run(process.argv.slice(2), {
  out: write(stdout),
  err: write(stderr),
  step: progress.step,
  cwd: process.cwd(),
  color: stderr.isTTY === true && stdout.isTTY === true && !env.NO_COLOR,
});
progress.clear();
