import { type Command, Option } from "commander";
import type { ExitCode, Io } from "./command.ts";
import { LMS_CHOICES, type NewCourseFlags } from "./wishes.ts";

const COURSE = ["-c, --course <folder>", "the folder with course.yaml; else . or ./modules"] as const;

interface PartFlags {
  readonly course?: string;
}

/** `coursewright new course | module | lesson | quiz | check-off`. */
export function addNewCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const parent = program.command("new").description("write a new course, or add to one");
  const lms = new Option("--lms <name>", "where students learn").choices(LMS_CHOICES.map(([name]) => name));
  parent
    .command("course")
    .description("write a course that builds, with comments that teach the format")
    .argument("[folder]", "where; else the working directory")
    .option("--title <text>", "what the course is called")
    .option("--id <name>", "its permanent name; else made of the title")
    .addOption(lms)
    .action(async (folder: string | undefined, flags: NewCourseFlags) => {
      done(await (await import("./commands/new.ts")).runNewCourse(io, folder, flags));
    });
  parent
    .command("module")
    .description("add a module and name it in course.yaml")
    .showHelpAfterError('Write the title, for example: coursewright new module "Rooming"')
    .argument("<title>", "what the module is called")
    .option(...COURSE)
    .action(async (title: string, { course }: PartFlags) => {
      const [{ runNewPart }, { newModule }] = await parts();
      done(await runNewPart(io, course, (source, kit) => newModule(source, title, kit)));
    });
  parent
    .command("lesson")
    .description("add a lesson behind a module's others")
    .showHelpAfterError('Write the module and the title, for example: coursewright new lesson rooming "Put on gloves"')
    .argument("<module>", "the module's folder")
    .argument("<title>", "what the lesson is called")
    .option(...COURSE)
    .action(async (module: string, title: string, { course }: PartFlags) => {
      const [{ runNewPart }, { newLesson }] = await parts();
      done(await runNewPart(io, course, (source, kit) => newLesson(source, { module, title }, kit)));
    });
  parent
    .command("quiz")
    .description("add a quiz to a module")
    .showHelpAfterError("Write the module, for example: coursewright new quiz rooming")
    .argument("<module>", "the module's folder")
    .option(...COURSE)
    .addOption(
      new Option("--form <name>", "short: quiz.md; long: quiz.yaml").choices(["short", "long"]).default("short"),
    )
    .action(async (module: string, { course, form }: PartFlags & { readonly form: "short" | "long" }) => {
      const [{ runNewPart }, { newQuiz }] = await parts();
      done(await runNewPart(io, course, (source, kit) => newQuiz(source, { module, form }, kit)));
    });
  parent
    .command("check-off")
    .description("add a check-off sheet, on which an evaluator marks a skill")
    .argument("<id>", "its permanent name: hand-hygiene")
    .option(...COURSE)
    .action(async (id: string, { course }: PartFlags) => {
      const [{ runNewPart }, { newCheckOff }] = await parts();
      done(await runNewPart(io, course, (source, kit) => newCheckOff(source, id, kit)));
    });
}

const parts = () => Promise.all([import("./commands/new.ts"), import("../scaffold/parts.ts")]);
