import { expect, test } from "vitest";
import type { Question } from "../../../src/model/course.ts";
import { render } from "../../../src/render/render.ts";
import { asset, course, module, modulePackage, question, templates } from "./setup.ts";

const place = { file: "duties/quiz.yaml", line: 7 };

function build(questions: readonly Question[], cases: readonly (readonly number[])[] = []) {
  const items = questions.map(({ ordinal }) => ordinal);
  const draw = [{ pool: "main", count: 2, items, cases, place }];
  const modules = [module({ quiz: { questions, draw, place }, assets: [asset("duties/arm.svg")] })];
  const all = course(modules);
  const [first] = modules;
  if (first === undefined) throw new Error("no module");
  return render(all, modulePackage(first, all), templates);
}

test("each question of a case carries its stimulus, and the draw says which belong together", () => {
  const stimulus = { text: `**Ms. Lee**, 54, comes in.\n\n${"She waits. ".repeat(20)}[^1]\n\n[^1]: A note.`, place };
  const child = (ordinal: number) => question({ ordinal, case: { number: 0, stimulus } });
  const outcome = build([child(1), child(2), question({ ordinal: 3 })], [[1, 2]]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  const [first, second, alone] = outcome.value.pools[0]?.questions ?? [];
  expect(first?.case?.html).toContain("<strong>Ms. Lee</strong>, 54, comes in.");
  expect(first?.case?.text).toMatch(/^Ms\. Lee, 54, comes in\. She waits\. .* …$/);
  expect(first?.case?.text.length).toBeLessThanOrEqual(82);
  // Both may stand on one page, the review, where ids must be unique.
  expect(/id="([^"]+)"/.exec(first?.case?.html ?? "")?.[1]).not.toBe(
    /id="([^"]+)"/.exec(second?.case?.html ?? "")?.[1],
  );
  expect(alone).not.toHaveProperty("case");
  expect(outcome.value.plan.modules[0]?.quiz?.draw).toEqual([{ count: 2, items: [1, 2, 3], cases: [[1, 2]] }]);
});

test("a mistake in a stimulus stands at the stimulus", () => {
  const stimulus = { text: "![x](no.svg)", place };
  const outcome = build([question({ ordinal: 1, case: { number: 0, stimulus } })]);
  expect(outcome.notes.map(({ code, place }) => [code, place])).toEqual([["render/image-missing", place]]);
});

test("a hotspot's region beyond its picture is an error at the region", () => {
  const shape = { kind: "circle", x: 5, y: 5, radius: 4 };
  const far = { kind: "circle", x: 5_000, y: 5, radius: 4 };
  const regions = [
    { text: "Near", right: true, shape },
    { text: "Far", right: false, shape: far },
  ];
  const at = (line: number) => ({ ...place, line });
  const places = [at(20), at(21), at(22)];
  const spec = { image: "arm.svg", alt: "An arm", regions };
  const outcome = build([question({ ordinal: 1, type: "hotspot", spec, places })]);
  expect(outcome.notes.map(({ code, severity, place }) => [code, severity, place])).toEqual([
    ["question/region-outside", "error", at(22)],
  ]);
});
