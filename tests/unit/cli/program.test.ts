import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../support/io.ts";
import { smallCourse } from "../../support/small-course.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-cli-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(files: Record<string, string>, below = "modules"): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, below, path)), { recursive: true });
    writeFileSync(join(cwd, below, path), text);
  }
}

const lockFile = () => join(cwd, "modules", "course.lock.yaml");
const brokenCourse = () => smallCourse({ "ethics/module.yaml": "title: Ethics\nsumary: Misspelt.\n" });

describe("build", () => {
  test("puts packages into dist, writes the lock file, and says what to do next", async () => {
    write(smallCourse());
    const { code, out, err } = await call(cwd, "build");
    expect([code, err]).toEqual([0, expect.not.stringContaining("error")]);
    expect(readdirSync(join(cwd, "dist"))).toHaveLength(5);
    expect(existsSync(lockFile())).toBe(true);
    expect(out).toMatch(
      /Built 4 packages in dist:\n {2}demo-basics-1-scorm12\.zip +\d+ KB {3}resume state \d+ of 3800 characters/,
    );
    expect(out).toContain("Next, in Moodle");
  });

  test("finds the course in the working directory, in ./modules or where it is told", async () => {
    write(smallCourse(), ".");
    expect((await call(cwd, "build", "--module", "ethics", "--target", "scorm12", "--out", "here")).code).toBe(0);
    expect(readdirSync(join(cwd, "here"))).toEqual(["build.json", "demo-ethics-1-scorm12.zip"]);
    write(smallCourse(), "elsewhere");
    expect((await call(cwd, "check", "elsewhere")).code).toBe(0);
  });

  test("takes several names by comma or by repetition", async () => {
    write(smallCourse());
    await call(cwd, "build", "-m", "basics,ethics", "-t", "scorm12", "-t", "scorm2004");
    expect(readdirSync(join(cwd, "dist"))).toHaveLength(5);
  });

  test("shows a mistake with its line, and writes nothing", async () => {
    write(brokenCourse());
    const { code, out, err } = await call(cwd, "build");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("ethics/module.yaml:2:1");
    expect(err).toContain("2 | sumary: Misspelt.");
    expect([existsSync(join(cwd, "dist")), existsSync(lockFile())]).toEqual([false, false]);
  });

  test("--frozen fails while the lock file would change, and passes once it is committed", async () => {
    write(smallCourse());
    const frozen = await call(cwd, "build", "--frozen");
    expect([frozen.code, frozen.err]).toEqual([1, expect.stringContaining("lock/would-change")]);
    expect(existsSync(lockFile())).toBe(false);
    await call(cwd, "lock");
    expect((await call(cwd, "build", "--frozen")).code).toBe(0);
  });

  test("--json prints one document, of success and of failure", async () => {
    write(smallCourse());
    const good = await call(cwd, "build", "--json");
    expect(JSON.parse(good.out)).toMatchObject({
      ok: true,
      packages: [{ file: "demo-basics-1-scorm12.zip" }, {}, {}, {}],
    });
    write(brokenCourse());
    const bad = await call(cwd, "build", "--json");
    expect([bad.code, bad.err]).toEqual([1, ""]);
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, packages: [], diagnostics: [{ severity: "error" }] });
  });

  test("a destination that cannot be written is said plainly", async () => {
    write(smallCourse());
    const { code, err } = await call(cwd, "build", "--out", "modules/course.yaml");
    expect([code, err]).toEqual([1, expect.stringMatching(/^(.*\n)*error: E[A-Z]+: .*course\.yaml/)]);
  });

  test("says what it is doing", async () => {
    write(smallCourse());
    expect((await call(cwd, "build")).steps).toEqual(["Reading the course", "Building Basics", "Building Ethics"]);
  });
});

describe("check", () => {
  test("says that a sound course can be built, and writes nothing", async () => {
    write(smallCourse());
    const { code, out } = await call(cwd, "check");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("“Demo course” can be built: modules 2, lessons 2, quiz questions 4."),
    ]);
    expect(readdirSync(cwd)).toEqual(["modules"]);
    expect(existsSync(lockFile())).toBe(false);
  });

  test("prints findings as its result, for people, programs and GitHub", async () => {
    write(brokenCourse());
    const text = await call(cwd, "check");
    expect([text.code, text.out]).toEqual([1, expect.stringContaining("2 | sumary: Misspelt.")]);
    const json = await call(cwd, "check", "--json");
    expect(JSON.parse(json.out).diagnostics).toMatchObject([{ place: { file: "ethics/module.yaml", line: 2 } }]);
    const github = await call(cwd, "check", "--format", "github");
    expect(github.out).toMatch(/^::error file=ethics\/module\.yaml,line=2,/);
  });
});

describe("check --fix", () => {
  test("mends what is safe, says so, and reports the rest", async () => {
    write(
      smallCourse({
        "ethics/module.yaml": "title: Ethics: right and wrong\nsumary: Misspelt.\n",
        "basics/quiz.md": "## Which one? {lesson=first}\n\n- [x] This\n- [ ] That\n\n> So.\n",
      }),
    );
    const { code, out, err } = await call(cwd, "check", "--fix");
    expect(err).toBe("fixed ethics/module.yaml: 1 value put in quotes\nfixed basics/quiz.md: 1 id written\n");
    expect([code, out]).toEqual([1, expect.stringContaining("Did you mean `summary`?")]);
    expect(out).toContain("1 error\n");
    const module = join(cwd, "modules", "ethics", "module.yaml");
    expect(readFileSync(module, "utf8")).toBe('title: "Ethics: right and wrong"\nsumary: Misspelt.\n');
    const again = await call(cwd, "check", "--fix", "--json");
    expect([again.err, JSON.parse(again.out).fixed]).toEqual(["", []]);
  });
});

describe("lock", () => {
  test("writes the lock file once, then says that it is up to date", async () => {
    write(smallCourse());
    expect((await call(cwd, "lock")).out).toContain("was written");
    const text = readFileSync(lockFile(), "utf8");
    expect((await call(cwd, "lock")).out).toContain("up to date");
    expect(readFileSync(lockFile(), "utf8")).toBe(text);
  });

  test("--repair mends what a merge left, once it is told which entry is new", async () => {
    write(smallCourse());
    await call(cwd, "lock");
    const merged = readFileSync(lockFile(), "utf8").replace(
      '"ethics/first": { ordinal: 2',
      '"ethics/first": { ordinal: 1',
    );
    writeFileSync(lockFile(), merged);
    expect((await call(cwd, "build")).err).toContain("lock/duplicate-ordinal");
    const tie = await call(cwd, "lock", "--repair");
    expect([tie.code, tie.err]).toEqual([1, expect.stringContaining("lock/which-is-new")]);
    expect(readFileSync(lockFile(), "utf8")).toBe(merged);
    expect((await call(cwd, "lock", "--repair", "--renumber", "ethics/first")).code).toBe(0);
    expect((await call(cwd, "build", "--frozen")).code).toBe(0);
  });

  test("--renumber alone is a wrong call", async () => {
    write(smallCourse());
    expect((await call(cwd, "lock", "--renumber", "ethics/first")).code).toBe(2);
  });
});

describe("verify", () => {
  test("finds nothing wrong with what it built, and says what is wrong with another file", async () => {
    write(smallCourse());
    await call(cwd, "build", "-m", "ethics");
    const good = await call(cwd, "verify", "dist/demo-ethics-1-scorm12.zip", "dist/demo-ethics-1-scorm2004.zip");
    expect([good.code, good.out]).toEqual([
      0,
      "dist/demo-ethics-1-scorm12.zip: nothing wrong\ndist/demo-ethics-1-scorm2004.zip: nothing wrong\n",
    ]);
    const bad = await call(cwd, "verify", "modules/course.yaml", "--json");
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, packages: [{ file: "modules/course.yaml" }] });
  });

  test("a file that is not there is a wrong call", async () => {
    const { code, out } = await call(cwd, "verify", "none.zip");
    expect([code, out]).toEqual([2, expect.stringContaining("“none.zip”")]);
  });
});

describe("a wrong call", () => {
  test.each([
    ["an unknown command", ["bild"], "bild"],
    ["an unknown option", ["build", "--fast"], "--fast"],
    ["an unknown format", ["check", "--format", "xml"], "github"],
    ["no course", ["build"], "call/no-course"],
    ["no course where it is said to be", ["check", "nowhere"], "“nowhere”"],
    ["no file to check", ["verify"], "file"],
    ["an empty name", ["build", "-t", "scorm12,,scorm2004"], "commas"],
  ])("%s: exit code 2, and why", async (_, args, why) => {
    const { code, out, err } = await call(cwd, ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });

  test("an unknown target or module names the known ones", async () => {
    write(smallCourse());
    const { code, err } = await call(cwd, "build", "-t", "cmi5", "-m", "history");
    expect(code).toBe(2);
    expect(err).toContain("Known: scorm12, scorm2004.");
    expect(err).toContain("Known: basics, ethics.");
  });
});

test("--version and --help are fine", async () => {
  expect(await call(cwd, "--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  const help = await call(cwd, "--help");
  expect([help.code, help.out]).toEqual([0, expect.stringContaining("verify")]);
});
