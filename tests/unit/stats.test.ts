import { expect, test } from "vitest";
import { compile } from "../../src/build.ts";
import { statsText } from "../../src/cli/stats-words.ts";
import { memory } from "../../src/load/source.ts";
import { type CourseStats, statsOf } from "../../src/stats.ts";
import { smallCourse } from "../support/small-course.ts";

const LONG = "The dog ran to the cat and the cat ran up a tree. ".repeat(10);
const QUIZ = `draw: [{ from: main, count: 1 }, { from: more, count: 1 }]
questions:
  - { id: a, lesson: first, bloom: apply, stem: A?, rationale: So., choices: [{ right: x }, { wrong: y }] }
  - { id: b, lesson: first, bloom: remember, stem: B?, rationale: So., choices: [{ right: x }, { wrong: y }] }
  - { id: c, lesson: first, pool: more, bloom: analyze, stem: C?, rationale: So., choices: [{ right: x }, { wrong: y }] }
  - { id: d, lesson: first, pool: more, stem: D?, rationale: So., choices: [{ right: x }, { wrong: y }] }
  - { id: e, lesson: first, use: exam, pool: more, stem: E?, rationale: So., choices: [{ right: x }, { wrong: y }] }
`;
const FILES = smallCourse({
  "basics/quiz.md": undefined,
  "basics/quiz.yaml": QUIZ,
  "basics/01-first.md": `---\ntitle: First\nid: first\nobjectives: [Know it.]\n---\n\n${LONG}\n`,
  "ethics/quiz.md": undefined,
});

async function stats(files: Record<string, string>): Promise<CourseStats> {
  const outcome = await compile(memory(files));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  return statsOf({ ...outcome.value.course, ...outcome.value.papers });
}

test("words, reading level, levels of questions, pools and draws of each module, and sums", async () => {
  expect(await stats(FILES)).toEqual({
    modules: [
      {
        module: "basics",
        lessons: [{ lesson: "first", file: "basics/01-first.md", words: 130, grade: 1.3 }],
        words: 130,
        questions: 5,
        bloom: { remember: 1, apply: 1, analyze: 1, unnamed: 2 },
        applied: 67,
        pools: [
          { pool: "main", size: 2, draw: 1 },
          { pool: "more", size: 2, draw: 1 },
        ],
      },
      {
        ...{ module: "ethics", words: 2, questions: 0, bloom: {}, pools: [] },
        lessons: [{ lesson: "first", file: "ethics/01-first.md", words: 2 }],
      },
    ],
    ...{ lessons: 2, words: 132, questions: 5, checkOffs: 0 },
    bloom: { remember: 1, apply: 1, analyze: 1, unnamed: 2 },
    applied: 67,
  });
});

test("draws are the author's lines, also where several are fulfilled together", async () => {
  const draw = "draw: [{ from: main, count: 1 }, { bloom: apply, count: 1 }]";
  const [basics] = (await stats({ ...FILES, "basics/quiz.yaml": QUIZ.replace(/^draw:.*$/m, draw) })).modules;
  expect(basics?.pools.map(({ draw, size }) => [draw, size])).toEqual([
    [1, 2],
    [1, 1],
  ]);
});

test("an examination has numbers of its own, and the sums count its questions once", async () => {
  const course = `${FILES["course.yaml"]}packages: [module, exam]\n`;
  const counted = await stats({ ...FILES, "course.yaml": course, "exam.yaml": "title: Final\n" });
  expect([counted.exam?.questions, counted.exam?.lessons, counted.questions]).toEqual([1, [], 5]);
  expect(statsText(counted)).toContain("\n\nexam: lessons 0, words 0, questions 1 (no level 1)\n");
});

test("only English has a reading level", async () => {
  const course = FILES["course.yaml"]?.replace("language: en", "language: es") ?? "";
  const [basics] = (await stats({ ...FILES, "course.yaml": course })).modules;
  expect(basics?.lessons).toEqual([{ lesson: "first", file: "basics/01-first.md", words: 130 }]);
});

test("reads well in a terminal", async () => {
  expect(
    statsText(await stats(FILES)),
  ).toBe(`basics: lessons 1, words 130, questions 5 (remember 1, apply 1, analyze 1, no level 2; 67% apply or above)
  first    130 words   grade  1.3
  draws: main 1 of 2, more 1 of 2

ethics: lessons 1, words 2, questions 0
  first      2 words

All modules: lessons 2, words 132, questions 5 (remember 1, apply 1, analyze 1, no level 2; 67% apply or above)

Words are those of running text; the reading level is the Flesch-Kincaid grade.
`);
});

test("check-off sheets are counted where there are some", async () => {
  const sheet = "id: wash\ntitle: Wash\nsteps: [{ step: Rub., critical: true }]\n";
  const counted = await stats({ ...FILES, "check-offs/wash.yaml": sheet });
  expect(counted.checkOffs).toBe(1);
  expect(statsText(counted)).toContain("67% apply or above), check-off sheets 1\n");
});
