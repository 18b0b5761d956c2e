import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BuildOptions } from "../../../src/build/order.ts";
import { openWorkbench } from "../../../src/build/workbench.ts";
import { build, check, driftReport, repair } from "../../../src/build.ts";
import { memory } from "../../../src/load/source.ts";
import { bilingualCourse, smallCourse } from "../../support/small-course.ts";
import { readZip } from "../../support/zip.ts";

// Whole builds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Files = Record<string, string>;

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "coursewright-editions-"));
});
afterEach(() => rmSync(out, { recursive: true }));

const make = (files: Files, options: Partial<BuildOptions> = {}) => build(memory(files), { out, ...options });

async function made(files: Files, options: Partial<BuildOptions> = {}) {
  const outcome = await make(files, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return outcome.value;
}

const landed = () => readdirSync(out).sort();
const SPANISH = ["demo-basics-1-es-scorm12.zip", "demo-basics-1-es-scorm2004.zip"];
const ENGLISH = ["basics", "ethics"].flatMap((id) => [`demo-${id}-1-scorm12.zip`, `demo-${id}-1-scorm2004.zip`]);

/** The files of a course with the lock files that a build of it would write. */
async function locked(files: Files): Promise<Files> {
  const { editions } = await made(files);
  return { ...files, ...Object.fromEntries(editions.map(({ lock }) => [lock.file, lock.text])) };
}

test("each language becomes packages of its own, with identifiers of their own", async () => {
  const { packages, editions } = await made(bilingualCourse());
  expect(landed()).toEqual(["build.json", ...SPANISH, ...ENGLISH].sort());
  const record = JSON.parse(readFileSync(join(out, "build.json"), "utf8"));
  expect(record.packages.map(({ file, language }: (typeof packages)[number]) => [file, language])).toEqual(
    [...SPANISH.map((file) => [file, "es"]), ...ENGLISH.map((file) => [file, "en"])].sort(),
  );
  const [english, spanish] = editions.map(({ course }) => course.modules[0]?.identifier);
  expect([english, spanish]).toEqual([
    expect.stringMatching(/^demo-basics-[0-9a-f]{8}$/),
    expect.stringMatching(/^demo-es-basics-[0-9a-f]{8}$/),
  ]);
  expect(english?.slice(-8)).not.toBe(spanish?.slice(-8));
});

test("an edition may say in which country's habits its language is written", async () => {
  const files = bilingualCourse();
  files["course.es.yaml"] = (files["course.es.yaml"] ?? "").replace("language: es", "language: es-US");
  await made(files, { languages: ["es"], targets: ["scorm12"] });
  const page = (await readZip(join(out, SPANISH[0] ?? ""))).get("index.html")?.toString();
  expect(page).toMatch(/<html lang="es-US"/);
});

test("a package is in its language throughout", async () => {
  await made(bilingualCourse(), { languages: ["es"], targets: ["scorm12"] });
  const files = await readZip(join(out, SPANISH[0] ?? ""));
  expect(files.get("index.html")?.toString()).toMatch(/<html lang="es"/);
  expect(files.get("imsmanifest.xml")?.toString()).toContain("Bases");
  expect(files.get("metadata.xml")?.toString() ?? "").not.toContain('xml:lang="en"');
  expect([...files.values()].map(String).join("")).not.toContain("One sentence.");
});

test("packages of the base have the same bytes with and without an edition", async () => {
  const hashes = ({ packages }: Awaited<ReturnType<typeof made>>) =>
    packages.filter(({ language }) => language === "en").map(({ file, sha256 }) => [file, sha256]);
  const [alone, beside] = [await made(smallCourse()), await made(bilingualCourse())];
  expect(hashes(beside)).toEqual(hashes(alone));
  expect(beside.lock).toEqual(alone.lock);
});

test("`languages` picks; the other languages' packages stay, and a whole build removes what is no more", async () => {
  await made(bilingualCourse(), { languages: ["EN"] });
  expect(landed()).toEqual(["build.json", ...ENGLISH]);
  await made(bilingualCourse(), { languages: ["es"] });
  expect(landed()).toEqual(["build.json", ...SPANISH, ...ENGLISH].sort());
  const { removed } = await made(smallCourse());
  expect([removed, landed()]).toEqual([SPANISH, ["build.json", ...ENGLISH]]);
});

test("a part of the build is looked for in every edition", async () => {
  await made(bilingualCourse(), { modules: ["ethics"], targets: ["scorm12"] });
  expect(landed()).toEqual(["build.json", "demo-ethics-1-scorm12.zip"]);
  const wrong = await make(bilingualCourse(), { modules: ["ethik"] });
  expect(wrong.notes.map(({ code }) => code)).toEqual(["call/unknown-module"]);
  const unknown = await make(bilingualCourse(), { languages: ["fr"] });
  expect(unknown).toMatchObject({ ok: false, notes: [{ code: "call/unknown-language", help: "There are: en, es." }] });
});

test("mistakes of all editions are found in one run; an edition that was not asked for is no obstacle", async () => {
  const files = bilingualCourse({
    "basics/01-first.es.md": "---\ntitel: x\n---\n\nTexto.\n",
    "basics/module.yaml": "titel: x\n",
  });
  const { notes } = await check(memory(files));
  expect(notes.map(({ place }) => place?.file)).toEqual(
    expect.arrayContaining(["basics/module.yaml", "basics/01-first.es.md"]),
  );
  const broken = bilingualCourse({ "basics/module.es.yaml": "titel: x\n" });
  expect((await make(broken)).ok).toBe(false);
  expect((await make(broken, { languages: ["en"] })).ok).toBe(true);
});

test("a frozen build refuses to change the lock file of any edition", async () => {
  const files = await locked(bilingualCourse());
  expect((await make(files, { frozen: true })).ok).toBe(true);
  const { "course.lock.es.yaml": _, ...without } = files;
  expect(await make(without, { frozen: true })).toMatchObject({
    ok: false,
    notes: [{ code: "lock/would-change", place: { file: "course.lock.es.yaml" } }],
  });
  expect((await make(without, { frozen: true, languages: ["en"] })).ok).toBe(true);
});

test("what is out of date is a warning at the translation, and in the drift report even of a course with errors", async () => {
  const files = await locked(bilingualCourse());
  const changed = { ...files, "basics/quiz.md": files["basics/quiz.md"]?.replace("This is.", "This one is.") ?? "" };
  const outcome = await check(memory(changed));
  expect(outcome.ok && outcome.value.editions.map(({ lock }) => lock.changed)).toEqual([false, false]);
  expect(outcome.notes).toEqual([
    expect.objectContaining({
      code: "translation/out-of-date",
      severity: "warning",
      place: expect.objectContaining({ file: "basics/quiz.es.md", line: 1 }),
      related: [{ message: "changed here", place: expect.objectContaining({ file: "basics/quiz.md", line: 1 }) }],
    }),
  ]);
  const [drift] = await driftReport(memory({ ...changed, "basics/module.es.yaml": "titel: x\n" }));
  expect(drift?.outOfDate.map(({ key }) => key)).toEqual(["question basics-1"]);
});

test("lock files of all editions are repaired", async () => {
  const files = await locked(bilingualCourse());
  const twice = (text = "") => text.replace(/^( {4}- (?:\{ )?ordinal: )2$/m, "$11").replace(/since: "1"/, 'since: "2"');
  const merged = { ...files, "course.lock.es.yaml": twice(files["course.lock.es.yaml"]) };
  const mended = await repair(memory(merged), new Set(["basics-2"]));
  expect(mended.ok && mended.value.map(({ file, changed }) => [file, changed])).toEqual([
    ["course.lock.yaml", false],
    ["course.lock.es.yaml", true],
  ]);
});

test("the preview shows one language, and goes on from the lock file that it has in memory", async () => {
  const rebuild = openWorkbench(memory(bilingualCourse()), { language: "EN" });
  const [first, second] = [await rebuild(), await rebuild()];
  expect([first.notes, second.notes]).toEqual([[], []]);
  expect(second.ok && second.value.course.edition).toBe(undefined);

  const titles = async (language?: string) => {
    const outcome = await openWorkbench(memory(bilingualCourse()), language === undefined ? {} : { language })();
    return outcome.ok && outcome.value.packages.map(({ name }) => name);
  };
  expect(await titles("es")).toEqual(SPANISH.map((file) => file.replace(".zip", "")));
  expect(await titles()).toEqual(ENGLISH.map((file) => file.replace(".zip", "")));
});
