import { expect, test } from "vitest";
import { scenario } from "../../../../src/questions/scenario/authoring.ts";
import { kit } from "../kit.ts";

const KEYS = {
  opening: "The phone rings.",
  scenes: [
    {
      scene: "call",
      title: "Someone speaks.",
      text: "Slowly.",
      choices: [
        { right: "Ask", to: "end", why: "Yes." },
        { wrong: "Wait", to: "later", id: "wait" },
      ],
    },
    {
      scene: "later",
      title: "It is quiet.",
      choices: [
        { right: "Ask", to: "end" },
        { wrong: "Hang up", to: "end" },
      ],
    },
    { scene: "end", text: "The call ends." },
  ],
};
const spec = scenario.schema.parse(KEYS);
const question = { spec, parts: [4, 2, 1, 3], stem: "Stem" };

test("delivers scenes with the lock file's ordinals and the numbers of the scenes that follow", () => {
  expect(scenario.problems(spec, "Stem")).toEqual([]);
  expect(scenario.deliver(question, kit, 0).key).toEqual({
    scenes: [
      {
        choices: [
          { o: 4, right: true, text: "Ask", to: 2, why: "Yes." },
          { o: 2, right: false, text: "Wait", to: 1 },
        ],
      },
      {
        choices: [
          { o: 1, right: true, text: "Ask", to: 2 },
          { o: 3, right: false, text: "Hang up", to: 2 },
        ],
      },
      { choices: [] },
    ],
  });
});

test("the same words in two scenes are two parts, and an id lets them change", () => {
  const parts = scenario.parts(spec, "Stem");
  expect(new Set(parts.map(({ text }) => text)).size).toBe(4);
  expect(parts.map(({ id }) => id)).toEqual([undefined, "wait", undefined, undefined]);
});

test("texts stand in the order in which deliver asks for them", () => {
  const asked: [string, number][] = [];
  const note = (text: string, index: number): string => {
    asked.push([text, index]);
    return text;
  };
  scenario.deliver(question, { ...kit, inline: note, block: note }, 0);
  const texts = scenario.texts(spec);
  expect(asked.sort((a, b) => a[1] - b[1])).toEqual(texts.map(({ text }, index) => [text, index]));
  expect(texts[4]?.path).toEqual(["scenes", 0, "choices", 0, "why"]);
});

test("web of ways: every scene leads on, none back", () => {
  const scenes = (...ways: readonly string[][]) =>
    scenario.schema.parse({
      scenes: ways.map((to, index) => ({
        scene: `s${index}`,
        text: "Text.",
        choices: to.map((name, at) => ({ [at === 0 ? "right" : "wrong"]: `Way ${at}`, to: name })),
      })),
    });
  const codes = (...ways: readonly string[][]) => scenario.problems(scenes(...ways), "").map(({ code }) => code);
  expect(codes(["s1", "s2"], ["s3", "s2"], ["s3", "s4"], [], [])).toEqual([]);
  expect(codes(["s1", "s1"], ["s2", "s0"], [])).toEqual(["scene-cycle"]);
  expect(codes(["s1", "s1"], [], ["s3", "s1"], ["s2", "s1"])).toEqual(["scene-cycle"]);
  // As many ways as there are subsets of the scenes are still looked at in a moment.
  const wide = Array.from({ length: 36 }, (_, index) =>
    [1, 2, 3].flatMap((step) => (index + step < 36 ? [`s${index + step}`] : [])),
  );
  expect(codes(...wide)).toEqual(["lone-choice"]);
});

test("a scene offers up to ten choices", () => {
  const choices = Array.from({ length: 10 }, (_, at) => ({ [at === 0 ? "right" : "wrong"]: `Way ${at}`, to: "end" }));
  const { scenes } = scenario.schema.parse({
    scenes: [
      { text: "Text.", choices },
      { scene: "end", text: "End." },
    ],
  });
  expect(scenes[0]?.choices).toHaveLength(10);
});

test.each([
  ["Ask→end", /^Write the arrow as ` -> `/],
  ["Ask->end", /^Write the arrow as ` -> `/],
  ["Ask", /^Name the next scene/],
])("a choice without a way, %j, is told how to lead on", (right, help) => {
  const choices = [{ right }, { wrong: "Wait", to: "end" }];
  const { scenes } = scenario.schema.parse({
    scenes: [
      { text: "Text.", choices },
      { scene: "end", text: "End." },
    ],
  });
  const [found] = scenario.problems({ scenes }, "");
  expect([found?.code, found?.help]).toEqual(["no-next-scene", expect.stringMatching(help)]);
});
