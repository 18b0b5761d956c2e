import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../../../src/files.ts";
import { readCsv } from "../../../src/load/csv.ts";
import { decode } from "../../../src/load/decode.ts";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { folder, memory } from "../../../src/load/source.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "course-"));
  for (const path of ["b", "a/c", "node_modules/x", ".git"]) mkdirSync(join(root, path), { recursive: true });
  for (const path of ["b/2.md", "b/1.md", "a/c/d.svg", "a.yaml", ".hidden", "node_modules/x/y.md", ".git/z"]) {
    writeFileSync(join(root, path), path);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a folder lists its files in order, without dotfiles and node_modules", async () => {
  expect((await folder(root).list()).paths).toEqual(["a.yaml", "a/c/d.svg", "b/1.md", "b/2.md"]);
});

test("links inside the course are followed once, links out of it are named", async () => {
  symlinkSync(join(root, "a"), join(root, "b", "inside"));
  symlinkSync(root, join(root, "b", "round"));
  symlinkSync(tmpdir(), join(root, "outside"));
  symlinkSync(join(root, "gone"), join(root, "broken"));
  const { paths, linksOutside } = await folder(root).list();
  expect(linksOutside).toEqual(["b/round", "broken", "outside"]);
  expect(paths).toContain("b/inside/c/d.svg");
  const { notes } = await loadCourse(folder(root));
  expect(notes.map(({ code }) => code)).toEqual(Array(3).fill("load/link-outside"));
});

test("a file is referred to by its place on disk, with size and hash, also when it is large", async () => {
  const large = Buffer.alloc(3 * 1024 * 1024, "x");
  writeFileSync(join(root, "a/video.mp4"), large);
  const content = { kind: "file", file: join(root, "a", "video.mp4") };
  expect(await folder(root).refer("a/video.mp4")).toEqual({
    path: "a/video.mp4",
    content,
    size: large.length,
    sha256: sha256(large),
  });
  expect((await folder(root).refer("a/c/d.svg")).sha256).toBe(sha256("a/c/d.svg"));
});

test("a missing file is a fault of the caller", async () => {
  await expect(folder(root).read("none")).rejects.toThrow();
  await expect(memory({}).read("none")).rejects.toThrow();
});

test("text loses its byte order mark and carriage returns, and nothing else", () => {
  expect(decode(Buffer.from("\ufeffa\r\nb\rc\u2028é"), "f").value).toBe("a\nb\nc\u2028é");
});

test("what is not UTF-8 or too large is named with its line", () => {
  const bad = decode(Buffer.from([0x61, 0x0a, 0x62, 0xe9, 0x0a]), "f");
  expect(bad).toMatchObject({ value: undefined, notes: [{ code: "load/not-utf8", place: { line: 2 } }] });
  expect(decode(Buffer.alloc(2 * 1024 * 1024 + 1, "x"), "f").notes[0]?.code).toBe("load/too-large");
});

test("any table that RFC 4180 can write is read back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é") });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
      expect(readCsv(text, "f").value.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test("rows know their line", () => {
  expect(readCsv('a,b\n\n"c\nd",e\nf,g\n', "f").value.map(({ line }) => line)).toEqual([1, 3, 5]);
});
