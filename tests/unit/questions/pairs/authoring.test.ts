import { expect, test } from "vitest";
import { categorize } from "../../../../src/questions/categorize/authoring.ts";
import { matching } from "../../../../src/questions/matching/authoring.ts";
import { kit } from "../kit.ts";

const match = (pairs: readonly object[], ...distractors: unknown[]) => matching.schema.parse({ pairs, distractors });
const AB = [
  { item: "A", match: "x" },
  { item: "B", match: "y" },
];
const found = (problems: ReturnType<typeof matching.problems>) =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

test("matches and distractors become one list of options; equal matches are one", () => {
  const spec = match([...AB, { item: "C", match: " x " }], "z", { text: "w", id: "w" });
  expect(spec.options.map(({ text, path }) => [text, path.join(".")])).toEqual([
    ["x", "pairs.0.match"],
    ["y", "pairs.1.match"],
    ["z", "distractors.0.text"],
    ["w", "distractors.1.text"],
  ]);
  expect(spec.items.map(({ to }) => to)).toEqual([0, 1, 0]);
  expect(matching.problems(spec, "Stem")).toEqual([]);
});

test("an item and an option with the same text are different parts, and so are the sides of a pair with an id", () => {
  const parts = matching.parts(
    match([
      { item: "A", match: "B", id: "p" },
      { item: "B", match: "A" },
    ]),
    "Stem",
  );
  expect(new Set(parts.map(({ id, text }) => id ?? text)).size).toBe(4);
  expect(parts.map(({ id }) => id)).toEqual(["p", undefined, "p=", undefined]);
});

test.each([
  ["one pair", { pairs: [AB[0]] }],
  ["an empty item", { pairs: [...AB, { item: " ", match: "z" }] }],
  ["a pair without a match", { pairs: [...AB, { item: "C" }] }],
  ["an unknown key", { pairs: [...AB, { item: "C", match: "z", macth: "z" }] }],
  ["an id with spaces", { pairs: [...AB, { item: "C", match: "z", id: "a b" }] }],
  ["an empty reason", { pairs: [...AB, { item: "C", match: "z", why: "" }] }],
  ["an empty distractor", { pairs: AB, distractors: [""] }],
  ["37 pairs", { pairs: Array.from({ length: 37 }, (_, index) => ({ item: `i${index}`, match: `m${index}` })) }],
])("matching refuses %s", (_name, spec) => {
  expect(matching.schema.safeParse(spec).success).toBe(false);
});

test("matching finds what a schema cannot", () => {
  expect(found(matching.problems(match([...AB, { item: "A ", match: "z" }]), "Stem"))).toEqual([
    "duplicate-item pairs.2.item",
  ]);
  expect(found(matching.problems(match(AB, "y"), "Stem"))).toEqual(["duplicate-distractor distractors.0.text"]);
  expect(found(matching.problems(match(AB, "z", "z"), "Stem"))).toEqual(["duplicate-distractor distractors.1.text"]);
  const same = [
    { item: "A", match: "x", id: "p" },
    { item: "B", match: "x", id: "p" },
  ];
  expect(found(matching.problems(match(same), "Stem"))).toEqual(["duplicate-part-id pairs.1.id", "one-option pairs"]);
  expect(found(matching.problems(match(AB, "z".repeat(61)), "Stem"))).toEqual(["long-option distractors.0.text"]);
});

const sort = (...categories: readonly object[]) => categorize.schema.parse({ categories });

test("categories hold their items; one without items is there to choose", () => {
  const spec = sort(
    { category: "X", items: ["A", { text: "B", why: "no" }] },
    { category: "Y", items: ["C"] },
    { category: "Z" },
  );
  expect(spec.items.map(({ text, to, path }) => `${text}${to} ${path.join(".")}`)).toEqual([
    "A0 categories.0.items.0.text",
    "B0 categories.0.items.1.text",
    "C1 categories.1.items.0.text",
  ]);
  expect(spec.options.map(({ text }) => text)).toEqual(["X", "Y", "Z"]);
  expect(categorize.problems(spec, "Stem")).toEqual([]);
});

test("categorize finds what a schema cannot", () => {
  const twice = sort({ category: "X", items: ["A"] }, { category: "X", items: ["A"] });
  expect(found(categorize.problems(twice, "Stem"))).toEqual([
    "duplicate-item categories.1.items.0.text",
    "duplicate-category categories.1.category",
  ]);
  expect(found(categorize.problems(sort({ category: "X" }, { category: "Y", items: ["A"] }), "Stem"))).toEqual([
    "too-few-items categories",
  ]);
  const many = Array.from({ length: 37 }, (_, index) => `i${index}`);
  expect(found(categorize.problems(sort({ category: "X" }, { category: "Y", items: many }), "Stem"))).toEqual([
    "too-many-items categories",
  ]);
  const ids = sort({ category: "X", id: "a" }, { category: "Y", items: [{ text: "A", id: "a" }, "B"] });
  expect(found(categorize.problems(ids, "Stem"))).toEqual(["duplicate-part-id categories.0.id"]);
  expect(categorize.schema.safeParse({ categories: [{ category: "X", items: ["A", "B"] }] }).success).toBe(false);
});

test("delivers by the lock file's ordinals, and asks for each text by its place in `texts`", () => {
  const asked: [number, string][] = [];
  const noting = {
    ...kit,
    inline: (text: string, at: number) => {
      asked.push([at, text]);
      return `<em>${text}</em>`;
    },
  };
  const spec = sort({ category: "X", items: ["A", { text: "B", why: "no" }] }, { category: "Y", items: ["C"] });
  const { key, view } = categorize.deliver({ spec, parts: [5, 9, 2, 7, 1], stem: "Stem" }, noting, 0);
  expect(key).toEqual({
    items: [
      { o: 5, text: "A", to: 7 },
      { o: 9, text: "B", to: 7, why: "<em>no</em>" },
      { o: 2, text: "C", to: 1 },
    ],
    options: [
      { o: 7, text: "X" },
      { o: 1, text: "Y" },
    ],
  });
  expect(view).toEqual({
    items: [
      { ordinal: 5, label: "<em>A</em>" },
      { ordinal: 9, label: "<em>B</em>" },
      { ordinal: 2, label: "<em>C</em>" },
    ],
  });
  const texts = categorize.texts(spec);
  expect(asked.sort((a, b) => a[0] - b[0])).toEqual(texts.map(({ text }, at) => [at, text]));
  expect(texts.at(-1)).toEqual({ path: ["categories", 0, "items", 1, "why"], text: "no" });
});
