import { andThen, type Diagnostic, settle } from "../../diagnostics/diagnostic.ts";
import { folder } from "../../load/source.ts";
import { startPreview } from "../../preview/preview.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { courseFolder } from "../course-folder.ts";
import { json, report } from "../report.ts";

export interface PreviewFlags {
  readonly target?: readonly string[];
  readonly module?: readonly string[];
  readonly language?: string;
  readonly profile?: string;
  readonly port: number;
  readonly json?: boolean;
}

/** `coursewright preview`: serves the course until the caller has seen enough. Writes nothing. */
export async function runPreview(io: Io, named: string | undefined, flags: PreviewFlags): Promise<ExitCode> {
  const outcome = await andThen(await courseFolder(io.cwd, named), async (root) => {
    const source = folder(root);
    const preview = await startPreview({
      ...{ root, port: flags.port },
      ...(flags.target && { targets: flags.target }),
      ...(flags.module && { modules: flags.module }),
      ...(flags.language !== undefined && { language: flags.language }),
      ...(flags.profile !== undefined && { profile: flags.profile }),
      textOf: (notes) => report(notes, { ...io, color: false }, { source }),
      onBuild: newFindings(async (notes) => io.err(await report(notes, io, { source }))),
    });
    if (!preview.ok) return preview;
    const { address, close } = preview.value;
    io.out(flags.json ? json({ address }) : `${address}  Ctrl+C ends the preview.\n`);
    await io.untilStopped?.();
    await close();
    return settle(address, []);
  });
  io.err(await report(outcome.notes, io));
  return exitCodeOf(outcome.notes);
}

/** Calls on only when the findings differ from those of the build before. */
function newFindings(print: (notes: readonly Diagnostic[]) => Promise<void>) {
  let printed = "[]";
  return async (notes: readonly Diagnostic[]): Promise<void> => {
    const text = JSON.stringify(notes);
    if (text === printed) return;
    printed = text;
    await print(notes);
  };
}
