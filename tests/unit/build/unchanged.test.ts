import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toolFingerprint } from "../../../src/assets.ts";
import { type BuildOptions, build } from "../../../src/build.ts";
import { sha256 } from "../../../src/files.ts";
import { memory } from "../../../src/load/source.ts";
import { smallCourse } from "../../support/small-course.ts";

vi.setConfig({ testTimeout: 60_000 });
vi.mock(import("../../../src/assets.ts"), async (original) => {
  const assets = await original();
  return { ...assets, toolFingerprint: vi.fn(assets.toolFingerprint) };
});

const BASICS = "demo-basics-1-scorm12.zip";
const ETHICS = "demo-ethics-1-scorm12.zip";
let out = "";

beforeEach(async () => {
  out = mkdtempSync(join(tmpdir(), "coursewright-unchanged-"));
  expect((await again()).unchanged).toEqual([]);
});
afterEach(() => rmSync(out, { recursive: true }));

const at = (file: string): string => join(out, file);
const fileNumber = (file: string): bigint => statSync(at(file), { bigint: true }).ino;
const record = (): string => readFileSync(at("build.json"), "utf8");

/** Builds the course into the same folder once more. */
async function again(changes: Parameters<typeof smallCourse>[0] = {}, options: Partial<BuildOptions> = {}) {
  const source = memory(smallCourse({ ...changes }));
  const outcome = await build(source, { out, targets: ["scorm12"], ...options });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  // Whatever was kept: what stands there is what build.json says.
  for (const { file, size, sha256: hash } of outcome.value.packages) {
    const bytes = readFileSync(at(file));
    expect([file, bytes.length, sha256(bytes)]).toEqual([file, size, hash]);
  }
  return { ...outcome.value, notes: outcome.notes };
}

test("a build of what did not change leaves zips and build.json as they are", async () => {
  const before = { record: record(), zips: [BASICS, ETHICS].map(fileNumber) };
  const { unchanged, packages, removed } = await again();
  expect(unchanged).toEqual([BASICS, ETHICS]);
  expect(packages.map(({ file }) => file)).toEqual([BASICS, ETHICS]);
  expect(removed).toEqual([]);
  expect({ record: record(), zips: [BASICS, ETHICS].map(fileNumber) }).toEqual(before);
});

test("only what changed is packed: a lesson's module alone, all for a title of the course", async () => {
  // As long as before.
  const lesson = smallCourse()["basics/01-first.md"]?.replace("One", "Two");
  expect((await again({ "basics/01-first.md": lesson })).unchanged).toEqual([ETHICS]);
  const course = smallCourse()["course.yaml"]?.replace("Demo course", "Course") ?? "";
  expect((await again({ "basics/01-first.md": lesson, "course.yaml": course })).unchanged).toEqual([]);
});

describe("a package is built again", () => {
  test.each<[string, () => void]>([
    ["its zip is gone", () => rmSync(at(BASICS))],
    ["its zip was cut off", () => truncateSync(at(BASICS), 1000)],
    ["one byte of its zip is another", () => writeFileSync(at(BASICS), flipped(readFileSync(at(BASICS))))],
    ["another package lies under its name", () => writeFileSync(at(BASICS), readFileSync(at(ETHICS)))],
    [
      "build.json knows other inputs, as of another tool",
      () => rewrite((text) => text.replace(/"inputs": "./, '"inputs": "x')),
    ],
    ["build.json knows no inputs of it", () => rewrite((text) => text.replace(/\s*"inputs": "\w+",/, ""))],
  ])("when %s", async (_why, damage) => {
    damage();
    expect((await again()).unchanged).toEqual([ETHICS]);
    expect((await again()).unchanged).toEqual([BASICS, ETHICS]);
  });

  test.each<[string, (text: string) => string]>([
    ["is gone", () => ""],
    ["cannot be read", (text) => text.slice(0, 100)],
    ["is of another course", (text) => text.replace('"id": "demo"', '"id": "other"')],
  ])("when build.json %s", async (_why, change) => {
    rewrite(change);
    expect((await again()).unchanged).toEqual([]);
  });
});

test("all packages are built again by another tool, and where zlib is another", async () => {
  vi.mocked(toolFingerprint).mockResolvedValueOnce("of another tool");
  expect((await again()).unchanged).toEqual([]);
  expect((await again()).unchanged).toEqual([]);
  expect((await again()).unchanged).toEqual([BASICS, ETHICS]);
  const { zlib } = process.versions;
  const setZlib = (value: string | undefined) => Object.defineProperty(process.versions, "zlib", { value });
  setZlib("0.0.1");
  try {
    expect((await again()).unchanged).toEqual([]);
  } finally {
    setZlib(zlib);
  }
});

test("a package of which only the descriptors changed is built again", async () => {
  const options = { targets: ["scorm2004"] };
  const course = `${smallCourse()["course.yaml"]}scorm2004: { edition: "3rd" }\n`;
  await again({}, options);
  expect((await again({}, options)).unchanged).toHaveLength(2);
  expect((await again({ "course.yaml": course }, options)).unchanged).toEqual([]);
});

test("a package about which the checker had something to say is built and checked each time", async () => {
  // Larger than what the checker looks into.
  const noise = Array.from({ length: 700_000 }, (_, at) => Math.imul(at, 0x9e3779b1).toString(36)).join(" ");
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${noise}</desc></svg>`;
  const lesson = `${smallCourse()["basics/01-first.md"]}\n![A square](large.svg)\n`;
  const changes = { "basics/01-first.md": lesson, "basics/large.svg": picture };
  await again(changes);
  const { unchanged, notes } = await again(changes);
  expect(unchanged).toEqual([ETHICS]);
  expect(notes.map(({ code }) => code)).toContain("zip/unchecked-text");
});

test("another target is another package; both stand from then on", async () => {
  const targets = ["scorm12", "scorm2004"];
  expect((await again({}, { targets })).unchanged).toEqual([BASICS, ETHICS]);
  expect((await again({}, { targets })).unchanged).toHaveLength(4);
});

test("a build of one module leaves the other package to stand, and knows it afterwards", async () => {
  expect((await again({}, { modules: ["basics"] })).unchanged).toEqual([BASICS]);
  expect((await again()).unchanged).toEqual([BASICS, ETHICS]);
});

function rewrite(change: (text: string) => string): void {
  writeFileSync(at("build.json"), change(record()));
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[500] = (copy[500] ?? 0) ^ 1;
  return copy;
}
