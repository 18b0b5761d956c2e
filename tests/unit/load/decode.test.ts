import { expect, test } from "vitest";
import { decode } from "../../../src/load/decode.ts";

const conflict = new TextEncoder().encode("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n");

test("a conflict that nobody resolved says what to keep, in lock files otherwise", () => {
  const [note] = decode(conflict, "one/quiz.md").notes;
  expect(note).toMatchObject({ code: "load/merge-conflict", place: { line: 2, column: 1 } });
  expect(note?.help).toContain("keep what is right");
  expect(decode(conflict, "course.lock.es.yaml").notes[0]?.help).toContain("coursewright lock --repair");
});

test("a line of equal signs under a heading is no conflict", () => {
  const text = "A heading\n=======\n> > > > > > > quoted\n";
  expect(decode(new TextEncoder().encode(text), "one/01-a.md")).toEqual({ value: text, notes: [] });
});

test("UTF-16 is called by the name that Windows gives it", () => {
  const [note] = decode(Buffer.from("\uFEFFid: course\n", "utf16le"), "course.yaml").notes;
  expect(note).toMatchObject({ code: "load/not-utf8", place: { file: "course.yaml" } });
  expect(note?.message).toContain("Unicode");
});
