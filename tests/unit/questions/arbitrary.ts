/** Arbitrary questions of every type as the player gets them, with what a learner may answer. */
import fc from "fast-check";
import { type BlankKey, LONGEST } from "../../../src/questions/blank/core.ts";
import type { ChoiceKey, Chosen } from "../../../src/questions/choice/core.ts";
import type { ScoringRule } from "../../../src/questions/contract.ts";
import { NUMBER } from "../../../src/questions/numeric/rational.ts";
import { authoringTypes } from "../../../src/questions/registry.authoring.ts";
import { QUESTION_TYPES } from "../../../src/questions/types.ts";
import type { PoolQuestion } from "../../../src/tracking/plan.ts";
import * as pairs from "./pairs/keys.ts";
import * as scenario from "./scenario/keys.ts";
import * as sequence from "./sequence/keys.ts";

/** A question, and the response of its type; `undefined` stays unanswered. */
export interface Asked {
  readonly question: PoolQuestion;
  readonly response: unknown;
}

interface Answered {
  readonly key: unknown;
  readonly response: unknown;
}

const SEPARATORS = [
  "[,]",
  "[.]",
  "[:]",
  "{lang=en}",
  "{",
  "}",
  "[",
  "]",
  ",",
  ".",
  ";",
  ":",
  "=",
  "\n",
  "\t",
  "é",
  "語",
  "😀",
  "\ud800",
  "a b",
];

/** What an author or learner may write: any code points, and the standards' own separators. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(fc.string({ unit: "binary", maxLength }), fc.string({ unit: fc.constantFrom(...SEPARATORS), maxLength }));

const text = anyText(120);
const shortText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((typed) => new TextEncoder().encode(typed).length <= LONGEST);
const letters = fc.constantFrom("systole", "Systole ", "diastole", "syst0le");

/** 2 to `most` choices, with so many right ones, and which of them are chosen. */
function chosen(rights: "one" | "some" | "none", most: number, several: boolean): fc.Arbitrary<Answered> {
  return fc.uniqueArray(fc.integer({ min: 1, max: 70 }), { minLength: 2, maxLength: most }).chain((ordinals) => {
    const right = rights === "some" ? fc.subarray(ordinals, { minLength: 1 }) : fc.constant(ordinals.slice(0, 1));
    const response = several ? fc.subarray(ordinals, { minLength: 1 }) : fc.constantFrom(...ordinals).map((o) => [o]);
    return fc.record({
      key: fc.tuple(right, fc.tuple(...ordinals.map(() => text))).map(
        ([keyed, texts]): ChoiceKey => ({
          choices: ordinals.map((o, at) => ({
            o,
            right: rights !== "none" && keyed.includes(o),
            text: texts[at] ?? "",
          })),
        }),
      ),
      response: response.map((list): Chosen => [...list].sort((a, b) => a - b)),
    });
  });
}

const trueFalse: fc.Arbitrary<Answered> = fc.record({
  key: fc.boolean().map(
    (answer): ChoiceKey => ({
      choices: [
        { o: 1, right: answer, text: "True" },
        { o: 0, right: !answer, text: "False" },
      ],
    }),
  ),
  response: fc.constantFrom([0], [1]),
});

const leniency = { caseMatters: false, accentsMatter: false, spaces: "one", spelling: 1 } as const;
const blank: fc.Arbitrary<Answered> = fc
  .array(fc.record({ list: fc.boolean(), words: fc.uniqueArray(text, { minLength: 2, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((gaps) =>
    fc.record({
      key: fc.constant<BlankKey>({
        ...leniency,
        gaps: gaps.map(({ list, words }, at) =>
          list
            ? { o: at + 1, phrase: { text: "" }, options: words.map((word, o) => ({ o, text: word, right: o === 0 })) }
            : { o: at + 1, phrase: { text: "" }, accepted: { text: ["systole", ...words] }, refused: { text: [] } },
        ),
      }),
      response: fc.tuple(
        ...gaps.map(({ list }, at) =>
          fc.record({ o: fc.constant(at + 1), value: list ? fc.nat(1) : fc.oneof(letters, shortText) }),
        ),
      ),
    }),
  );

const numeric: fc.Arbitrary<Answered> = fc.record({
  key: fc
    .record({ n: fc.integer({ min: -50, max: 50 }), d: fc.integer({ min: 1, max: 9 }), width: fc.nat(60) })
    .map(({ n, d, width }) => ({
      low: `${n}/${d}`,
      high: `${n + width}/${d}`,
      answer: { text: String(n) },
      unit: { text: "mg" },
    })),
  response: fc.stringMatching(/^-?(\d{1,15}|\d{0,2}\.\d{1,7})$/).filter((typed) => NUMBER.test(typed)),
});

const paired = pairs.answered.map(({ key, pairs: response }) => ({ key, response }));
const decided = scenario.answered.map(({ key, decisions: response }) => ({ key, response }));
const built = sequence.answered.map(({ key, sequence: response }) => ({ key, response }));
/** An order holds every item. */
const ordered = sequence.answered.chain(({ key: { parts } }) => {
  const all = parts.map(({ o }) => o);
  return fc.record({
    key: fc.constant({ parts: parts.map(({ o, text }) => ({ o, text })), right: all }),
    response: fc.shuffledSubarray(all, { minLength: all.length }),
  });
});

const essay = fc.record({
  key: fc.constant({ limit: 400 }),
  response: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((typed) => typed.trim() !== ""),
});

const OF_TYPE: Readonly<Record<string, fc.Arbitrary<Answered>>> = {
  single: chosen("one", 8, false),
  multiple: chosen("some", 60, true),
  "true-false": trueFalse,
  blank,
  numeric,
  matching: paired,
  ordering: ordered,
  categorize: paired,
  build: built,
  hotspot: chosen("some", 26, true),
  scenario: decided,
  likert: chosen("none", 11, false),
  essay,
};

const rule = fc.constantFrom<ScoringRule[]>("all-or-nothing", "per-option", "right-minus-wrong");

/** Keys and answers of a type. @throws Error for a type that {@link OF_TYPE} does not know yet. */
export function answersOf(type: string): fc.Arbitrary<Answered> {
  const answered = OF_TYPE[type];
  if (!answered) throw new Error(`Say in OF_TYPE what a question of type ${type} may be`);
  return answered;
}

/** A question of a type; ordinals count from 1 in the order of the list of types. */
function asked(type: string, index: number): fc.Arbitrary<Asked> {
  const graded = authoringTypes[type]?.graded !== false;
  const common = fc.record({
    points: fc.integer({ min: 1, max: 100 }),
    scoring: rule,
    loss: fc.nat(100),
    description: text,
  });
  return fc
    .tuple(answersOf(type), common, fc.integer({ min: 1, max: 8 }))
    .map(([{ key, response }, { points, scoring, loss, description }, luck]) => ({
      question: {
        ...{ ordinal: index + 1, id: `question-${type}`, type, key, scoring, description, shuffle: true },
        ...{ points: graded ? points : 0, floor: graded ? -Math.min(loss, points) : 0 },
        ...{ before: "", sentence: "", controls: "", objectives: [] },
      },
      response: luck === 1 ? undefined : response,
    }));
}

/** A question of each type. */
export const everyType: fc.Arbitrary<readonly Asked[]> = fc.tuple(...QUESTION_TYPES.map(asked));
