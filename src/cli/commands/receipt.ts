import { andThen, type Diagnostic, settle } from "../../diagnostics/diagnostic.ts";
import { readSubject } from "../../forecast/package.ts";
import { fingerprint } from "../../tracking/codec.ts";
import { readReceipt } from "../../tracking/receipt.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { eachPackage, withPackages } from "../packages.ts";
import { NO_PROOF, unreadable, wordsOf, wrongOwner } from "../receipt-words.ts";
import { json, report } from "../report.ts";

export interface ReceiptFlags {
  /** A zip file or a course folder. */
  readonly package?: string;
  /** The learner's id in the LMS. */
  readonly learner?: string;
  readonly json?: boolean;
}

/** `coursewright receipt`: what a completion receipt states, and whether it is for this package and learner. */
export async function runReceipt(io: Io, code: string, flags: ReceiptFlags): Promise<ExitCode> {
  const reading = readReceipt(code);
  const notes: Diagnostic[] = [];
  if (reading.kind === "receipt") {
    notes.push(NO_PROOF);
    if (flags.package !== undefined) notes.push(...(await ofPackage(io, flags.package, reading.package)));
    if (flags.learner !== undefined && fingerprint(flags.learner) !== reading.learner) {
      notes.push(wrongOwner("learner", flags.learner));
    }
  } else notes.push(unreadable(reading.kind));
  const exit = exitCodeOf(notes);
  const stated = reading.kind === "receipt" ? reading.receipt : undefined;
  if (flags.json) io.out(json({ ok: exit === 0, ...(stated && { receipt: inDays(stated) }), diagnostics: notes }));
  else {
    if (stated) io.out(`${wordsOf(stated).join("\n")}\n`);
    io.err(await report(notes, io));
  }
  return exit;
}

function inDays({ day, score, ...rest }: { readonly day: number; readonly score?: number }): object {
  return {
    ...rest,
    ...(score === undefined ? {} : { score: score / 100 }),
    day: new Date(day).toISOString().slice(0, 10),
  };
}

/** Nothing when one of the packages is meant. */
async function ofPackage(io: Io, named: string, meant: number): Promise<readonly Diagnostic[]> {
  const identifiers = await withPackages(io, [named], (packages) =>
    eachPackage(packages, async ({ path }) =>
      andThen(await readSubject(path), ({ plan }) => settle(plan.identifier, [])),
    ),
  );
  if (!identifiers.ok) return identifiers.notes;
  const fits = identifiers.value.some((identifier) => fingerprint(identifier) === meant);
  return fits ? [] : [wrongOwner("package", named)];
}
