/** Courses of a given size for the bench: the same bytes on every machine, in the format of docs/format.md. */
import { noisePng } from "./png.ts";
import { heading, paragraph, sentence, statement } from "./prose.ts";
import { type Random, seeded } from "./random.ts";

export interface Size {
  readonly modules: number;
  /** In each module. */
  readonly lessons: number;
  /** In the whole course; a multiple of `modules`. */
  readonly questions: number;
}

export const SIZES = {
  one: { modules: 1, lessons: 1, questions: 4 },
  small: { modules: 4, lessons: 4, questions: 40 },
  medium: { modules: 20, lessons: 10, questions: 400 },
  large: { modules: 100, lessons: 20, questions: 4_000 },
} as const satisfies Record<string, Size>;

export interface CourseFile {
  /** Relative to the course folder, `/`-separated. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

const CODES = ["A.1", "B.2", "C.3", "D.4"] as const;
const BLOOM = ["remember", "understand", "apply", "analyze"] as const;
const POOLS = ["basics", "practice"] as const;
/** Of every pool, so that a pool is at least twice its draw. */
const DRAWN = 2;

/** Every file of a course, without a lock file. */
export function* courseFiles(size: Size): Generator<CourseFile> {
  const modules = Array.from({ length: size.modules }, (_, at) => `module-${number(at + 1, 3)}`);
  yield { path: "course.yaml", content: courseYaml(modules) };
  yield { path: "frameworks/bench.csv", content: frameworkCsv() };
  for (const module of modules) {
    yield { path: `${module}/module.yaml`, content: moduleYaml(module) };
    for (let lesson = 1; lesson <= size.lessons; lesson += 1) {
      yield { path: `${module}/${lessonFile(lesson)}`, content: lessonMarkdown(module, lesson, size.lessons) };
      yield { path: `${module}/${imageFile(lesson)}`, content: noisePng(`${module}/${lesson}`) };
    }
    yield { path: `${module}/quiz.yaml`, content: quizYaml(module, size.questions / size.modules, size.lessons) };
  }
}

const number = (value: number, digits: number): string => String(value).padStart(digits, "0");
const lessonKey = (lesson: number): string => `lesson-${number(lesson, 2)}`;
const lessonFile = (lesson: number): string => `${number(lesson, 2)}-lesson-${number(lesson, 2)}.md`;
const imageFile = (lesson: number): string => `assets/figure-${number(lesson, 2)}.png`;

function courseYaml(modules: readonly string[]): string {
  return `id: bench-course
title: Course for the bench
summary: A course of a known size, made by a program.
language: en
version: "1.0"
lms: moodle
targets: [scorm12, scorm2004]
modules: [${modules.join(", ")}]
grading: { pass: 80, attempts: 3, score: best, feedback: after-submit, report: passed-incomplete }
packages: [module]
frameworks:
  - { file: frameworks/bench.csv, id: BENCH, title: Framework of the bench, official: false }
`;
}

function frameworkCsv(): string {
  const rows = CODES.map((code) => `${code},cognitive,Area ${code.charAt(0)},Show competency ${code}`);
  return `code,domain,area,label\n${rows.join("\n")}\n`;
}

function moduleYaml(module: string): string {
  return `title: ${heading(seeded(module))} in ${module}
summary: One module of the course for the bench.
objectives:
  - Measure what the tool costs.
minutes: 60
`;
}

function lessonMarkdown(module: string, lesson: number, lessons: number): string {
  const random = seeded(`${module}/${lessonKey(lesson)}`);
  const next = (lesson % lessons) + 1;
  return `---
title: ${heading(random)}, part ${lesson}
id: ${lessonKey(lesson)}
minutes: 12
objectives:
  - Say in order what is done and why.
competencies: [${random.pick(CODES)}]
---

${paragraph(random, 5)}

## First: ${heading(random).toLowerCase()}

${paragraph(random, 5)} More stands in the [next lesson](${lessonFile(next)}) and in a
[public guideline](https://example.org/guideline/${lesson}).

![Noise that stands for a drawing of step ${lesson}](${imageFile(lesson)})

${bullets(random, 4)}

## Second: ${heading(random).toLowerCase()}

${paragraph(random, 5)}[^1]

${table(random)}

:::note[Remember]
${paragraph(random, 2)}
:::

## Third: ${heading(random).toLowerCase()}

${paragraph(random, 5)}

${steps(random, 4)}

### In short

${paragraph(random, 3)}

[^1]: ${sentence(random)}
`;
}

const bullets = (random: Random, count: number): string => lines(count, () => `- ${sentence(random)}`);
const steps = (random: Random, count: number): string => lines(count, (at) => `${at + 1}. ${sentence(random)}`);

function table(random: Random): string {
  const rows = lines(4, (at) => `| ${heading(random)} | ${at * 10 + random.below(10)} | week ${at + 1} |`);
  return `| Step | Minutes | When |\n| :--- | ---: | :--- |\n${rows}`;
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join("\n");
}

function quizYaml(module: string, questions: number, lessons: number): string {
  const draw = POOLS.map((pool) => `{ from: ${pool}, count: ${Math.min(DRAWN, Math.floor(questions / 4))} }`);
  const list = Array.from({ length: questions }, (_, at) => question(module, at, lessons));
  return `draw: [${draw.join(", ")}]\nquestions:\n${list.join("\n")}`;
}

/** In turn: two questions with one right choice, one with several, one true-false statement. */
function question(module: string, at: number, lessons: number): string {
  const random = seeded(`${module}/question/${at}`);
  const say = (tag: string): string => JSON.stringify(statement(random, tag));
  return `  - id: ${module}-q${number(at + 1, 2)}
    pool: ${POOLS[at % POOLS.length]}
    bloom: ${BLOOM[at % BLOOM.length]}
    lesson: ${lessonKey((at % lessons) + 1)}
    competencies: [${CODES[at % CODES.length]}]
    stem: ${JSON.stringify(`${paragraph(random, 1)} Which of these holds in case ${at + 1}?`)}
${answers(at, say)}
    rationale: ${say("reason")}
`;
}

function answers(at: number, say: (tag: string) => string): string {
  if (at % 4 === 3) return `    type: true-false\n    answer: "${at % 8 === 3}"\n    why: ${say("answer")}`;
  const right = at % 4 === 2 ? [0, 2] : [at % 4];
  const list = lines(4, (choice) =>
    right.includes(choice)
      ? `      - right: ${say(`choice ${choice + 1}`)}`
      : `      - wrong: ${say(`choice ${choice + 1}`)}\n        why: ${say(`feedback ${choice + 1}`)}`,
  );
  return `    choices:\n${list}`;
}
