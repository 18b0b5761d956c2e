import { expect, test } from "vitest";
import type { RenderKit } from "../../../src/questions/authoring.ts";
import { multiple } from "../../../src/questions/multiple/authoring.ts";
import { single } from "../../../src/questions/single/authoring.ts";
import { trueFalse } from "../../../src/questions/true-false/authoring.ts";
import { kit as plainKit } from "./kit.ts";

const kit: RenderKit = {
  ...plainKit,
  inline: (markdown) => `<em>${markdown}</em>`,
  block: (markdown) => `<p>${markdown}</p>`,
};
const spec = (...choices: object[]) => single.schema.parse({ choices });

test("a single question has exactly one right choice", () => {
  expect(single.problems(spec({ right: "A" }, { wrong: "B" }), "Stem")).toEqual([]);
  expect(single.problems(spec({ wrong: "A" }, { wrong: "B" }), "Stem").map(({ code }) => code)).toEqual([
    "no-right-choice",
  ]);
  expect(single.problems(spec({ right: "A" }, { right: "B" }), "Stem").map(({ code }) => code)).toEqual([
    "several-right-choices",
  ]);
});

test("a multiple question has at least one", () => {
  expect(multiple.problems(spec({ wrong: "A" }, { wrong: "B" }), "Stem").map(({ code }) => code)).toEqual([
    "no-right-choice",
  ]);
});

test("equal choices and equal ids are found, with their place", () => {
  const problems = single.problems(spec({ right: "A", id: "x" }, { wrong: "B", id: "x" }, { wrong: " A " }), "Stem");
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ["duplicate-choice", ["choices", 2, "wrong"]],
    ["duplicate-choice-id", ["choices", 1, "id"]],
  ]);
});

test.each([
  ["neither right nor wrong", [{ why: "x" }, { wrong: "B" }]],
  ["both right and wrong", [{ right: "A", wrong: "A" }, { wrong: "B" }]],
  ["one choice", [{ right: "A" }]],
  ["an empty choice", [{ right: "" }, { wrong: "B" }]],
  ["an unknown key", [{ right: "A", because: "x" }, { wrong: "B" }]],
])("refuses %s", (_name, choices) => {
  expect(single.schema.safeParse({ choices }).success).toBe(false);
});

test("delivers a key by the lock file's ordinals, with plain words for reports", () => {
  const question = { spec: spec({ right: "A <b>", why: "yes" }, { wrong: "B" }), parts: [4, 2], stem: "Stem" };
  const delivered = single.deliver(
    question,
    { ...kit, inline: (text) => `<em>${text.replaceAll("<", "&lt;")}</em>` },
    0,
  );
  expect(delivered.key).toEqual({
    choices: [
      { o: 4, right: true, text: "A <b>", why: "<em>yes</em>" },
      { o: 2, right: false, text: "B" },
    ],
  });
});

test("texts name the path of every author text, in the order in which deliver asks for them", () => {
  const asked: [string, number][] = [];
  const note = (text: string, index: number): string => {
    asked.push([text, index]);
    return text;
  };
  const parsed = spec({ right: "A" }, { wrong: "B", why: "no" }, { wrong: "C" });
  single.deliver({ spec: parsed, parts: [0, 1, 2], stem: "Stem" }, { ...kit, inline: note }, 0);
  const texts = single.texts(parsed);
  expect(asked.sort((a, b) => a[1] - b[1]).map(([text]) => text)).toEqual(texts.map(({ text }) => text));
  expect(texts.map(({ path }) => path.join("."))).toEqual([
    "choices.0.right",
    "choices.1.wrong",
    "choices.1.why",
    "choices.2.wrong",
  ]);
});

test("true-false reads its answer as written and explains only the wrong side", () => {
  expect(trueFalse.schema.safeParse({ answer: "yes" }).success).toBe(false);
  const { key } = trueFalse.deliver(
    { spec: trueFalse.schema.parse({ answer: "False", why: "no" }), parts: [], stem: "Stem" },
    kit,
    0,
  );
  expect(key).toEqual({
    choices: [
      { o: 1, right: false, text: "True", why: "<em>no</em>" },
      { o: 0, right: true, text: "False" },
    ],
  });
});
