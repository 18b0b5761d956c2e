/** The courses that are photographed, each built and unzipped in a folder of its own. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "../support/zip.ts";

/** A course in the repository, what is put into its `course.yaml` for the picture, and the edition that is shown. */
const COURSES = {
  reference: { folder: "modules", more: "", language: "en" },
  gallery: { folder: "tests/fixtures/courses/gallery", more: "", language: "en" },
  directives: { folder: "tests/fixtures/courses/every-directive", more: "", language: "en" },
  paper: {
    folder: "tests/fixtures/courses/every-directive",
    more: "theme: { name: paper, font: serif }\n",
    language: "en",
  },
  arabic: { folder: "tests/fixtures/courses/every-directive", more: "language: ar\n", language: "ar" },
} as const;

export type CourseName = keyof typeof COURSES;

/** The folders of unzipped packages: of each course its first, or the one that `part` of the zip's name tells. */
export type Packages = (course: CourseName, part?: string) => Promise<string>;

/** Builds every course into a scratch folder. */
export function buildCourses(root: string, scratch: string): Packages {
  for (const [name, { folder, more, language }] of Object.entries(COURSES)) {
    const course = join(scratch, name, "course");
    // A copy: building writes the lock file.
    cpSync(join(root, folder), course, { recursive: true });
    const settings = join(course, "course.yaml");
    writeFileSync(settings, `${readFileSync(settings, "utf8").trimEnd()}\n${more}`);
    const args = ["build", course, "--out", join(scratch, name, "dist"), "--target", "scorm12", "--language", language];
    execFileSync(process.execPath, [join(root, "dist/tool/cli.js"), ...args], { stdio: "ignore" });
  }
  return async (name, part = "") => {
    const dist = join(scratch, name, "dist");
    const zip = readdirSync(dist).find((file) => file.endsWith(".zip") && file.includes(part));
    if (zip === undefined) throw new Error(`The course ${name} has no package ${part}.`);
    const folder = join(scratch, name, zip.replace(/\.zip$/, ""));
    for (const [path, bytes] of await readZip(join(dist, zip))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  };
}
