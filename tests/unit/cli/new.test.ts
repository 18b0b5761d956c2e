import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { courseWish } from "../../../src/cli/wishes.ts";
import { call } from "../../support/io.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-new-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const read = (path: string): string => readFileSync(join(cwd, path), "utf8");
const files = (below = "."): string[] => readdirSync(join(cwd, below), { recursive: true, encoding: "utf8" });
/** What `check` finds: its one line when there is nothing at all to say. */
const findings = async (...args: string[]) => (await call(cwd, "check", ...args)).out;

describe("new course", () => {
  test.each(["canvas", "canvas-scorm", "moodle", "other"])(
    "for %s it checks without any finding and builds",
    async (lms) => {
      const { code, out, err } = await call(
        cwd,
        "new",
        "course",
        "heart",
        "--title",
        "Heart: the # beat",
        "--lms",
        lms,
      );
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("Next: change the texts, and run “coursewright build heart”.");
      expect(await findings("heart")).toBe(
        "“Heart: the # beat” can be built: modules 1, lessons 2, quiz questions 4.\n",
      );
      expect(read("heart/course.yaml")).toContain(`lms: ${lms}\n`);
      expect((await call(cwd, "build", "heart")).code).toBe(0);
    },
  );

  test("without a terminal nothing is asked: the folder names the course", async () => {
    await call(cwd, "new", "course", "heart-and-lungs");
    expect(read("heart-and-lungs/course.yaml")).toMatch(
      /^id: heart-lungs\ntitle: Heart and lungs\n[\s\S]*^lms: other$/m,
    );
  });

  test("its YAML files name schemas that are there", async () => {
    await call(cwd, "new", "course");
    const yaml = files().filter((path) => /^[^.].*\.yaml$/.test(path));
    expect(yaml.length).toBeGreaterThan(3);
    for (const path of yaml) {
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(path)) ?? [];
      expect(existsSync(join(cwd, path, "..", schema)), path).toBe(true);
    }
  });

  test("its workflow runs this version of the tool, pinned actions, and attaches the zips to a release", async () => {
    await call(cwd, "new", "course");
    const workflow = read(".github/workflows/course.yml");
    const { out: version } = await call(cwd, "--version");
    expect(workflow).toContain(`npx --yes coursewright@${version.trim()} build`);
    expect(workflow).toContain("gh release upload");
    // Those of translations too: a release is built `--frozen`.
    expect(workflow).toContain("course.lock*.yaml");
    for (const [, action] of workflow.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/);
    expect(files()).toEqual(expect.arrayContaining([".gitignore"]));
  });

  test("keeps the files that are there, and never writes over a course", async () => {
    writeFileSync(join(cwd, "README.md"), "mine");
    expect((await call(cwd, "new", "course")).out).toContain("kept    README.md");
    expect(read("README.md")).toBe("mine");
    const course = read("course.yaml");
    const again = await call(cwd, "new", "course", "--title", "Other");
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("new/file-exists")]);
    expect(read("course.yaml")).toBe(course);
  });

  test("an id that cannot be one is a wrong call", async () => {
    const { code, err } = await call(cwd, "new", "course", "--id", "My Course");
    expect([code, err]).toEqual([2, expect.stringContaining("call/bad-id")]);
    expect(files()).toEqual([]);
  });
});

describe("new module, lesson, quiz, check-off", () => {
  test("each checks without an error, and adds to the course", async () => {
    await call(cwd, "new", "course");
    expect((await call(cwd, "new", "module", "Blood pressure")).code).toBe(0);
    expect((await call(cwd, "new", "lesson", "blood-pressure", "How the cuff fits")).code).toBe(0);
    expect((await call(cwd, "new", "quiz", "blood-pressure", "--form", "long")).code).toBe(0);
    expect(files("blood-pressure").sort()).toEqual([
      "01-first-lesson.md",
      "02-cuff-fits.md",
      "module.yaml",
      "quiz.md",
      "quiz.yaml",
    ]);
    expect(read("course.yaml")).toContain("\nmodules: [welcome, blood-pressure]\n");
    expect((await call(cwd, "new", "check-off", "blood-pressure")).code).toBe(0);
    expect(read("check-offs/blood-pressure.yaml")).toMatch(
      /^id: blood-pressure .*\ntitle: Blood pressure\nlesson: blood-pressure\/first-lesson /m,
    );
    expect(await findings()).toContain("can be built: modules 2, lessons 4, quiz questions 6.");
    expect((await call(cwd, "check", "--json")).out).toContain('"diagnostics": []');
  });

  test.each([
    ["modules: [a]", "modules: [a, cuff]"],
    ["modules: [ a, 'b' ] # in order", "modules: [ a, 'b', cuff ] # in order"],
    ["modules:\n  - a\n  - b # last\nlms: other", "modules:\n  - a\n  - b # last\n  - cuff\nlms: other"],
    ["modules:\n- a\nlms: other", "modules:\n- a\n- cuff\nlms: other"],
  ])("the list in course.yaml stays in its form: %j", async (before, after) => {
    writeFileSync(join(cwd, "course.yaml"), `\uFEFFid: c\ntitle: T\r\n${before}\n`);
    expect((await call(cwd, "new", "module", "Cuff")).code).toBe(0);
    expect(read("course.yaml")).toBe(`\uFEFFid: c\ntitle: T\r\n${after}\n`);
  });

  test("a module's name is never taken twice, nor one that is reserved", async () => {
    await call(cwd, "new", "course");
    await call(cwd, "new", "module", "Welcome");
    await call(cwd, "new", "module", "Exam");
    expect(read("course.yaml")).toContain("modules: [welcome, welcome-2, exam-2]");
  });

  test("a check-off sheet's id is taken once, in whatever file", async () => {
    await call(cwd, "new", "course");
    mkdirSync(join(cwd, "check-offs"));
    writeFileSync(join(cwd, "check-offs/mine.yaml"), "id: pulse\ntitle: Pulse\nsteps: [Finds it.]\n");
    const { code, err } = await call(cwd, "new", "check-off", "pulse");
    expect([code, err]).toEqual([1, expect.stringContaining("check-offs/mine.yaml  [new/id-taken]")]);
    expect((await call(cwd, "new", "check-off", "My pulse")).err).toContain("call/bad-id");
    expect(files("check-offs")).toEqual(["mine.yaml"]);
  });

  test.each([
    [["lesson", "welcom", "Title"], 2, "Did you mean `welcome`?"],
    [["quiz", "welcome"], 1, "new/file-exists"],
    [["module", "More", "-c", "nowhere"], 2, "call/no-course"],
    [["module"], 2, "title"],
  ])("%j writes nothing and says why", async (args, code, why) => {
    await call(cwd, "new", "course");
    const before = files();
    const failed = await call(cwd, "new", ...args);
    expect([failed.code, failed.out]).toEqual([code, ""]);
    expect(failed.err).toContain(why);
    expect(files()).toEqual(before);
  });

  test("an unreadable list of modules stays as it is", async () => {
    writeFileSync(join(cwd, "course.yaml"), "id: c\nmodules: 3\n");
    expect((await call(cwd, "new", "module", "Cuff")).err).toContain("new/modules-unreadable");
    expect(files()).toEqual(["course.yaml"]);
  });
});

describe("on a terminal", () => {
  const asked = (...answers: string[]) => {
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return answers.shift() ?? "";
    };
    const io = { err: (text: string) => void questions.push(text), ask };
    return { io, questions };
  };

  test("it asks for the title and where students learn, and takes number, name or nothing", async () => {
    expect(await courseWish(asked("Lungs", "3").io, "x", {})).toMatchObject({
      value: { title: "Lungs", lms: "moodle" },
    });
    expect(await courseWish(asked("", "canvas").io, "x", {})).toMatchObject({ value: { title: "X", lms: "canvas" } });
    expect(await courseWish(asked().io, "x", {})).toMatchObject({ value: { title: "X", lms: "other" } });
  });

  test("it asks again after an answer that is none", async () => {
    const { io, questions } = asked("Lungs", "5", "2");
    expect(await courseWish(io, "x", {})).toMatchObject({ value: { lms: "canvas-scorm" } });
    expect(questions).toContain("“5” is none of these.\n");
  });

  test("what a flag says is not asked", async () => {
    const { io, questions } = asked();
    await courseWish(io, "x", { title: "T", lms: "moodle" });
    expect(questions).toEqual([]);
  });
});
