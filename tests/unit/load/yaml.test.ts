import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readYaml } from "../../../src/load/yaml.ts";

const read = (text: string) => readYaml(text, { file: "f.yaml" });

test("scalars stay as written", () => {
  const text = "a: 0.50\nb: .5\nc: 007\nd: yes\ne: null\nf: ~\ng:\nh: 2026-11-20\ni: 1e3\n";
  expect(read(text).value?.data).toEqual({
    ...{ a: "0.50", b: ".5", c: "007", d: "yes", e: "null", f: "~", g: "", h: "2026-11-20", i: "1e3" },
  });
});

test("any text that a YAML writer writes is read back, without a finding", () => {
  const text = fc.string({ unit: "grapheme" });
  const key = fc.stringMatching(/^[a-z]{1,8}$/);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(key, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(key, value, { minKeys: 1 }), (data) => {
      const { value, notes } = read(stringify(data, { defaultStringType: "QUOTE_DOUBLE" }));
      expect(value?.data).toEqual(JSON.parse(JSON.stringify(data)));
      expect(notes).toEqual([]);
    }),
  );
});

test("places of keys, values, items and what is missing", () => {
  const { value } = readYaml("a:\n  b: |\n    x\n  c: [q, 'r']\n", { file: "f", firstLine: 2 });
  expect(value?.placeOf(["a", "b"])).toEqual({ file: "f", line: 4, column: 5 });
  expect(value?.placeOf(["a", "c"], "key")).toEqual({ file: "f", line: 5, column: 3, length: 1 });
  expect(value?.placeOf(["a", "c", 1])).toEqual({ file: "f", line: 5, column: 10, length: 3 });
  expect(value?.placeOf(["a", "none"])).toEqual({ file: "f", line: 3, column: 3 });
});

test.each([
  ["title: a: b", "yaml/colon-in-text", 'title: "a: b"'],
  ["a:\n\tb: c", "yaml/tab-indent", "b: c"],
  ["a:\n  b: c\n \u00a0d: e", "yaml/no-break-space", "d: e"],
  ["stem: [[dia | x]] is", "yaml/starts-with-bracket", 'stem: "[[dia | x]] is"'],
  ["stem: [[dia]]", "yaml/starts-with-bracket", 'stem: "[[dia]]"'],
  ["stem: {{lb}} lb", "yaml/starts-with-brace", 'stem: "{{lb}} lb"'],
  ["- {{lb}}", "yaml/starts-with-brace", '- "{{lb}}"'],
  ["right: > 5 mg", "yaml/starts-with-greater-than", 'right: "> 5 mg"'],
  ["right: | x", "yaml/starts-with-bar", 'right: "| x"'],
  ["right: &salt and", "yaml/starts-with-ampersand", 'right: "&salt and"'],
  ["right: *", "yaml/starts-with-star", 'right: "*"'],
  ["right: *salt", "yaml/starts-with-star", 'right: "*salt"'],
  ["right: !now", "yaml/starts-with-bang", 'right: "!now"'],
  ["right: %5", "yaml/starts-with-percent", 'right: "%5"'],
  ["right: @home", "yaml/starts-with-at", 'right: "@home"'],
  ["right: `code`", "yaml/starts-with-backtick", 'right: "`code`"'],
  ['stem: "A" or "B"?', "yaml/text-after-quote", `stem: '"A" or "B"?'`],
  ["lms:moodle\ntitle: A", "yaml/no-space-after-colon", "lms: moodle"],
  ["lms:\u00A0moodle\ntitle: A", "yaml/no-space-after-colon", "lms: moodle"],
  ["a: [b, c\nd: e", "yaml/unreadable", "closing `]`"],
  ["q:\n  - a: b\n    c: d\n   e: f", "yaml/unreadable", "same column"],
  ["title: “Duties”", "yaml/curly-quotes", 'title: "Duties"'],
  ["why: take #4 first", "yaml/text-lost", 'why: "take #4 first"'],
  ["objectives:\n  - Use form #4", "yaml/text-lost", '- "Use form #4"'],
])("%j is %s", (text, code, corrected) => {
  const { notes } = read(text);
  expect(notes.map((note) => note.code)).toEqual([code]);
  expect(notes[0]?.help).toContain(corrected);
});

test.each([
  ["a: 1\na: 2", ["2:1 yaml/duplicate-key"]],
  ["a: 'open", ["1:9 yaml/unreadable"]],
  ["a: b\n---\nc: d", ["2:1 yaml/unreadable"]],
  ["- right: x\n  wrong: b: c\n- right: @d\n", ["2:10 yaml/colon-in-text", "3:10 yaml/starts-with-at"]],
  ["id: x # a note\ntype: single # too\nstem: >\n  a # b\nwhy: 'x' # fine\n", []],
  ["q:\n  - id: x\n\ttype: a\n    choices:\n      - b", ["3:1 yaml/tab-indent"]],
  ["a: b  \nc: “one” and “two” stay\n", []],
])("%j reports %j", (text, expected) => {
  expect(read(text).notes.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`)).toEqual(expected);
});
