import type { Command } from "commander";
import type { ExitCode, Io } from "./command.ts";
import type { GuideFlags } from "./commands/guide.ts";
import { list } from "./list.ts";

/** Adds the command that writes what instructors print. */
export function addPaperCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command("guide")
    .description("write the instructor guide with all answers, and the check-off sheets, to print")
    .argument("[folder]", "the folder with course.yaml; else . or ./modules")
    .option("-o, --out <folder>", "where the documents go", "dist")
    .option("-l, --language <tags>", "only these languages, comma-separated", list)
    .option("-m, --module <ids>", "write only a guide of these modules, comma-separated", list)
    .option("--check-off <id>", "write only this check-off sheet")
    .option("--without-key", "leave out every answer key")
    .option("--without-exam", "leave out the answer key of the examination")
    .option("--json", "print one JSON document")
    .action(async (folder: string | undefined, flags: GuideFlags) => {
      done(await (await import("./commands/guide.ts")).runGuide(io, folder, flags));
    });
}
