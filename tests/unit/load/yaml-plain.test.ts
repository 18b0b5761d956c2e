import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { Node } from "../../../src/load/placed.ts";
import { readDocument } from "../../../src/load/yaml-document.ts";
import { readPlainYaml } from "../../../src/load/yaml-plain.ts";

/** Plain reading is right when the library reads the same tree, in the same places, and finds nothing to say. */
function agrees(text: string): Node | undefined {
  const plain = readPlainYaml(text);
  if (plain) expect({ text, ...readDocument(text, "f", 1) }).toEqual({ text, value: plain, notes: [] });
  return plain;
}

const QUIZ = `# a quiz
draw: [{ from: vitals, count: 4 }, { from: 'it''s', count: 3 }]

questions:
  - id: first-step
    competencies: [III.P.3, "a, b"]
    stem: What's 0.50 -- "half"?
    choices:
    - right: Hand hygiene
    -   wrong: Gloves  
        why: "Gloves: on clean # hands."
  # between
  - id: second
    tags:
      - one
      - 'two'
`;

test("a quiz as people write it is plain", () => {
  expect(agrees(QUIZ)).toBeDefined();
});

const PIECES = [
  ...[
    "a",
    "b: ",
    "key: ",
    "- ",
    "-",
    "  ",
    " ",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    '"',
    "'",
    "''",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
  ],
  ...[
    ": ",
    ":",
    " #",
    "#",
    "|",
    ">",
    "&x",
    "*x",
    "!t",
    "@",
    "%",
    "`",
    "?",
    "? ",
    "“",
    "”",
    "é",
    "\u00a0",
    "\u2028",
    "\t",
    "\\",
    "---",
    "...",
    "0.50",
    "~",
    "<<: ",
    '"": ',
    '"k": ',
  ],
];

test("whatever is taken for plain the library reads alike: pieces of YAML in any order", () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(pieces, (text) => void agrees(text)),
    { numRuns: 5000 },
  );
});

test("a no-break space at a text's end is a part of it", () => {
  expect(agrees("pools: [main\u00a0, { from: vitals\u00a0 }]\n")).toBeDefined();
});

test("whatever is taken for plain the library reads alike: a quiz with a piece of it exchanged", () => {
  const edit = fc.record({ at: fc.nat(QUIZ.length), drop: fc.nat(4), put: fc.constantFrom(...PIECES) });
  const edited = fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) => edits.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), QUIZ));
  fc.assert(
    fc.property(edited, (text) => void agrees(text)),
    { numRuns: 1000 },
  );
});

test("whatever is taken for plain the library reads alike: what a YAML writer writes", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie("any"), { maxKeys: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(
      value,
      fc.boolean(),
      (data, flow) => void agrees(stringify(data, { collectionStyle: flow ? "flow" : "any" })),
    ),
  );
});
