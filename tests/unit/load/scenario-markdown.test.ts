import { expect, test } from "vitest";
import { readLesson } from "../../../src/load/markdown.ts";

const LESSON = `---
title: Lesson
---
Text.

:::scenario[A call at 8:10]
<!-- for authors -->
The phone rings.

## Someone *speaks*. {#call}

Slowly.

- [x] Ask -> next -- Asking
  helps.
- [ ] Write 5 -> 6 into the
  record -> next

## It is quiet. {#next}
:::
`;

test("a scenario becomes what quiz.yaml would hold, with places", () => {
  const { value, notes } = readLesson(LESSON, "one/01-a.md");
  expect(notes).toEqual([]);
  const [check] = value.checks;
  expect(check?.line).toBe(6);
  expect(check?.quiz.data).toEqual({
    questions: [
      {
        type: "scenario",
        stem: "A call at 8:10",
        scoring: "per-option",
        opening: "The phone rings.",
        scenes: [
          {
            scene: "call",
            title: "Someone *speaks*.",
            text: "Slowly.",
            choices: [
              { right: "Ask", to: "next", why: "Asking\nhelps." },
              { wrong: "Write 5 -> 6 into the\nrecord", to: "next" },
            ],
          },
          { scene: "next", title: "It is quiet." },
        ],
      },
    ],
  });
  const at = (...path: (string | number)[]) => {
    const { line, column } = check?.quiz.placeOf(["questions", 0, ...path]) ?? {};
    return [line, column];
  };
  expect(at("stem")).toEqual([6, 13]);
  expect(at("opening")).toEqual([8, 1]);
  expect(at("scenes", 0)).toEqual([10, 1]);
  expect(at("scenes", 0, "scene")).toEqual([10, 23]);
  expect(at("scenes", 0, "choices", 0, "to")).toEqual([14, 14]);
  expect(at("scenes", 0, "choices", 1, "to")).toEqual([17, 13]);
});

test.each([
  [":::scenario[A]\nA story.\n:::\n"],
  [":::scenario[A]\n## Heading\n\n- a list\n:::\n"],
  [":::scenario[A]\n```\n## Heading\n- [x] a\n```\n:::\n"],
  [":::scenario[A]\n- [x] a task\n:::\n"],
  [":::scenario[A]\n## Never closed\n- [x] a -> b\n"],
  ["::::scenario[A]\n:::note\n## Heading\n- [x] a\n:::\n::::\n"],
])("%j does not branch", (body) => {
  expect(readLesson(body, "one/01-a.md").value.checks).toEqual([]);
});

test("an arrow without spaces is a part of the choice", () => {
  const body = ":::scenario[A]\n## Scene\n- [x] Turn A->B -> end\n- [ ] Turn B->A\n:::\n";
  const [check] = readLesson(body, "one/01-a.md").value.checks;
  const choices = [{ right: "Turn A->B", to: "end" }, { wrong: "Turn B->A" }];
  expect(check?.quiz.data).toMatchObject({ questions: [{ scenes: [{ title: "Scene", choices }] }] });
});

test("a fence in a code block ends no scenario", () => {
  const body = ":::scenario[A]\n## Scene\n```\n:::\n```\n- [x] a -> b\n- [ ] c -> b\n:::\n";
  expect(readLesson(body, "one/01-a.md").value.checks).toHaveLength(1);
});

test("a check inside a scenario that branches is refused, and not read for itself", () => {
  const body = "::::scenario[A]\n## Scene\n- [x] a -> b\n:::check\n## Which?\n- [x] d\n:::\n::::\n";
  const { value, notes } = readLesson(body, "one/01-a.md");
  expect(value.checks.map(({ line }) => line)).toEqual([1]);
  expect(notes.map(({ code }) => code)).toContain("lesson/check-in-scenario");
});
