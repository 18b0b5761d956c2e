import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { writeReceipt } from "../../../src/tracking/receipt.ts";
import { call } from "../../support/io.ts";
import { smallCourse } from "../../support/small-course.ts";
import { readZip } from "../../support/zip.ts";
import { zipOf } from "../../support/zip-writer.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ZIP = "dist/demo-ethics-1-scorm12.zip";
let cwd: string;
let identifier: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "coursewright-forecast-"));
  const text = smallCourse()["course.yaml"] ?? "";
  for (const [path, content] of Object.entries(smallCourse({ "course.yaml": `${text}grading: { attempts: 3 }\n` }))) {
    mkdirSync(dirname(join(cwd, "modules", path)), { recursive: true });
    writeFileSync(join(cwd, "modules", path), content);
  }
  await call(cwd, "build", "--module", "ethics");
  const plan = (await readZip(join(cwd, ZIP))).get("content/plan.js")?.toString() ?? "";
  identifier = /"identifier":"([^"]+)"/.exec(plan)?.[1] ?? "";
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** The package with one file changed. */
async function altered(name: string, path: string, from: string, to: string): Promise<void> {
  const files = await readZip(join(cwd, ZIP));
  const before = files.get(path)?.toString() ?? "";
  expect(before).toContain(from);
  const parts = [...files].map(([each, bytes]) => ({
    path: each,
    bytes: each === path ? before.replaceAll(from, to) : bytes,
  }));
  writeFileSync(join(cwd, name), zipOf(parts));
}

describe("forecast", () => {
  test("prints each learner's row in each LMS for a sound package, and is 0", async () => {
    const { code, out, err } = await call(cwd, "forecast", ZIP);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("demo-ethics-1-scorm12.zip, moodle-scorm12 (Moodle 4.2.3");
    expect(out).toMatch(/^ {2}failed, then passed +passed, 100% +as it should be *$/m);
    expect(out.match(/^ {2}offline at exit /gm)).toHaveLength(2);
  });

  test("a package that is not there is called a file", async () => {
    const { code, err } = await call(cwd, "forecast", "dist/nosuch.zip");
    expect([code, err]).toEqual([2, expect.stringContaining("There is no file “dist/nosuch.zip”.")]);
  });

  test("builds a course aside and forecasts all of its packages", async () => {
    const { code, out } = await call(cwd, "forecast", "--profile", "plain", "--json");
    const { ok, packages } = JSON.parse(out);
    expect([code, ok]).toEqual([0, true]);
    expect(packages.map(({ file }: { readonly file: string }) => file)).toEqual([
      "demo-basics-1-scorm12.zip",
      "demo-basics-1-scorm2004.zip",
      "demo-ethics-1-scorm12.zip",
      "demo-ethics-1-scorm2004.zip",
    ]);
    expect(packages[0].forecasts[0].rows[0]).toMatchObject({
      learner: "opened and left",
      gradebook: { status: "incomplete" },
    });
  });

  test("is 1 when the manifest carries a mastery score while attempts are left", async () => {
    await altered("mastery.zip", "imsmanifest.xml", "</item>", "<adlcp:masteryscore>80</adlcp:masteryscore></item>");
    const { code, err } = await call(cwd, "forecast", "mastery.zip", "--profile", "moodle-scorm12");
    expect(code).toBe(1);
    expect(err).toContain("[forecast/grade-lost]");
    expect(err).toContain("mastery-decides-at-finish");
  });

  test("is 1 when the package reports failed while attempts are left", async () => {
    await altered("failing.zip", "content/plan.js", "passed-incomplete", "passed-failed");
    const { code, err } = await call(cwd, "forecast", "failing.zip");
    expect(code).toBe(1);
    expect(err).toContain("report: passed-incomplete");
  });

  test("says what it cannot read", async () => {
    writeFileSync(join(cwd, "text.zip"), "no zip");
    writeFileSync(join(cwd, "other.zip"), zipOf([{ path: "imsmanifest.xml", bytes: "<manifest/>" }]));
    const { code, err } = await call(cwd, "forecast", "text.zip", "other.zip");
    expect(code).toBe(1);
    expect(err).toContain("[forecast/unreadable]");
    expect(err).toContain("[forecast/not-ours]");
    expect(await call(cwd, "forecast", "none.zip", ZIP)).toMatchObject({ code: 2 });
    expect(await call(cwd, "forecast", "nowhere")).toMatchObject({ code: 2 });
    expect(await call(cwd, "forecast", ZIP, "--profile", "lms")).toMatchObject({ code: 2 });
  });
});

describe("receipt", () => {
  const receiptFor = (learner: string): string =>
    writeReceipt(
      { situation: "passed-done", score: 8_750, attempts: 2, day: Date.UTC(2026, 10, 22) },
      { identifier, learner },
    );

  test("says what it states and that it is no proof", async () => {
    const { code, out, err } = await call(cwd, "receipt", receiptFor("s-1"));
    expect(code).toBe(0);
    expect(out).toMatch(/passed, and all.*\n.*87\.5%\n.*2 submitted\n.*2026-11-22/);
    expect(err).toContain("It is no proof");
  });

  test("is read however it was typed", async () => {
    const typed = receiptFor("s-1").toLowerCase().split("-");
    const { code, out } = await call(cwd, "receipt", ...typed, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      receipt: { situation: "passed-done", score: 87.5, attempts: 2, day: "2026-11-22" },
    });
  });

  test("tells whether it is for a package and a learner", async () => {
    const code = receiptFor("s-1");
    expect(await call(cwd, "receipt", code, "--package", ZIP, "--learner", "s-1")).toMatchObject({ code: 0 });
    expect(await call(cwd, "receipt", code, "--package", "modules")).toMatchObject({ code: 0 });
    const other = await call(cwd, "receipt", code, "--learner", "s-2");
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("[receipt/other-learner]")]);
    await call(cwd, "build", "--module", "basics", "--target", "scorm12", "--out", "basics");
    const elsewhere = await call(cwd, "receipt", code, "--package", "basics/demo-basics-1-scorm12.zip");
    expect([elsewhere.code, elsewhere.err]).toEqual([1, expect.stringContaining("[receipt/other-package]")]);
  });

  test("a mistyped one is 1, with what to do", async () => {
    const code = receiptFor("s-1");
    const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
    const { code: exit, out, err } = await call(cwd, "receipt", wrong);
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain("five groups of four");
  });
});
