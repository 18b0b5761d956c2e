/** Learners who answer every type anyhow: what the LMS holds in the end is what the marking functions say. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import { pass, visit } from "../../../src/forecast/page.ts";
import { createTestLms } from "../../../src/lms/lms.ts";
import { plain } from "../../../src/lms/profiles/plain.ts";
import type { Standard } from "../../../src/questions/contract.ts";
import { coreTypes } from "../../../src/questions/registry.core.ts";
import { attemptScore, boundMark } from "../../../src/tracking/score.ts";
import { packageOf } from "../tracking/arbitrary.ts";
import { type Asked, everyType } from "./arbitrary.ts";

const QUIZ = 7;
const LEARNERS = 1_000;

/** By the types' own marking functions, without a player, state or LMS between. In hundredths of a percent. */
function scoreOf(all: readonly Asked[]): number {
  return attemptScore(
    all.map(({ question, response }) => {
      const mark = coreTypes[question.type]?.mark(question.key, response, question.scoring);
      return { points: question.points, mark: boundMark(mark ?? { earned: Number.NaN, possible: 1 }, question) };
    }),
  );
}

function packaged(all: readonly Asked[]) {
  const questions = all.map(({ question }) => ({ ordinal: question.ordinal, choices: 2 }));
  const { plan } = packageOf([], [{ ordinal: QUIZ, questions, count: all.length, weight: 10_000 }]);
  return { plan, pools: [{ questions: all.map(({ question }) => question) }] };
}

/** Answers all questions, half of them after coming back to the page, and submits. */
async function take(standard: Standard, all: readonly Asked[]) {
  const lms = createTestLms({ standard, profile: plain });
  const platform = simulatedDevice();
  const { plan, pools } = packaged(all);
  const first = await visit({ standard, plan, pools, api: lms.api, platform });
  await first.app.begin(QUIZ);
  const half = Math.ceil(all.length / 2);
  const answer = ({ app }: typeof first, from: number, to: number): void => {
    for (const [item, { question }] of app.quiz(QUIZ).items.entries()) {
      const response = all.find((each) => each.question.ordinal === question.ordinal)?.response;
      if (item >= from && item < to && response !== undefined) app.answer(QUIZ, item, response);
    }
  };
  answer(first, 0, half);
  await pass(platform, 5_000);
  first.events.pagehide(false);
  platform.clock.resume();
  const second = await visit({ standard, plan, pools, api: lms.relaunch(), platform });
  answer(second, half, all.length);
  second.app.submit(QUIZ);
  await pass(platform, 5_000);
  second.app.leave();
  await pass(platform, 5_000);
  return lms.record();
}

test.each(["scorm12", "scorm2004"] as const)(
  "%s stores the score that the marking functions give",
  async (standard) => {
    const scores = new Set<number>();
    await fc.assert(
      fc.asyncProperty(everyType, async (all) => {
        const { stored, violations } = await take(standard, all);
        expect(violations).toEqual([]);
        const score = scoreOf(all);
        const [raw, scaled] = standard === "scorm12" ? ["cmi.core.score.raw"] : ["cmi.score.raw", "cmi.score.scaled"];
        expect(Number(stored[raw])).toBe(score / 100);
        if (scaled) expect(Number(stored[scaled])).toBe(score / 10_000);
        const ids = all.map((_, index) => stored[`cmi.interactions.${index}.id`]);
        expect(ids.sort()).toEqual(all.map(({ question }) => question.id).sort());
        scores.add(score);
      }),
      { numRuns: LEARNERS, seed: 20_261_122 },
    );
    // The learners are not all of a kind.
    expect(scores.size).toBeGreaterThan(LEARNERS / 4);
  },
  600_000,
);
