import { expect, test } from "vitest";
import { readQuizMarkdown } from "../../../src/load/quiz-markdown.ts";

const codes = (text: string) =>
  readQuizMarkdown(text, "quiz.md").notes.map(({ code, place }) => `${place?.line} ${code}`);
const questions = (text: string) =>
  (readQuizMarkdown(text, "quiz.md").value.data as { questions: unknown[] }).questions;

const FULL = `# Quiz
<!-- for authors
only -->
## Report a reading {#bp-report pool=vitals competency="I.P.1, II.C.3" points=2}

A reading is 184/122.

\`\`\`text
## no heading
- [x] no choice
\`\`\`
- a list in the stem

What do you do?

- [x] Tell the provider
  at once
- [ ] Wait -- A reading this high
  cannot wait.

> First.
>
> Second.

## Is this right?
- [ ] True
- [x] False -- Never.
`;

test("a question becomes what quiz.yaml would hold", () => {
  expect(readQuizMarkdown(FULL, "quiz.md").notes).toEqual([]);
  expect(questions(FULL)).toEqual([
    {
      id: "bp-report",
      pool: "vitals",
      competencies: ["I.P.1", "II.C.3"],
      points: "2",
      stem: "A reading is 184/122.\n\n```text\n## no heading\n- [x] no choice\n```\n- a list in the stem\n\nWhat do you do?",
      choices: [{ right: "Tell the provider\nat once" }, { wrong: "Wait", why: "A reading this high\ncannot wait." }],
      rationale: "First.\n\nSecond.",
    },
    { type: "true-false", answer: "false", why: "Never.", stem: "Is this right?" },
  ]);
});

test("every text knows its place", () => {
  const { value } = readQuizMarkdown(FULL, "quiz.md", 101);
  const at = (...path: (string | number)[]) => {
    const { line, column } = value.placeOf(path);
    return [line, column];
  };
  expect(at("questions", 0)).toEqual([104, 1]);
  expect(at("questions", 0, "pool")).toEqual([104, 33]);
  expect(at("questions", 0, "stem")).toEqual([106, 1]);
  expect(at("questions", 0, "choices", 0, "right")).toEqual([116, 7]);
  expect(at("questions", 0, "choices", 1, "why")).toEqual([118, 15]);
  expect(at("questions", 0, "rationale")).toEqual([121, 3]);
  expect(at("questions", 1, "stem")).toEqual([125, 4]);
  expect(at("questions", 1, "why")).toEqual([127, 16]);
});

test("a type that is written out wins over choices named True and False", () => {
  expect(questions("## S {type=single}\n- [x] True\n- [ ] False\n")).toEqual([
    { type: "single", stem: "S", choices: [{ right: "True" }, { wrong: "False" }] },
  ]);
});

test.each([
  ["stray\n## Q\n- [x] a\n- [ ] b\n", ["1 quiz/text-before-heading"]],
  ["## Q {type=numeric}\nno choices\n", ["1 quiz/no-choices"]],
  ["## Q {#a b}\n- [x] a\n- [ ] b\n", ["1 quiz/bad-attribute"]],
  ["## Q {pool=a pool=b}\n- [x] a\n- [ ] b\n", ["1 quiz/duplicate-attribute"]],
  ["## Q\n- [] a\n- [x] b\n", ["2 quiz/bad-checkbox"]],
  ["## Q\n- [x] a\n- [y] b\n", ["3 quiz/bad-checkbox"]],
  ["## Q\n- [x] a\n- [ ] b\n\nmore\nand more\n", ["5 quiz/text-after-choices"]],
  ["## Q\n- [x] a\n- [ ] b\n> why\n- [ ] c\n", ["5 quiz/text-after-choices"]],
  ["## Q {#q lesson=one\n- [x] a\n- [ ] b\n", ["1 quiz/open-braces"]],
  ["## Q\n-\u00A0[x]\u00A0a\n- [ ] b\n", ["2 quiz/bad-checkbox"]],
  ["## Q\n[x] a\n[ ] b\n", ["2 quiz/bad-checkbox", "3 quiz/bad-checkbox"]],
  ["## Q\n[1](02-a.md) is a link\n- [x] a — b -- c\n- [ ] b—c\n", []],
  ["## Q\n- [x] a\n- [ ] b – c\n", ["3 quiz/long-dash"]],
  ["# Which?\n\n- [x] a\n- [ ] b\n", ["1 quiz/text-before-heading"]],
  ["# Quiz\n\nAn introduction.\n\n## Q\n- [x] a\n- [ ] b\n", ["3 quiz/text-before-heading"]],
  ["", []],
])("%j reports %j", (text, expected) => {
  expect(codes(text)).toEqual(expected);
});
