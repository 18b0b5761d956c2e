import fc from "fast-check";
import { expect, test } from "vitest";
import type { Course } from "../../../src/model/course.ts";
import { contentScript } from "../../../src/render/content-script.ts";
import { weightsOf } from "../../../src/render/plan.ts";
import { render } from "../../../src/render/render.ts";
import { asset, course, lesson, module, modulePackage, question, templates, wholeCourse } from "./setup.ts";

const quizPlace = { file: "duties/quiz.yaml", line: 1 };
const quiz = (items: readonly number[], asked = items) => ({
  questions: items.map((ordinal) =>
    question({ ordinal, competencies: [`B.${ordinal}`], supports: ["A.1"], lesson: "lesson-1" }),
  ),
  draw: [{ pool: "main", count: 1, items: asked, place: quizPlace }],
  place: quizPlace,
});

function build(
  modules = [module({ lessons: [lesson({ ordinal: 1, body: "Text" })], quiz: quiz([7, 8, 9], [7, 8]) })],
  part: Partial<Course> = {},
) {
  const all = course(modules, part);
  const outcome = render(all, modulePackage(modules[0]!, all), templates, { generator: "Coursewright 9" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  const text = (path: string) => {
    const content = outcome.value.files.find((file) => file.path === path)?.content;
    return content?.kind === "bytes" ? new TextDecoder().decode(content.bytes) : "";
  };
  return { ...outcome.value, text };
}

/** Runs content scripts as the page would. */
function registered(script: string): readonly unknown[][] {
  const calls: unknown[][] = [];
  new Function("coursewright", script)((...call: unknown[]) => calls.push(call));
  return calls;
}

test("a small package holds its lessons in the page", () => {
  const { files, text } = build();
  expect(files.map(({ path }) => path)).toEqual(["content/plan.js", "content/quiz-1.js", "index.html"]);
  expect(text("index.html")).toContain('<template id="lesson-1">');
  expect(text("index.html")).toContain('<meta name="generator" content="Coursewright 9">');
});

test("the page can be read before a script runs, and holds no inline script or style", () => {
  const page = build().text("index.html");
  for (const words of [
    "What they do.",
    "Pass mark: 80%",
    "Up to 3 attempts",
    "Your best attempt counts",
    ">Start</button>",
  ]) {
    expect(page).toContain(words);
  }
  expect(page).not.toMatch(/<script(?! src=)|<style|\sstyle=|\son\w+=|data:/);
});

test("a large package loads its lessons, with their checks, on demand", () => {
  const checks = [{ line: 10, questions: [question({ ordinal: 0 })] }];
  const body = `:::check\n:::\n\n${"Long text. ".repeat(4000)}`;
  const lessons = [1, 2].map((ordinal) => lesson({ ordinal, body, checks }));
  const { plan, text } = build([module({ lessons })]);
  expect(plan.modules[0]?.lessons.map(({ src }) => src)).toEqual(["content/lesson-1.js", "content/lesson-2.js"]);
  expect(text("index.html")).not.toContain("<template");
  const calls = registered(text("content/lesson-2.js"));
  expect(calls.map(([kind, ordinal]) => [kind, ordinal])).toEqual([
    ["lesson", 2],
    ["checks", 2],
  ]);
  expect(calls[0]?.[2]).toContain('data-check="2-1"');
});

test("a quiz carries the questions that it may ask, with their objectives and lesson", () => {
  const { plan, pools, text } = build();
  expect(plan.objectives).toEqual(["A.1", "B.7", "B.8"]);
  expect(pools[0]?.questions.map(({ ordinal, objectives, lesson }) => [ordinal, objectives, lesson])).toEqual([
    [7, [1, 0], 1],
    [8, [2, 0], 1],
  ]);
  expect(registered(text("content/quiz-1.js"))).toEqual([["quiz", 1, pools[0]]]);
  expect(registered(text("content/plan.js"))).toEqual([["plan", 0, plan]]);
});

test("the plan says what the codes mean, and which frameworks say so", () => {
  const competencies = [{ code: "B.7", label: "Reports a reading", area: "" }];
  const named = { id: "F", title: "EXAMPLE: not official text", official: false, competencies };
  const unused = { ...named, title: "Unused", competencies: [{ code: "Z.1", label: "Unasked", area: "" }] };
  const { plan } = build(undefined, { frameworks: [named, unused] });
  expect(plan.labels).toEqual(["", "Reports a reading", ""]);
  expect(plan.frameworks).toEqual(["EXAMPLE: not official text"]);
  expect(build().plan).not.toHaveProperty("labels");
});

test("more than 100 competencies are reported by their domains", () => {
  const questions = Array.from({ length: 101 }, (_, index) =>
    question({ ordinal: index + 1, competencies: [`${index % 2 === 0 ? "I" : "II"}.C.${index}`], supports: ["A.1"] }),
  );
  const all = { ...quiz(questions.map(({ ordinal }) => ordinal)), questions };
  const competencies = [
    { code: "A.1", label: "Reassures", area: "Manners" },
    { code: "AB.1", label: "Another domain", area: "Others" },
    { code: "I.C.0", label: "Cells", area: "Anatomy" },
    { code: "I.C.2", label: "Organs", area: "Anatomy" },
    { code: "II.C.1", label: "Units", area: "Math" },
    { code: "II.C.3", label: "Doses", area: "Medications" },
  ];
  const frameworks = [{ id: "F", title: "List", official: false, competencies }];
  const { plan, pools } = build([module({ quiz: all })], { frameworks });
  expect(plan.objectives).toEqual(["A", "I.C", "II.C"]);
  // A domain is called as the area of all that is below it.
  expect(plan.labels).toEqual(["Manners", "Anatomy", ""]);
  expect(plan.frameworks).toEqual(["List"]);
  expect(pools[0]?.questions.slice(0, 2).map(({ objectives }) => objectives)).toEqual([
    [1, 0],
    [2, 0],
  ]);
});

test("a stem's last paragraph is the question sentence; the rest stands before it", () => {
  const stem = { text: "| a |\n|---|\n| b |\n\nWhat *is*\n`b`?", place: quizPlace };
  const one = { ...quiz([7]), questions: [question({ ordinal: 7, stem })] };
  const asked = build([module({ quiz: one })]).pools[0]?.questions[0];
  expect(asked?.before).toContain("<td>b</td>");
  expect(asked?.sentence).toBe("What <em>is</em>\n<code>b</code>?");
  expect(asked?.description).toBe("What is b?");
  expect(asked?.controls).toContain("Hand hygiene");
});

test("a finding in a question stands at its own text", () => {
  const place = { file: "duties/quiz.yaml", line: 30, column: 12 };
  const bad = { ...quiz([7]), questions: [question({ ordinal: 7, stem: { text: "![x](no.svg) Which?", place } })] };
  const modules = [module({ quiz: bad, assets: [asset("duties/a.svg")] })];
  const all = course(modules);
  const outcome = render(all, wholeCourse(all), templates);
  expect(outcome.notes.map(({ code, place }) => [code, place])).toEqual([["render/image-missing", place]]);
});

test("weights of a course package add up to the whole, as near to the author's as integers can be", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }), (weights) => {
      const modules = weights.map((weight, index) =>
        module({ id: `m${index}`, ordinal: index + 1, weight, quiz: quiz([index]) }),
      );
      const shares = weightsOf(wholeCourse(course(modules)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(10_000);
      weights.forEach((weight, index) => {
        expect(Math.abs((shares.get(index + 1) ?? 0) - (weight * 10_000) / total)).toBeLessThan(1);
      });
    }),
  );
});

test("a module package's one quiz counts whole", () => {
  expect(build().plan.modules[0]?.quiz?.weight).toBe(10_000);
});

test("content scripts keep every value and never end a script element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const value = `${text}</script>\u2028\u2029`;
      const script = contentScript("lesson", 3, value);
      expect(script).not.toMatch(/<\/|\u2028|\u2029/);
      expect(registered(script)).toEqual([["lesson", 3, value]]);
    }),
  );
});

test("the same course gives the same bytes", () => {
  expect(build().files).toEqual(build().files);
});
