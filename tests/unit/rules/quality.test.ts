/** Where the rules about questions begin and end; what they find at all is marked in tests/fixtures/courses. */
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/build.ts";
import { memory } from "../../../src/load/source.ts";
import { smallCourse } from "../../support/small-course.ts";

interface Changes {
  readonly language?: string;
  readonly module?: string;
  readonly course?: string;
  readonly exam?: string;
}

/** The codes that a quiz brings upon its course, in order, without the hints on what it leaves out. */
async function codes(quiz: string, { language = "en", module = "", course = "", exam }: Changes = {}) {
  const files = smallCourse({ "basics/quiz.md": undefined, "basics/quiz.yaml": quiz });
  const outcome = await compile(
    memory({
      ...files,
      ...(exam === undefined ? {} : { "exam.yaml": exam }),
      "course.yaml": `${files["course.yaml"]?.replace("language: en", `language: ${language}`)}${course}`,
      "basics/module.yaml": `${files["basics/module.yaml"]}${module}`,
    }),
  );
  expect(outcome.ok, JSON.stringify(outcome.notes)).toBe(true);
  return outcome.notes.map(({ code }) => code);
}

/** Questions of quiz.yaml, each from its own keys in flow style. */
function quizOf(questions: readonly string[], draw = ""): string {
  const lines = questions.map((keys, at) => `  - { id: q${at}, lesson: first, rationale: So., ${keys} }`);
  return [...(draw === "" ? [] : [`draw: ${draw}`]), "questions:", ...lines, ""].join("\n");
}

const CHOICES = "choices: [{ right: This }, { wrong: That }, { wrong: Other }]";
const LONG_KEY = "choices: [{ right: This is much longer }, { wrong: That }, { wrong: Other }]";
const PAIR = "choices: [{ right: This }, { wrong: That }]";
/** Questions that differ in their stem alone; `keys` also tell those of two lists apart. */
const many = (count: number, keys: string) =>
  Array.from({ length: count }, (_, at) => `stem: Number ${at} of ${keys.length}, ${keys}`);

describe("questions whose stem asks for what is not so", () => {
  test.each([
    ["Which of these is not a germ?", 1],
    ["What should you never do?", 1],
    ["Who isn't a provider?", 1],
    ["All of these are germs, except", 1],
    ["Which of these is **not** a germ?", 0],
    ["Which of these is NOT a germ?", 0],
    ["All of these are germs, **except**", 0],
    ["What do you do if she does not answer?", 0],
    ["Which patient who is not ill goes home?", 0],
    ["What do you say to “I do not smoke”?", 0],
    ["Mr. Lee did not sleep. What do you chart?", 0],
    ["Except for Monday, when do you open?", 0],
  ])("%s", async (stem, count) => {
    const found = await codes(quizOf([`stem: ${JSON.stringify(stem)}, ${CHOICES}`]));
    expect(found).toEqual(Array(count).fill("question/unmarked-negative"));
  });
});

describe("choices", () => {
  test.each([
    ["All of the above", 1],
    ["none of these answers", 0],
    ["None of the answers.", 1],
    ["A and C", 1],
    ["Both A and B", 1],
    ["Neither of the above", 1],
    ["All of the above signs in one patient", 0],
    ["A and B antigens", 0],
    ["A", 0],
  ])("“%s” points at others %i times", async (text, count) => {
    const keys = `stem: Which?, choices: [{ right: ${JSON.stringify(text)} }, { wrong: That }, { wrong: Other }]`;
    expect(await codes(quizOf([keys]))).toEqual(Array(count).fill("question/of-the-above"));
  });

  test.each([
    [["10–20", "20–30", "30–40"], 1],
    [["10–19", "20–29", "30–39"], 0],
    [["10 to 20 mg", "under 10 mg", "over 20 mg"], 0],
    [["10 to 20 mg", "under 11 mg", "over 20 mg"], 1],
    [["5-10 mg", "5-10 mL", "5-10 g"], 0],
    [["1,000-2,000", "999-1000", "2,001-3,000"], 1],
    [["120/80", "80–120", "100–140"], 0],
  ])("%j", async ([right, ...wrong], count) => {
    const list = wrong.map((text) => `{ wrong: ${JSON.stringify(text)} }`).join(", ");
    const keys = `stem: How many?, choices: [{ right: ${JSON.stringify(right)} }, ${list}]`;
    expect(await codes(quizOf([keys]))).toEqual(Array(count).fill("question/overlapping-choices"));
  });
});

describe("habits of a quiz", () => {
  test.each([
    [6, 2, []],
    [7, 1, ["quiz/longest-is-right"]],
    [7, 0, []],
  ])("%i longest right choices and %i others", async (long, short, expected) => {
    expect(await codes(quizOf([...many(long, LONG_KEY), ...many(short, CHOICES)]))).toEqual(expected);
  });

  test.each([
    [6, 0, ["quiz/key-in-one-place"]],
    [5, 0, []],
    [6, 1, []],
  ])("%i true statements and %i false ones", async (yes, no, expected) => {
    const of = (answer: string, count: number) => many(count, `type: true-false, answer: "${answer}"`);
    expect(await codes(quizOf([...of("true", yes), ...of("false", no)]))).toEqual(expected);
  });

  test("mixed choices stand nowhere", async () => {
    expect(await codes(quizOf(many(6, CHOICES)))).toEqual([]);
    expect(await codes(quizOf(many(6, `shuffle: false, ${CHOICES}`)))).toEqual(["quiz/key-in-one-place"]);
  });

  test.each([
    [2, 2, ["quiz/few-distractors"]],
    [1, 3, []],
    [3, 0, []],
  ])("%i questions with one wrong choice and %i with two", async (thin, full, expected) => {
    expect(await codes(quizOf([...many(thin, PAIR), ...many(full, CHOICES)]))).toEqual(expected);
  });
});

describe("a stem that tells another answer", () => {
  const pool = (name: string) => [
    `pool: ${name}, stem: Which word names an inflammation of the stomach lining?, choices: [{ right: Gastritis }, { wrong: Colitis }, { wrong: Itch }]`,
    `stem: "With gastritis, an inflammation of the stomach lining, a word is?", ${CHOICES}`,
  ];

  test("counts only where one attempt can hold both", async () => {
    expect(await codes(quizOf(pool("main")))).toEqual(["quiz/stem-gives-answer"]);
    expect(await codes(quizOf(pool("main"), "[{ from: main, count: 1 }]"))).toEqual([]);
    const draw = "[{ from: main, count: 1 }, { from: more, count: 1 }]";
    expect(await codes(quizOf(pool("more"), draw))).toEqual(["quiz/stem-gives-answer"]);
    expect(await codes(quizOf(pool("main, use: exam")))).toEqual([]);
  });
});

describe("questions kept for an examination", () => {
  const quiz = quizOf([`use: both, stem: Which?, ${CHOICES}`]);
  const quiet = "grading: { feedback: never }\n";

  test.each([
    ["a module's own policy", { module: quiet }, []],
    ["the default", {}, ["quiz/exam-key-shown"]],
    [
      "the course package's policy",
      {
        module: quiet,
        course: "packages: [module, course]\ngrading: { feedback: after-pass, weights: { basics: 50, ethics: 50 } }\n",
      },
      ["quiz/exam-key-shown"],
    ],
  ])("%s", async (_, changes, expected) => {
    expect(await codes(quiz, changes)).toEqual(expected);
  });
});

test("an examination keeps its answers to itself, and its stems tell a pair once", async () => {
  const pair = [
    "use: both, stem: Which word names an inflammation of the stomach lining?, choices: [{ right: Gastritis }, { wrong: Colitis }, { wrong: Itch }]",
    `use: both, stem: "With gastritis, an inflammation of the stomach lining, a word is?", ${CHOICES}`,
  ];
  const quiet = { module: "grading: { feedback: never }\n", course: "packages: [module, exam]\n" };
  const open = await codes(quizOf(pair), { ...quiet, exam: "title: Final\ngrading: { feedback: after-pass }\n" });
  expect(open).toEqual(["quiz/exam-key-shown", "quiz/stem-gives-answer"]);
  const shut = await codes(quizOf(pair), { ...quiet, exam: "title: Final\ngrading: { feedback: never }\n" });
  expect(shut).toEqual(["quiz/stem-gives-answer"]);
});

test("rules that read English leave other languages alone", async () => {
  const words = "stem: Which is not so?, choices: [{ right: All of the above }, { wrong: That }, { wrong: Other }]";
  expect(await codes(quizOf([words]), { language: "es" })).toEqual([]);
});
