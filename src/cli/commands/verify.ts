import { resolve } from "node:path";
import { openVerifier } from "../../build.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { json, report } from "../report.ts";

/** `coursewright verify`: whether packages, also of other tools, would be imported, work and report their grade. */
export async function runVerify(
  io: Io,
  files: readonly string[],
  flags: { readonly json?: boolean },
): Promise<ExitCode> {
  const verify = await openVerifier();
  const results: { file: string; diagnostics: readonly Diagnostic[] }[] = [];
  for (const file of files) {
    io.step(`Checking ${file}`);
    results.push({ file, diagnostics: await readable(file, () => verify(resolve(io.cwd, file))) });
  }
  const notes = results.flatMap(({ diagnostics }) => diagnostics);
  const code = exitCodeOf(notes);
  if (flags.json) io.out(json({ ok: code === 0, packages: results }));
  else {
    for (const { file, diagnostics } of results) {
      io.out(diagnostics.length === 0 ? `${file}: nothing wrong\n` : `${file}:\n${await report(diagnostics, io)}`);
    }
  }
  return code;
}

async function readable(file: string, check: () => Promise<readonly Diagnostic[]>): Promise<readonly Diagnostic[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")))
      throw error;
    const help = "Name a zip file that exists.";
    return [{ code: "call/no-package", severity: "error", message: `There is no file “${file}” to check.`, help }];
  }
}
