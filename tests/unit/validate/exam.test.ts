import { expect, test } from "vitest";
import { loadCourse } from "../../../src/load/raw-course.ts";
import { memory } from "../../../src/load/source.ts";
import { assemble } from "../../../src/model/assemble.ts";
import { packagesOf } from "../../../src/model/packages.ts";
import { validate } from "../../../src/validate/validate.ts";

/** Ten questions of a module: five for quizzes, four for the examination, one for both; every other one applied. */
function questions(module: string): string {
  const uses = ["quiz", "quiz", "quiz", "quiz", "quiz", "exam", "exam", "exam", "exam", "both"];
  return `questions:\n${uses
    .map(
      (use, at) =>
        `  - { id: ${module}${at}, use: ${use}, bloom: ${at % 2 ? "apply" : "remember"}, stem: "${module}${at}?", answer: "true" }\n`,
    )
    .join("")}`;
}

const caseOf = (module: string) =>
  `  - { id: ${module}-case, type: case, use: exam, stem: "${module}", questions: [{ id: ${module}-first, stem: "${module} one?", answer: "true" }, { id: ${module}-second, stem: "${module} two?", answer: "true" }] }\n`;

async function inspect(exam: string | undefined, packages = "[module, exam]", caseUse = "quiz") {
  const files: Record<string, string> = {
    "course.yaml": `id: demo\ntitle: Demo\nmodules: [one, two]\npackages: ${packages}\ngrading: { pass: 80, attempts: 3 }\n`,
  };
  for (const module of ["one", "two"]) {
    files[`${module}/module.yaml`] = `title: ${module}\n`;
    files[`${module}/01-start.md`] = "---\ntitle: Start\n---\nText.\n";
    files[`${module}/quiz.yaml`] = questions(module) + (caseUse === "exam" ? caseOf(module) : "");
  }
  if (exam !== undefined) files["exam.yaml"] = exam;
  const raw = await loadCourse(memory(files));
  const checked = validate(raw.value);
  const assembled = checked.ok ? assemble(checked.value) : undefined;
  const course = assembled?.ok ? assembled.value.course : undefined;
  return { course, lock: assembled?.ok ? assembled.value.lock.text : "", notes: [...raw.notes, ...checked.notes] };
}

const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) => notes.map(({ code }) => code);

test("the examination is a package of its own, with its own policy and questions of all modules", async () => {
  const { course, lock } = await inspect(
    "title: Final\ngrading: { pass: 75, attempts: 1 }\nminutes: 90\nextension: [1.5]\n",
  );
  const exam = course && packagesOf(course).find(({ kind }) => kind === "exam");
  expect(exam).toMatchObject({ name: "exam", title: "Final", grading: { pass: 7_500, attempts: 1 } });
  expect(exam?.modules[0]?.quiz?.questions.map(({ id, module }) => `${module} ${id}`)).toEqual(
    ["one", "two"].flatMap((module) => [5, 6, 7, 8, 9].map((at) => `${module} ${module}${at}`)),
  );
  expect(exam?.modules[0]?.quiz?.limit).toEqual({ seconds: 5_400, factors: [150] });
  expect(exam?.modules[0]?.ordinal).toBe(3);
  expect(lock).toContain(`"exam": "demo-exam-`);
  // A quiz never asks what the examination keeps for itself.
  expect(course?.modules[0]?.quiz?.draw[0]?.items).toHaveLength(6);
});

test("shares become counts that add up", async () => {
  const { course } = await inspect(
    "title: Final\ndraw: [{ module: one, share: 50% }, { module: two, share: 50% }]\nblueprint: { items: 7, at-least: [{ bloom: apply, count: 4 }] }\n",
  );
  const [stratum] = course?.exam?.quiz?.draw ?? [];
  expect(stratum).toMatchObject({ count: 7 });
  expect(stratum?.needs?.map(({ count }) => count)).toEqual([4, 3, 4]);
});

test.each([
  [
    "title: Final\ndraw: [{ module: one, share: 50% }, { module: two, share: 40% }]\nblueprint: { items: 10 }\n",
    ["quiz/items-differ"],
  ],
  ["title: Final\ndraw: [{ module: one, share: 50% }]\n", ["exam/share-of-what"]],
  ["title: Final\ndraw: [{ module: one }]\n", ["exam/count-or-share"]],
  ["title: Final\ndraw: [{ module: three, count: 1 }]\n", ["exam/unknown-module"]],
  ["title: Final\ndraw: [{ module: one, count: 6 }]\n", ["quiz/pool-too-small"]],
  ["title: Final\nblueprint: { items: 8, at-least: [{ bloom: apply, count: 7 }] }\n", ["quiz/blueprint-unmet"]],
  ["title: Final\nextension: [2]\n", ["exam/extension-without-limit"]],
  ["title: Final\nminutes: 90\nextension: [0.5]\n", ["exam/wrong-value"]],
  ["title: Final\nminuts: 90\n", ["exam/unknown-key"]],
  [undefined, ["exam/missing-file"]],
])("%s", async (exam, expected) => {
  expect(codes(await inspect(exam))).toEqual(expected);
});

test("an examination that no package asks for is mentioned", async () => {
  expect(codes(await inspect("title: Final\n", "[module]"))).toEqual(["exam/not-built"]);
});

test("cases of two modules are told apart, and drawn as a whole", async () => {
  const { course } = await inspect("title: Final\n", "[exam]", "exam");
  const { questions = [], draw = [] } = course?.exam?.quiz ?? {};
  expect(questions.flatMap(({ id, case: of }) => (of ? `${id} ${of.number}` : []))).toEqual([
    ...["one-first 0", "one-second 0", "two-first 1", "two-second 1"],
  ]);
  expect(draw[0]?.cases).toHaveLength(2);
});
