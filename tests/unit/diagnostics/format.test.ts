import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { format } from "../../../src/diagnostics/format.ts";
import { frame } from "../../../src/diagnostics/frame.ts";
import { nearest } from "../../../src/diagnostics/nearest.ts";

const NOTES: readonly Diagnostic[] = [
  { code: "b/later", severity: "warning", message: "Second.", place: { file: "a.yaml", line: 2 } },
  {
    code: "a/wrong",
    severity: "error",
    message: "100% wrong: here, and there.",
    place: { file: "a.yaml", line: 1, column: 5, length: 3 },
    help: "Mend it.",
    related: [{ message: "first used here", place: { file: "b.yaml", line: 7 } }],
  },
  { code: "c/nowhere", severity: "hint", message: "Third." },
  { code: "a/other", severity: "error", message: "Other file.", place: { file: "B.yaml" } },
];
const sources = (file: string) => (file === "a.yaml" ? "one two\nthree" : undefined);

test("text is sorted, shows the line and ends with a summary", () => {
  expect(format(NOTES, "text", sources, false)).toBe(`error: Other file.
 --> B.yaml  [a/other]

error: 100% wrong: here, and there.
 --> a.yaml:1:5  [a/wrong]
1 | one two
  |     ^^^
first used here: b.yaml:7
help: Mend it.

warning: Second.
 --> a.yaml:2  [b/later]
2 | three

hint: Third.
 --> [c/nowhere]

2 errors, 1 warning, 1 hint
`);
});

test("no findings are no text; color only when asked for", () => {
  expect(format([], "text", sources, true)).toBe("");
  expect(format(NOTES, "text", sources, true)).toContain("\u001b[31merror\u001b[0m: Other");
});

test("JSON and workflow commands", () => {
  expect(JSON.parse(format(NOTES, "json", sources, false)).map(({ code }: Diagnostic) => code)).toEqual([
    ...["a/other", "a/wrong", "b/later", "c/nowhere"],
  ]);
  expect(format(NOTES, "github", sources, false).split("\n")).toEqual([
    "::error file=B.yaml,title=a/other::Other file.",
    "::error file=a.yaml,line=1,col=5,title=a/wrong::100%25 wrong: here, and there.%0AMend it.",
    "::warning file=a.yaml,line=2,title=b/later::Second.",
    "::notice title=c/nowhere::Third.",
    "",
  ]);
});

test("a frame shows long lines around the caret and nothing for lines that do not exist", () => {
  const long = `${"x".repeat(200)}HERE${"y".repeat(200)}`;
  const [line = "", caret = ""] = (frame({ file: "f", line: 1, column: 201, length: 4 }, long) ?? "").split("\n");
  expect(line.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("HERE");
  expect(line.length).toBeLessThan(120);
  expect(frame({ file: "f", line: 3 }, "one\ntwo")).toBeUndefined();
  expect(frame({ file: "f", line: 2, column: 2 }, "one\r\n\ttwo")).toBe("2 |  two\n  |  ^");
});

test("the nearest word is offered only when it is near", () => {
  expect(nearest("pionts", ["points", "pool"])).toBe("points");
  expect(nearest("Stem", ["stem"])).toBe("stem");
  expect(nearest("zebra", ["points", "pool"])).toBeUndefined();
});
