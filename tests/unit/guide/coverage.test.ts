import { expect, test } from "vitest";
import { coverageOf, isCovered } from "../../../src/guide/coverage.ts";
import type { CheckOff, Papers } from "../../../src/model/papers.ts";
import { course, lesson, module, question } from "../../support/course.ts";

const place = { file: "check-offs/wash.yaml", line: 2 };
const sheet: CheckOff = {
  ...{ id: "wash", title: "Hand washing", competencies: ["P.1"], supplies: [], steps: [] },
  ...{ lessons: [], sources: [], attempts: 3, pass: 10_000, file: place.file, place },
  places: { supplies: place, scenario: place, record: place },
};
const papers: Papers = { teaching: new Map(), checkOffs: [sheet] };
const competencies = ["C.1", "C.2", "P.1", "P.2"].map((code) => ({ code, label: `Label of ${code}`, area: "" }));

test("every code says where it is taught, asked and checked off", () => {
  const taught = lesson({ competencies: ["C.1"], supports: ["P.2"] });
  const asked = question({ competencies: ["C.1"], supports: ["P.1"] });
  const base = module({ lessons: [taught] });
  const whole = course({
    frameworks: [{ id: "F", title: "Framework", official: true, competencies }],
    modules: [{ ...base, quiz: { questions: [asked], draw: [], place } }],
  });
  const [framework] = coverageOf(whole, papers);
  const rows = new Map(framework?.rows.map((row) => [row.code, row]));
  expect(rows.get("C.1")).toMatchObject({ taught: [taught], asked: [asked], sheets: [], prepared: [] });
  expect(rows.get("P.1")).toMatchObject({ taught: [], asked: [], sheets: [sheet] });
  expect(rows.get("P.2")).toMatchObject({ taught: [], prepared: [taught] });
  // To prepare for a competency is not to cover it.
  expect(framework?.rows.filter((row) => !isCovered(row)).map(({ code }) => code)).toEqual(["C.2", "P.2"]);
});
