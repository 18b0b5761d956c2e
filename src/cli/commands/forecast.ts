import { andThen, type Diagnostic, type Outcome, settle } from "../../diagnostics/diagnostic.ts";
import { type Forecast, forecast, PROFILE_NAMES } from "../../forecast/forecast.ts";
import { readSubject } from "../../forecast/package.ts";
import { table } from "../../forecast/report.ts";
import { type ExitCode, exitCodeOf, type Io } from "../command.ts";
import { eachPackage, withPackages } from "../packages.ts";
import { json, report } from "../report.ts";

export interface ForecastFlags {
  readonly profile?: readonly string[];
  readonly json?: boolean;
}

interface PackageForecast {
  readonly file: string;
  readonly forecasts: readonly Forecast[];
}

/** `coursewright forecast`: the gradebook row of each scripted learner in each LMS, without a browser. */
export async function runForecast(io: Io, named: readonly string[], flags: ForecastFlags): Promise<ExitCode> {
  const outcome = await andThen(knownProfiles(flags.profile ?? []), (profiles) =>
    withPackages(io, named, (packages) =>
      eachPackage(packages, async ({ name, path }) => {
        io.step(`Forecasting ${name}`);
        const subject = await readSubject(path);
        return andThen(subject, async (value) =>
          settle({ file: name, forecasts: await forecast(value, profiles) }, []),
        );
      }),
    ),
  );
  const found = outcome.ok ? outcome.value : [];
  const notes = [...outcome.notes, ...found.flatMap(findings)];
  if (flags.json) io.out(json({ ok: exitCodeOf(notes) === 0, packages: found, diagnostics: notes }));
  else {
    io.out(found.map(({ file, forecasts }) => table(file, forecasts)).join(""));
    io.err(await report(notes, io));
  }
  return exitCodeOf(notes);
}

function knownProfiles(names: readonly string[]): Outcome<readonly string[] | undefined> {
  const unknown = names.filter((name) => !PROFILE_NAMES.includes(name));
  const notes = unknown.map(
    (name): Diagnostic => ({
      code: "call/unknown-profile",
      severity: "error",
      message: `There is no profile “${name}”.`,
      help: `Known: ${PROFILE_NAMES.join(", ")}.`,
    }),
  );
  return settle(names.length === 0 ? undefined : names, notes);
}

function findings({ file, forecasts }: PackageForecast): readonly Diagnostic[] {
  return forecasts.flatMap(({ rows }) =>
    rows.flatMap(({ notes }) => notes.map((note) => ({ ...note, place: { file } }))),
  );
}
