import { expect, test } from "vitest";
import { build } from "../../../../src/questions/build/authoring.ts";
import { ordering } from "../../../../src/questions/ordering/authoring.ts";
import { kit } from "../kit.ts";

const term = (parts: readonly unknown[], ...distractors: unknown[]) => build.schema.parse({ parts, distractors });
const found = (problems: ReturnType<typeof build.problems>) =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

test.each([
  ["two items", ["a", "b"]],
  ["an empty item", ["a", "b", ""]],
  ["an unknown key", ["a", "b", { text: "c", why: "no" }]],
  ["a list in the list", ["a", "b", ["c"]]],
  ["37 items", Array.from({ length: 37 }, (_, index) => `i${index}`)],
])("ordering refuses %s", (_name, items) => {
  expect(ordering.schema.safeParse({ items }).success).toBe(false);
});

test("ordering finds items that cannot be told apart", () => {
  const spec = ordering.schema.parse({ items: ["a", { text: "b", id: "x" }, "a", { text: "c", id: "x" }] });
  expect(found(ordering.problems(spec, "Stem"))).toEqual([
    "duplicate-item items.2.text",
    "duplicate-part-id items.3.id",
  ]);
});

test("build refuses a term of one part", () => {
  expect(build.schema.safeParse({ parts: ["cardi/o"] }).success).toBe(false);
});

test("build finds distractors that are answers, and too many parts", () => {
  expect(found(build.problems(term(["a", "b"], "b", "c", "c "), "Stem"))).toEqual([
    "duplicate-distractor distractors.0.text",
    "duplicate-distractor distractors.2.text",
  ]);
  const many = Array.from({ length: 35 }, (_, index) => `i${index}`);
  expect(found(build.problems(term(["a", "b"], ...many), "Stem"))).toEqual(["too-many-items distractors"]);
});

test("a part that comes twice is two parts of one kind", () => {
  const spec = term(["gastr", "o", "enter", "o", { text: "-logy", id: "logy" }], "-itis");
  expect(build.problems(spec, "Stem")).toEqual([]);
  const parts = build.parts(spec, "Stem");
  expect(new Set(parts.map(({ id, text }) => id ?? text)).size).toBe(6);
  const { key } = build.deliver({ spec, parts: [1, 2, 3, 4, 5, 6], stem: "Stem" }, kit, 0);
  expect(key).toEqual({
    parts: [
      { o: 1, text: "gastr" },
      { o: 2, text: "o" },
      { o: 3, text: "enter" },
      { o: 4, text: "o", like: 2 },
      { o: 5, text: "-logy" },
      { o: 6, text: "-itis" },
    ],
    right: [1, 2, 3, 4, 5],
  });
});

test("delivers by the lock file's ordinals, and asks for each text by its place in `texts`", () => {
  const asked: [number, string][] = [];
  const noting = {
    ...kit,
    inline: (text: string, at: number) => {
      asked.push([at, text]);
      return `<b>${text}</b>`;
    },
  };
  const spec = ordering.schema.parse({ items: ["a", "b", "c"] });
  const { key, view } = ordering.deliver({ spec, parts: [8, 3, 5], stem: "Stem" }, noting, 0);
  expect(key).toEqual({
    parts: [
      { o: 8, text: "a" },
      { o: 3, text: "b" },
      { o: 5, text: "c" },
    ],
    right: [8, 3, 5],
  });
  expect(view).toEqual({ parts: [8, 3, 5].map((ordinal, at) => ({ ordinal, label: `<b>${"abc"[at]}</b>` })) });
  expect(asked).toEqual(ordering.texts(spec).map(({ text }, at) => [at, text]));
});
