import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { misnamedFiles } from "../../../src/validate/misnamed.ts";
import { smallCourse } from "../../support/small-course.ts";

async function notesOn(path: string) {
  return misnamedFiles((await loadCourse(memory(smallCourse({ [path]: "A." })))).value);
}

test.each([
  ["basics/02-next.md.txt", "02-next.md"],
  ["basics/02-next.TXT", "02-next.md"],
  ["basics/02-Next.markdown", "02-next.md"],
  ["basics/quiz.md.txt", "quiz.md"],
  ["basics/Quiz.pt-BR.yml", "quiz.pt-BR.yaml"],
  ["course.es-419.yml", "course.es-419.yaml"],
  ["instructor.MD", "instructor.md"],
  ["check-offs/hands.yml.txt", "hands.yaml"],
])("%s is to be called %s", async (path, meant) => {
  const [note, ...others] = await notesOn(path);
  expect(note).toMatchObject({ code: "load/misnamed-file", place: { file: path } });
  expect(note?.help).toContain(`Rename it to “${meant}”.`);
  expect(others).toEqual([]);
});

test.each(["doc", "docx", "odt", "rtf", "pages"])(
  "a lesson from a word processor, .%s, is not read",
  async (ending) => {
    expect(await notesOn(`basics/02-next.${ending}`)).toMatchObject([{ code: "load/not-plain-text" }]);
  },
);

test.each(["basics/assets/quiz.yml", "basics/assets/02-next.txt", "basics/notes.txt", "basics/next.docx", "notes.txt"])(
  "%s may have its name",
  async (path) => {
    expect(await notesOn(path)).toEqual([]);
  },
);
