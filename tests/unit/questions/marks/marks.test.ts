/** Every marked type against tables of marks worked out by hand, and against the rules of other systems where those agree. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blank as blankAuthoring } from "../../../../src/questions/blank/authoring.ts";
import type { Filling } from "../../../../src/questions/blank/core.ts";
import type { ScoringRule } from "../../../../src/questions/contract.ts";
import { numeric as numericAuthoring } from "../../../../src/questions/numeric/authoring.ts";
import { authoringTypes } from "../../../../src/questions/registry.authoring.ts";
import { coreTypes } from "../../../../src/questions/registry.core.ts";
import { QUESTION_TYPES } from "../../../../src/questions/types.ts";
import { boundMark } from "../../../../src/tracking/score.ts";
import { kit } from "../kit.ts";
import * as pairs from "../pairs/keys.ts";
import * as scenario from "../scenario/keys.ts";
import * as sequence from "../sequence/keys.ts";
import { CHOICES, FLOORS } from "./choices.ts";
import { cloze, numerical, OTHERS } from "./others.ts";
import { PARTS } from "./parts.ts";
import { citedBy } from "./row.ts";
import { GAPS, NUMBERS } from "./typed.ts";
import { WAYS } from "./ways.ts";

const PAIRED = ["matching", "categorize"];
const NOT_GRADED = ["likert", "essay"];

function mark(type: string, key: unknown, given: unknown, rule: ScoringRule) {
  const core = coreTypes[type];
  if (!core) throw new Error(`No type ${type}`);
  return core.mark(key, given, rule);
}

const written = ({ earned, possible }: { readonly earned: number; readonly possible: number }): string =>
  `${earned}/${possible}`;

const choices = (rights: string) => ({
  choices: [...rights].map((letter, index) => ({ o: index + 1, right: letter === "R", text: `Choice ${index + 1}` })),
});
const chosen = (given: string) => (given === "" ? undefined : given.split(" ").map(Number));

/** The key and response that a row of letters stands for. */
function read(type: string, key: string, given: string): readonly [unknown, unknown] {
  if (PAIRED.includes(type)) return [pairs.keyOf(key), pairs.given(given)];
  if (["ordering", "build"].includes(type)) return [sequence.keyOf(key), sequence.given(given)];
  if (type === "scenario") return [scenario.keyOf(key), scenario.given(given)];
  return [choices(key), chosen(given)];
}

/** Each row with its words in front, for the report. */
function titled<Row extends readonly unknown[]>(rows: readonly Row[]): readonly (readonly [string, Row])[] {
  return rows.map((row) => [row.map((part) => JSON.stringify(part)).join(" "), row]);
}

/** Fractions are equal when their cross products are. */
function expectSame(mark: string, [earned, possible]: readonly [number, number]): void {
  const [ours = Number.NaN, of = Number.NaN] = mark.split("/").map(Number);
  expect(earned * of).toBeCloseTo(ours * possible, 9);
}

test.each(titled([...CHOICES, ...PARTS, ...WAYS]))("%s", (_title, [type, key, given, rule, expected, same]) => {
  expect(written(mark(type, ...read(type, key, given), rule))).toBe(expected);
  for (const other of citedBy(same)) expectSame(expected, OTHERS[other](key, given));
});

test.each(FLOORS)("%s %s with %j, %i points, floor %i: %s", (type, key, given, points, floor, expected) => {
  const earned = mark(type, choices(key), chosen(given), "right-minus-wrong");
  expect(written(boundMark(earned, { points, floor }))).toBe(expected);
});

test.each(titled(GAPS))("blank %s", (_title, [stem, keys, given, rule, expected, same]) => {
  const spec = blankAuthoring.schema.parse(keys);
  const parts = blankAuthoring.parts(spec, stem).map((_, index) => index + 1);
  const { key } = blankAuthoring.deliver({ spec, parts, stem }, kit, 0);
  const fillings = Object.entries(given).map(([o, value]): Filling => ({ o: Number(o), value }));
  expect(written(mark("blank", key, fillings.length > 0 ? fillings : undefined, rule))).toBe(expected);
  if (same) {
    const gaps = Array.from(stem.matchAll(/\[\[(.*?)\]\]/g), ([, entries = ""]) => entries.split("|"));
    expectSame(
      expected,
      cloze(
        gaps,
        gaps.map((_, at) => String(given[at + 1] ?? "")),
      ),
    );
  }
});

test.each(titled(NUMBERS))("numeric %s", (_title, [keys, typed, rule, expected, same]) => {
  const { key } = numericAuthoring.deliver({ spec: numericAuthoring.schema.parse(keys), parts: [], stem: "?" }, kit, 0);
  expect(written(mark("numeric", key, typed === "" ? undefined : typed, rule))).toBe(expected);
  if (same) expectSame(expected, numerical(Number(keys.answer), keys.tolerance ?? "0", typed));
});

test("the tables hold at least 150 rows, some of every marked type, and every cited rule", () => {
  const rows = [...CHOICES, ...PARTS, ...WAYS];
  const types = [...rows.map(([type]) => type), "blank", "numeric"];
  expect([...new Set(types)].sort()).toEqual(QUESTION_TYPES.filter((type) => !NOT_GRADED.includes(type)).sort());
  expect(rows.length + FLOORS.length + GAPS.length + NUMBERS.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rows.map((row) => JSON.stringify(row.slice(0, 4)))).size).toBe(rows.length);
  const cited = new Set(rows.flatMap(([, , , , , same]) => citedBy(same)));
  expect([...cited].sort()).toEqual(Object.keys(OTHERS).sort());
});

test("types that no machine marks say so", () => {
  const ungraded = QUESTION_TYPES.filter((type) => authoringTypes[type]?.graded === false);
  expect([...ungraded].sort()).toEqual([...NOT_GRADED].sort());
});

describe("other systems' rules, for every response", () => {
  const ticked = fc
    .stringMatching(/^[RW]{2,8}$/)
    .filter((key) => key.includes("R"))
    .chain((key) =>
      fc.tuple(
        fc.constant(key),
        fc.subarray([...key].map((_, at) => at + 1)).map((places) => places.join(" ")),
      ),
    );
  const agree = (
    type: string,
    key: string,
    given: string,
    rule: ScoringRule,
    other: keyof typeof OTHERS,
    floor: number,
  ) => {
    const points = 1;
    const bound = boundMark(mark(type, ...read(type, key, given), rule), { points, floor });
    const [earned, possible] = OTHERS[other](key, given);
    expectSame(written(bound), earned < floor * possible ? [floor, 1] : [earned, possible]);
  };

  test("all-or-nothing is R/exams without partial credit; right-minus-wrong is its rule “true”, bounded by the floor", () => {
    fc.assert(
      fc.property(ticked, fc.constantFrom(0, -1), ([key, given], floor) => {
        agree("multiple", key, given, "all-or-nothing", "exams whole", 0);
        agree("multiple", key, given, "right-minus-wrong", "exams true", floor);
        agree("multiple", key, given, "right-minus-wrong", "moodle choices", 0);
      }),
    );
  });

  test("as many wrong choices as right ones make R/exams' rule “false” the same as ours", () => {
    const even = ticked.filter(([key]) => [...key].filter((letter) => letter === "R").length * 2 === key.length);
    fc.assert(
      fc.property(even, ([key, given]) => agree("multiple", key, given, "right-minus-wrong", "exams false", -1)),
    );
  });

  test("a single choice with a loss is R/exams without partial credit and with negative points", () => {
    const one = fc.tuple(fc.constantFrom("RW", "WRW", "WWWRW"), fc.constantFrom("", "1", "2"));
    fc.assert(
      fc.property(one, ([key, given]) => agree("single", key, given, "right-minus-wrong", "exams whole, negative", -1)),
    );
  });
});
