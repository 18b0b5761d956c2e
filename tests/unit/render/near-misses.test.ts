import { expect, test } from "vitest";
import { asset } from "./setup.ts";
import { show } from "./show.ts";

test.each([
  ["##The cuff", ["warning render/heading-without-space duties/01-lesson.md:10:1"]],
  ["#1 of all\n\n`##not`\n\n\\#two", []],
  [
    "Text.\n\n::note[Why]\nText.\n::",
    [12, 14].map((line) => `error render/directive-two-colons duties/01-lesson.md:${line}:1`),
  ],
  ["A time: 8::10 and C++ ::std", []],
  [":::note\nText. :::\n:::", ["error render/directive-end-inline duties/01-lesson.md:11:7"]],
  ["• one\n• two", [10, 11].map((line) => `warning render/bullet-sign duties/01-lesson.md:${line}:1`)],
  ["A ![cuff](assets/my cuff.svg)", ["error render/space-in-path duties/01-lesson.md:10:3"]],
  ["![cuff](assets/cuff (1).svg)", ["error render/space-in-path duties/01-lesson.md:10:1"]],
  ["![cuff](<assets/my cuff.svg>)", []],
  ["Write `![x](my file.png)`, [see](#a) (or not).\n\n## A", []],
])("%j reports %j", async (body, expected) => {
  const { notes } = await show(body, [asset("duties/assets/my cuff.svg")]);
  expect(notes).toEqual(expected);
});

test.each([
  ["![c](assets/cuff.svg)", ["duties/cuff.svg"], "“cuff.svg”"],
  ["![c](assets/cuff.svg)", ["duties/assets/cuff.md", "duties/assets/cuf.png"], "“assets/cuf.png”"],
  ["![c](assets/cuff.svg)", ["duties/assets/cuff.md"], "relative to the module's folder"],
  ["[CDC](www.cdc.gov)", [], "https://www.cdc.gov"],
  ["[here](lesson)", [], "“01-lesson.md”"],
])("%s beside %j is answered with %s", async (body, files, expected) => {
  const { helps } = await show(
    body,
    files.map((file) => asset(file)),
  );
  expect(helps).toEqual([expect.stringContaining(expected)]);
});

test.each([
  ["heic", "a photograph", "render/image-format"],
  ["png", "", "render/image-empty"],
])("a picture that nobody would see is an error: .%s of %j", async (ending, content, code) => {
  const { notes } = await show(`![c](assets/c.${ending})`, [asset(`duties/assets/c.${ending}`, content)]);
  expect(notes).toEqual([`error ${code} duties/01-lesson.md:10:6`]);
});

test("a directive in the wrong form is one mistake, its end none", async () => {
  const { notes } = await show(":::note(Title)\nText.\n:::");
  expect(notes).toEqual(["error render/directive-form duties/01-lesson.md:10"]);
});
