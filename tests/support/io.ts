import type { ExitCode, Io } from "../../src/cli/command.ts";
import { run } from "../../src/cli/program.ts";

/** What one call of the command line printed and returned. */
export interface Call {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly steps: readonly string[];
}

/** Runs the command line in this process. */
export async function call(cwd: string, ...args: readonly string[]): Promise<Call> {
  const printed = { out: "", err: "" };
  const steps: string[] = [];
  const io: Io = {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    step: (what) => {
      steps.push(what);
    },
    cwd,
    color: false,
  };
  return { code: await run(args, io), ...printed, steps };
}
