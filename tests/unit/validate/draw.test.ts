import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { assemble } from "../../../src/model/assemble.ts";
import { validate } from "../../../src/validate/validate.ts";

const question = (id: string, keys: string) => `  - { id: ${id}, ${keys}, stem: "${id}?", answer: "true" }\n`;
const POOL = [
  question("v1", "pool: vitals, bloom: apply, competencies: [III.C.3]"),
  question("v2", "pool: vitals, bloom: remember, competencies: [III.CX.1]"),
  question("v3", "pool: vitals, bloom: analyze, tags: [fever], lesson: start"),
  question("d1", "pool: desk, bloom: apply, supports: [III.C.9]"),
  question("d2", "pool: desk, bloom: remember"),
  question("x1", "pool: desk, bloom: apply, use: exam"),
].join("");

async function inspect(draw: string, questions = POOL) {
  const files = {
    "course.yaml": "id: demo\ntitle: Demo\nmodules: [one]\n",
    "one/module.yaml": "title: One\n",
    "one/01-start.md": "---\ntitle: Start\nid: start\n---\nText.\n",
    "one/quiz.yaml": `${draw}questions:\n${questions}`,
  };
  const checked = validate((await loadCourse(memory(files))).value);
  const assembled = checked.ok ? assemble(checked.value) : undefined;
  const quiz = assembled?.ok ? assembled.value.course.modules[0]?.quiz : undefined;
  const errors = checked.notes.filter(({ severity }) => severity === "error");
  return { quiz, errors, strata: quiz?.draw.map(({ pool, count, items }) => `${pool}: ${count} of ${items.join()}`) };
}

test.each([
  ["{ bloom: apply, count: 1 }", "bloom: apply: 1 of 1,4"],
  ["{ bloom: [apply, analyze], count: 2 }", "bloom: apply | analyze: 2 of 1,3,4"],
  ["{ from: vitals, bloom: apply, count: 1 }", "from: vitals, bloom: apply: 1 of 1"],
  ["{ tag: fever, count: 1 }", "tag: fever: 1 of 3"],
  ["{ lesson: start, count: 1 }", "lesson: start: 1 of 3"],
  ["{ competency: III.C, count: 2 }", "competency: III.C: 2 of 1,4"],
  ["{ from: vitals, count: 2 }", "vitals: 2 of 1,2,3"],
])("a draw takes %s", async (entry, stratum) => {
  expect((await inspect(`draw: [${entry}]\n`)).strata).toEqual([stratum]);
});

test("entries that overlap are filled together, each question for one of them", async () => {
  const { quiz } = await inspect("draw: [{ from: vitals, count: 2 }, { bloom: apply, count: 2 }]\n");
  expect(quiz?.draw).toMatchObject([{ pool: "vitals + bloom: apply", count: 4, items: [1, 2, 3, 4] }]);
  expect(quiz?.draw[0]?.needs).toEqual([
    { count: 2, items: [1, 2, 3] },
    { count: 2, items: [1, 4] },
  ]);
});

test("what cannot be met says by how many", async () => {
  const { errors } = await inspect(
    "blueprint: { items: 4, at-least: [{ from: vitals, count: 2 }, { bloom: apply, count: 3 }] }\n",
  );
  expect(errors).toMatchObject([
    {
      code: "quiz/blueprint-unmet",
      message: "3 questions must be `bloom: apply`; beside the wishes before it an attempt can have 2: 1 too few.",
      place: { file: "one/quiz.yaml", line: 1 },
    },
  ]);
});

test("a limit from above is kept too", async () => {
  const few = await inspect("blueprint: { items: 4, at-most: [{ bloom: remember, count: 0 }] }\n");
  expect(few.errors[0]?.message).toBe(
    "At most 0 questions may be `bloom: remember`, but with the wishes before it no attempt has fewer than 1.",
  );
  const { quiz } = await inspect("blueprint: { items: 4, at-most: [{ bloom: remember, count: 1 }] }\n");
  expect(quiz?.draw).toMatchObject([{ count: 4, items: [1, 2, 3, 4, 5], needs: [{ count: 3, items: [1, 3, 4] }] }]);
});

test("a faulty question is counted as what it would be", async () => {
  const faulty = POOL.replace('bloom: analyze, tags: [fever], lesson: start, stem: "v3?"', "tags: [fever], stm: no");
  const { errors } = await inspect("draw: [{ from: vitals, count: 3 }, { tag: fever, count: 1 }]\n", faulty);
  expect(errors.map(({ code }) => code).filter((code) => code.startsWith("quiz/"))).toEqual(["quiz/blueprint-unmet"]);
});
