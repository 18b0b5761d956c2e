import { expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import { pass } from "../../../src/forecast/page.ts";
import { createTimeKeeper } from "../../../src/player/time-keeper.ts";
import { beginAttempt, newLearner, submitAttempt } from "../../../src/tracking/learning.ts";
import { quizzesOf } from "../../../src/tracking/standing.ts";
import { packageOf } from "../tracking/arbitrary.ts";

const QUIZ = 9;
const MINUTE = 60_000;

/** An attempt of one minute that has just begun; `onOver` is called with how many times its end was told before. */
function attempt(onOver: (before: number) => Promise<void>) {
  const platform = simulatedDevice();
  const questions = [{ ordinal: 1, choices: 2 }];
  const { plan } = packageOf([], [{ ordinal: QUIZ, questions, count: 1, weight: 10_000 }]);
  const limited = plan.modules.map(({ quiz, ...module }) => {
    return { ...module, ...(quiz && { quiz: { ...quiz, limit: { seconds: 60, factors: [] } } }) };
  });
  const [quiz] = quizzesOf({ ...plan, modules: limited });
  if (!quiz) throw new Error("There is one quiz.");
  let state = newLearner(1);
  let told = 0;
  const keeper = createTimeKeeper({
    ...{ plan: { ...plan, modules: limited }, record: { state: () => state }, platform, onMinute: () => undefined },
    async onOver() {
      told += 1;
      await onOver(told - 1);
    },
  });
  state = keeper.started(
    beginAttempt(state, quiz, () => 1),
    QUIZ,
    undefined,
  );
  keeper.watch();
  const submit = (): void => {
    state = submitAttempt(state, QUIZ, [{ points: 1, mark: { earned: 0, possible: 1 } }]);
  };
  return { keeper, platform, submit, told: () => told };
}

test("a quiz that cannot be loaded at its end is tried again until it can", async () => {
  const { platform, told } = attempt((before) =>
    before < 3 ? Promise.reject(new Error("offline")) : Promise.resolve(),
  );
  await pass(platform, MINUTE);
  expect(told()).toBe(1);
  await pass(platform, 10 * MINUTE);
  expect(told()).toBe(4);
});

test("an attempt that was submitted is never over, however much later", async () => {
  const { keeper, platform, submit, told } = attempt(() => Promise.resolve());
  submit();
  await pass(platform, 10 * MINUTE);
  keeper.watch();
  expect([keeper.isOver(QUIZ), told()]).toEqual([false, 0]);
});
