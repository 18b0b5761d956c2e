import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PackageFile } from "../../../src/files.ts";
import type { Course } from "../../../src/model/course.ts";
import { TARGETS } from "../../../src/targets/index.ts";
import { CONTENT, course, firstPackage, grading, lesson, module } from "../../support/course.ts";
import {
  CONTROL_DOCUMENTS,
  folderFiles,
  invalidity,
  officialOr,
  officialSchemas,
  xmllint,
} from "../../support/schemas.ts";

/** Folders of the official schemas. */
const OFFICIAL = { scorm12: "scorm12", "scorm2004-3rd": "scorm2004-3e", "scorm2004-4th": "scorm2004-4e" } as const;
type Format = keyof typeof OFFICIAL;
const FORMATS: readonly Format[] = ["scorm12", "scorm2004-3rd", "scorm2004-4th"];

function describeAs(format: Format, changes: Partial<Course>): readonly PackageFile[] {
  const edition = format === "scorm2004-3rd" ? "3rd" : "4th";
  const target = TARGETS.find(({ name }) => format.startsWith(name));
  const made = course({ ...changes, scorm2004: { edition, ...changes.scorm2004 } });
  if (!target) throw new Error(`no target ${format}`);
  return target.describe(made, firstPackage(made), CONTENT, CONTROL_DOCUMENTS);
}

function manifestAs(format: Format, changes: Partial<Course> = {}): string {
  const file = describeAs(format, changes).find(({ path }) => path === "imsmanifest.xml");
  if (file?.content.kind !== "bytes") throw new Error("no manifest");
  return new TextDecoder().decode(file.content.bytes);
}

const fullCourse: Partial<Course> = {
  frameworks: [
    {
      id: "EX-1",
      title: "EXAMPLE: not official text",
      official: false,
      competencies: [
        { code: "I.P.1", label: "Measure & record blood pressure", area: "Anatomy" },
        { code: "X.C.3", label: "Components of HIPAA", area: "" },
        { code: "X.C.4", label: "Nobody teaches this", area: "Law" },
      ],
    },
  ],
  modules: [
    module({
      title: 'Vital signs <"&"> — Überblick',
      grading: grading({ attempts: 1, pass: 7950 }),
      lessons: [lesson({ competencies: ["I.P.1"], supports: ["X.C.3"], terms: ["systolic", "diastolic"] })],
    }),
  ],
};

describe.each(FORMATS)("%s", (format) => {
  test.each([
    ["plain", {}],
    ["full", fullCourse],
  ])("the %s manifest is as reviewed", async (name, changes) => {
    await expect(manifestAs(format, changes)).toMatchFileSnapshot(`../../snapshots/${format}-${name}.xml`);
  });

  test.each([
    ["plain", {}],
    ["full", fullCourse],
  ])("the %s manifest is valid by the package's own control documents", (_, changes) => {
    expect(invalidity(manifestAs(format, changes), describeAs(format, changes))).toBe("");
  });

  test.each([
    ["plain", {}],
    ["full", fullCourse],
  ])("the %s manifest is valid by the official schemas", (_, changes) => {
    const official = officialOr(OFFICIAL[format], CONTROL_DOCUMENTS[format]);
    expect(invalidity(manifestAs(format, changes), official)).toBe("");
    // Where xmllint is not installed, libxml2 alone has judged.
    expect(xmllint(manifestAs(format, changes), official) ?? "").toBe("");
  });

  test("the control documents would refuse a manifest in the wrong order", () => {
    const wrong = manifestAs(format).replace(/(<title>.*?<\/title>)(\s*)(<item[\s\S]*?<\/item>)/, "$3$2$1");
    expect(invalidity(wrong, describeAs(format, {}))).toContain("title");
  });

  test("a title is cut to what the format takes", () => {
    const title = /<title>(.*?)<\/title>/.exec(
      manifestAs(format, { modules: [module({ title: "é".repeat(300) })] }),
    )?.[1];
    expect(title).toHaveLength(format === "scorm12" ? 200 : 255);
    expect(title).toMatch(/é…$/);
  });

  test("every file of the content is listed, control documents are not", () => {
    const listed = Array.from(manifestAs(format).matchAll(/<file href="(.*?)"/g), ([, href]) => href);
    expect(listed).toEqual(CONTENT.map(({ path }) => path));
  });

  test("the pass mark is written only where no further attempt is meant", () => {
    const mastery = (changes: Parameters<typeof grading>[0]) =>
      /<(?:adlcp:masteryscore|imsss:minNormalizedMeasure)>(.*?)</.exec(
        manifestAs(format, { modules: [module({ grading: grading(changes) })] }),
      )?.[1];
    expect(mastery({ attempts: 3 })).toBeUndefined();
    expect(mastery({ attempts: 1 })).toBe(format === "scorm12" ? "80" : "0.8");
    expect(mastery({ report: "completed-failed", pass: 7999 })).toBe(format === "scorm12" ? "79.99" : "0.7999");
  });

  test("a package without a quiz has no pass mark", () => {
    const { quiz: _, ...withoutQuiz } = module({ grading: grading({ attempts: 1 }) });
    expect(manifestAs(format, { modules: [withoutQuiz] })).not.toMatch(/mastery|Measure/);
  });

  test("nothing is written that Moodle cannot read", () => {
    expect(manifestAs(format, fullCourse)).not.toMatch(/mapInfo|completionThreshold|prerequisites/);
  });
});

test("SCORM 2004 carries LOM metadata only with the author's schema set", () => {
  expect(manifestAs("scorm2004-4th", fullCourse)).not.toContain("lom");
});

test.runIf(existsSync(officialSchemas))("SCORM 2004 with the official LOM set is valid by it", async () => {
  const set = folderFiles(join(officialSchemas, "scorm2004-4e"));
  const lomSchemas = set.flatMap((file) => (/^(lom|common|extend|unique|vocab)/.test(file.path) ? [file] : []));
  const changes: Partial<Course> = { ...fullCourse, scorm2004: { edition: "4th", lomSchemas } };
  const manifest = manifestAs("scorm2004-4th", changes);
  await expect(manifest).toMatchFileSnapshot("../../snapshots/scorm2004-4th-lom.xml");
  const files = describeAs("scorm2004-4th", changes);
  expect(invalidity(manifest, files)).toBe("");
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
});
