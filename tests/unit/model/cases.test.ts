import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { assemble } from "../../../src/model/assemble.ts";
import { validate } from "../../../src/validate/validate.ts";

const QUIZ = `questions:
  - { id: alone, stem: Alone?, answer: "true" }
  - id: visit
    type: case
    stem: A patient comes in.
    questions:
      - { id: first, stem: First?, answer: "true" }
      - { id: second, stem: Second?, answer: "true" }
  - id: call
    type: case
    use: exam
    stem: A patient calls.
    questions: [{ id: third, stem: Third?, answer: "true" }]
`;

/** The quiz of a course of one module. */
async function quizOf(text: string) {
  const files = {
    "course.yaml": "id: demo\ntitle: Demo\nmodules: [one]\n",
    "one/module.yaml": "title: One\n",
    "one/01-start.md": "---\ntitle: Start\n---\nText.\n",
    "one/quiz.yaml": text,
  };
  const checked = validate((await loadCourse(memory(files))).value);
  const assembled = checked.ok ? assemble(checked.value) : undefined;
  if (!assembled?.ok) throw new Error(JSON.stringify([checked.notes, assembled?.notes]));
  return assembled.value.course.modules[0]?.quiz;
}

test("the questions of a case have ordinals of their own and are counted one by one", async () => {
  const quiz = await quizOf(QUIZ);
  expect(quiz?.questions.map(({ id, ordinal, use }) => `${id} ${ordinal} ${use}`)).toEqual([
    "alone 1 quiz",
    "first 2 quiz",
    "second 3 quiz",
    "third 4 exam",
  ]);
  expect(quiz?.draw).toMatchObject([{ pool: "main", count: 3, items: [1, 2, 3], cases: [[2, 3]] }]);
});

test("each knows its stimulus and where it stands", async () => {
  const quiz = await quizOf(QUIZ);
  const cases = quiz?.questions.map(({ case: of }) => of && [of.number, of.stimulus.text, of.stimulus.place.line]);
  expect(cases).toEqual([
    undefined,
    [1, "A patient comes in.", 5],
    [1, "A patient comes in.", 5],
    [2, "A patient calls.", 12],
  ]);
});

test("a quiz without cases has none in its draw", async () => {
  const quiz = await quizOf('questions: [{ id: alone, stem: Alone?, answer: "true" }]\n');
  expect(quiz?.draw[0]).not.toHaveProperty("cases");
});
