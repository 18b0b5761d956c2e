import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { toolVersion } from "../assets.ts";
import { isCalendarDate } from "../model/calendar.ts";
import type { ExitCode, Io } from "./command.ts";
import type { BuildFlags } from "./commands/build.ts";
import type { CheckFlags } from "./commands/check.ts";
import type { LockFlags } from "./commands/lock.ts";
import type { PreviewFlags } from "./commands/preview.ts";
import { addForecastCommands } from "./forecast-commands.ts";
import { list } from "./list.ts";
import { addNewCommands } from "./new-commands.ts";
import { addPaperCommands } from "./paper-commands.ts";

/** Runs one call of the command line. A command's code is loaded when it is called. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const program = new Command("coursewright")
    .description("Compiles lesson modules into SCORM packages whose grade arrives.")
    .version(await toolVersion())
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("Run “coursewright --help” for what there is.");
  addNewCommands(program, io, (code) => codes.push(code));
  addBuildCommands(program, io, (code) => codes.push(code));
  addViewCommands(program, io, (code) => codes.push(code));
  addPaperCommands(program, io, (code) => codes.push(code));
  addForecastCommands(program, io, (code) => codes.push(code));
  try {
    await program.parseAsync(args, { from: "user" });
    return codes[0] ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // The disk says no: that is for the caller to mend, and a stack would not help. Anything else is a fault of the tool.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    io.err(`error: ${error.message}\n`);
    return 1;
  }
}

const FOLDER = "the folder with course.yaml; else . or ./modules";

/** The commands that make and judge packages. */
function addBuildCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command("build")
    .description("build the course's packages")
    .argument("[folder]", FOLDER)
    .option("-t, --target <names>", "build only these formats, comma-separated", list)
    .option("-m, --module <ids>", "build only these modules' packages, comma-separated", list)
    .option("-l, --language <tags>", "build only these languages' packages, comma-separated", list)
    .option("-o, --out <folder>", "where packages go", "dist")
    .option("--time-factor <number>", "build timed packages alone, with so many times as long: 1.5", timeFactor)
    .option("--frozen", "fail when a lock file would change")
    .option("--json", "print one JSON document")
    .action(async (folder: string | undefined, flags: BuildFlags) => {
      done(await (await import("./commands/build.ts")).runBuild(io, folder, flags));
    });
  program
    .command("check")
    .description("report every problem of a course without building it")
    .argument("[folder]", FOLDER)
    .addOption(new Option("--format <name>", "how findings are printed").choices(["text", "github"]).default("text"))
    .option("--fix", "mend first what is safe: missing ids, values that need quotes")
    .option("--stats", "count words, reading levels, and questions by Bloom's level")
    .option("--drift", "list what in each translation is out of date or missing")
    .option("--today <date>", "warn of lessons whose review_by is before this date, such as 2027-01-31", date)
    .option("--json", "print one JSON document")
    .action(async (folder: string | undefined, flags: CheckFlags) => {
      done(await (await import("./commands/check.ts")).runCheck(io, folder, flags));
    });
  program
    .command("lock")
    .description("bring course.lock.yaml up to date, and that of each translation")
    .argument("[folder]", FOLDER)
    .option("--repair", "give new ordinals where a merge left two entries with one")
    .option("--renumber <keys>", "with --repair: these entries were never released and take new ordinals", list)
    .option("--translated <keys>", "these translations still hold, as check --drift names them; or all", list)
    .action(async (folder: string | undefined, flags: LockFlags) => {
      done(await (await import("./commands/lock.ts")).runLock(io, folder, flags));
    });
}

/** The commands that look at packages. */
function addViewCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command("preview")
    .description("show the course as learners meet it, in a test LMS, and build it again after every change")
    .argument("[folder]", FOLDER)
    .option("-t, --target <names>", "show only these formats, comma-separated", list)
    .option("-m, --module <ids>", "show only these modules' packages, comma-separated", list)
    .option("-l, --language <tag>", "show the course in this language")
    .option("--profile <name>", "the LMS that is imitated at first")
    .option("-p, --port <number>", "where the page is served; when taken, the next free one", port, 4173)
    .option("--json", "print the address as one JSON document")
    .action(async (folder: string | undefined, flags: PreviewFlags) => {
      done(await (await import("./commands/preview.ts")).runPreview(io, folder, flags));
    });
  program
    .command("verify")
    .description("check packages, also of other tools")
    .argument("<file...>", "zip files")
    .option("--json", "print one JSON document")
    .action(async (files: readonly string[], flags: { readonly json?: boolean }) => {
      done(await (await import("./commands/verify.ts")).runVerify(io, files, flags));
    });
}

function date(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError("Write year, month and day: 2027-01-31.");
}

/** Hundredths of how many times as long a learner with an accommodation may take. */
function timeFactor(value: string): number {
  const hundredths = /^\d(\.\d{1,2})?$/.test(value) ? Math.round(Number(value) * 100) : 0;
  if (hundredths > 100 && hundredths <= 400) return hundredths;
  throw new InvalidArgumentError("Write how many times as long, such as 1.5: above 1 and up to 4.");
}

/** A TCP port; 0 is any free one. */
function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return Number(value);
}
