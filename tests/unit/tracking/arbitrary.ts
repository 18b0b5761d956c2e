/** Arbitrary plans and learners for property tests. */
import fc from "fast-check";
import type { Plan, QuestionPool } from "../../../src/tracking/plan.ts";
import type { Grading } from "../../../src/tracking/policy.ts";

export const GRADING: Grading = {
  pass: 8_000,
  attempts: 3,
  score: "best",
  feedback: "after-submit",
  report: "passed-incomplete",
  completion: "all",
};

export interface Package {
  readonly plan: Plan;
  readonly pools: readonly QuestionPool[];
}

/** A package with these lessons and, per module, questions with these numbers of choices. */
export function packageOf(
  lessons: readonly number[],
  quizzes: readonly {
    readonly ordinal: number;
    readonly questions: readonly { readonly ordinal: number; readonly choices: number }[];
    readonly count: number;
    readonly weight: number;
  }[],
  grading: Grading = GRADING,
): Package {
  const modules = quizzes.map(({ ordinal, questions, count, weight }, index) => ({
    id: `m${ordinal}`,
    title: `Module ${ordinal}`,
    lessons:
      index === 0 ? lessons.map((lesson) => ({ ordinal: lesson, key: `l${lesson}`, title: `Lesson ${lesson}` })) : [],
    quiz: {
      ordinal,
      title: `Quiz ${ordinal}`,
      src: "",
      grading,
      weight,
      draw: [{ count, items: questions.map((question) => question.ordinal) }],
    },
  }));
  const bare = [
    { id: "m", title: "Module", lessons: lessons.map((ordinal) => ({ ordinal, key: `l${ordinal}`, title: "" })) },
  ];
  const plan: Plan = {
    identifier: "CW-test",
    title: "Test",
    summary: "",
    version: "1",
    language: "en",
    direction: "ltr",
    modules: modules.length > 0 ? modules : bare,
    grading,
    objectives: [],
  };
  return { plan, pools: quizzes.map(({ questions }) => ({ questions: questions.map(question) })) };
}

function question({ ordinal, choices }: { readonly ordinal: number; readonly choices: number }) {
  return {
    ordinal,
    id: `q${ordinal}`,
    type: "multiple",
    points: 1,
    scoring: "all-or-nothing" as const,
    shuffle: true,
    key: {
      choices: Array.from({ length: choices }, (_, index) => ({
        o: index + 1,
        right: index === 0,
        text: `${index + 1}`,
      })),
    },
    before: "",
    sentence: "",
    controls: "",
    description: "",
    objectives: [],
  };
}

const ordinals = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { maxLength: most });

/** Packages with up to 40 lessons and three quizzes of up to 30 questions. */
export const packages: fc.Arbitrary<Package> = fc
  .record({ lessons: ordinals(40), questions: ordinals(90), cut: fc.integer({ min: 1, max: 3 }) })
  .chain(({ lessons, questions, cut }) =>
    fc
      .array(fc.integer({ min: 2, max: 60 }), { minLength: questions.length, maxLength: questions.length })
      .map((sizes) => {
        const all = questions.map((ordinal, index) => ({ ordinal, choices: sizes[index] ?? 2 }));
        const part = Math.ceil(all.length / cut);
        const quizzes = Array.from({ length: cut }, (_, index) => all.slice(index * part, (index + 1) * part))
          .filter((list) => list.length > 0)
          .map((list, index) => ({
            ordinal: index + 1,
            questions: list,
            count: Math.ceil(list.length / 2),
            weight: 0,
          }));
        const share = quizzes.length === 0 ? 0 : Math.floor(10_000 / quizzes.length);
        return packageOf(
          lessons,
          quizzes.map((quiz, index) => ({
            ...quiz,
            weight: index === 0 ? 10_000 - share * (quizzes.length - 1) : share,
          })),
        );
      }),
  );
