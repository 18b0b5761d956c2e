import type { Command } from "commander";
import type { ExitCode, Io } from "./command.ts";
import type { ForecastFlags } from "./commands/forecast.ts";
import type { ReceiptFlags } from "./commands/receipt.ts";
import { list } from "./list.ts";

/** Adds the commands about grades: what an LMS would hold, and what a learner's receipt states. */
export function addForecastCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command("forecast")
    .description("tell what each LMS's gradebook would hold of scripted learners")
    .argument("[packages...]", "zip files, or the folder with course.yaml; else . or ./modules")
    .option("--profile <names>", "only these LMSs, comma-separated", list)
    .option("--json", "print one JSON document")
    .action(async (packages: readonly string[], flags: ForecastFlags) => {
      done(await (await import("./commands/forecast.ts")).runForecast(io, packages, flags));
    });
  program
    .command("receipt")
    .description("tell what a learner's completion receipt states")
    .argument("<code...>", "the receipt as the learner's page shows it")
    .option("--package <path>", "say whether it is for this zip file or course folder")
    .option("--learner <id>", "say whether it is for the learner with this id in the LMS")
    .option("--json", "print one JSON document")
    .action(async (code: readonly string[], flags: ReceiptFlags) => {
      done(await (await import("./commands/receipt.ts")).runReceipt(io, code.join(""), flags));
    });
}
