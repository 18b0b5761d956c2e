import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { install, type PackageRecord, packageFileName, withWaitingRoom } from "../../../src/pack/dist.ts";

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), "coursewright-dist-")), "dist");
});
afterEach(() => rmSync(join(out, ".."), { recursive: true }));

function record(file: string, module: string | undefined, target = "scorm12"): PackageRecord {
  return { file, ...(module === undefined ? {} : { module }), language: "en", target, sha256: "0", size: 1 };
}

/** Builds packages that say nothing but their name. */
function built(packages: readonly PackageRecord[], partial = false, id = "demo"): Promise<readonly string[]> {
  return withWaitingRoom(out, async (folder) => {
    for (const { file } of packages) writeFileSync(join(folder, file), file);
    return install(folder, out, { tool: "1", course: { id, version: "1" }, packages }, { partial, unchanged: [] });
  });
}

const listed = (): readonly string[] =>
  JSON.parse(readFileSync(join(out, "build.json"), "utf8")).packages.map(({ file }: PackageRecord) => file);

test("names are ASCII and say course, module, version and target", () => {
  expect(packageFileName({ id: "demo", version: "2026.1" }, "ethics", "scorm12")).toBe(
    "demo-ethics-2026.1-scorm12.zip",
  );
  expect(packageFileName({ id: "demo", version: "1" }, undefined, "scorm2004")).toBe("demo-1-scorm2004.zip");
  expect(packageFileName({ id: "demo", version: "Frühling/26 .." }, "a", "scorm12")).toBe(
    "demo-a-Fruhling-26-scorm12.zip",
  );
  expect(packageFileName({ id: "demo", version: "第一版" }, "a", "scorm12")).toBe("demo-a-x-scorm12.zip");
  expect(packageFileName({ id: "demo", version: "1", edition: "pt-BR" }, "a", "scorm12")).toBe(
    "demo-a-1-pt-BR-scorm12.zip",
  );
});

test("a build leaves its zips and build.json, and nothing else", async () => {
  await built([record("demo-b-1-scorm12.zip", "b"), record("demo-a-1-scorm12.zip", "a")]);
  expect(readdirSync(out).sort()).toEqual(["build.json", "demo-a-1-scorm12.zip", "demo-b-1-scorm12.zip"]);
  expect(listed()).toEqual(["demo-a-1-scorm12.zip", "demo-b-1-scorm12.zip"]);
});

test("zips of an earlier build of the same course go, foreign ones stay", async () => {
  await built([record("demo-a-1-scorm12.zip", "a"), record("demo-b-1-scorm12.zip", "b")]);
  writeFileSync(join(out, "demo-mine-1-scorm12.zip"), "by hand");
  expect(await built([record("demo-a-2-scorm12.zip", "a")])).toEqual(["demo-a-1-scorm12.zip", "demo-b-1-scorm12.zip"]);
  expect(readdirSync(out).sort()).toEqual(["build.json", "demo-a-2-scorm12.zip", "demo-mine-1-scorm12.zip"]);
});

test("a partial build replaces its own packages and keeps the others", async () => {
  await built([
    record("demo-a-1-scorm12.zip", "a"),
    record("demo-b-1-scorm12.zip", "b"),
    record("demo-1-scorm12.zip", undefined),
  ]);
  expect(await built([record("demo-a-2-scorm12.zip", "a")], true)).toEqual(["demo-a-1-scorm12.zip"]);
  expect(listed()).toEqual(["demo-1-scorm12.zip", "demo-a-2-scorm12.zip", "demo-b-1-scorm12.zip"]);
  expect(listed().every((file) => existsSync(join(out, file)))).toBe(true);
});

test("another course in the same folder keeps its zips", async () => {
  await built([record("demo-a-1-scorm12.zip", "a")]);
  expect(await built([record("demo-two-a-1-scorm12.zip", "a")], false, "demo-two")).toEqual([]);
  expect(existsSync(join(out, "demo-a-1-scorm12.zip"))).toBe(true);
});

test("a build.json from elsewhere cannot have files removed", async () => {
  await built([record("demo-a-1-scorm12.zip", "a")]);
  const victim = join(out, "..", "demo-a.zip");
  writeFileSync(victim, "");
  writeFileSync(join(out, "notes.txt"), "");
  const packages = ["../demo-a.zip", "notes.txt", 7, "demo-../demo-a.zip"].map((file) => ({ file, target: "scorm12" }));
  writeFileSync(join(out, "build.json"), JSON.stringify({ course: { id: "demo" }, packages }));
  expect(await built([record("demo-a-1-scorm12.zip", "a")])).toEqual([]);
  expect(existsSync(victim) && existsSync(join(out, "notes.txt"))).toBe(true);
});

test.each(["", "{", "[]", "null", '{"course":{"id":"demo"},"packages":[null]}'])(
  "a build.json that reads %j is no obstacle",
  async (text) => {
    await built([]);
    writeFileSync(join(out, "build.json"), text);
    await built([record("demo-a-1-scorm12.zip", "a")]);
    expect(listed()).toEqual(["demo-a-1-scorm12.zip"]);
  },
);

test("work that fails changes nothing", async () => {
  await built([record("demo-a-1-scorm12.zip", "a")]);
  const before = readdirSync(out);
  const failing = withWaitingRoom(out, async (folder) => {
    writeFileSync(join(folder, "demo-a-1-scorm12.zip"), "half");
    throw new Error("no space left");
  });
  await expect(failing).rejects.toThrow("no space left");
  expect(readdirSync(out)).toEqual(before);
  expect(readFileSync(join(out, "demo-a-1-scorm12.zip"), "utf8")).toBe("demo-a-1-scorm12.zip");
});
