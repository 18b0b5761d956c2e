import fc from "fast-check";
import { expect, test } from "vitest";
import { afterAnswer, dueCards, isDue, isLearned, REST_DAYS, type Recall } from "../../../src/player/leitner.ts";

const day = fc.integer({ min: 20_000, max: 30_000 });
/** Answers to one card, each so many days after the one before. */
const history = fc.array(fc.record({ known: fc.boolean(), later: fc.integer({ min: 0, max: 40 }) }), { maxLength: 20 });

function live(answers: readonly { readonly known: boolean; readonly later: number }[], start: number) {
  let today = start;
  let recall: Recall | undefined;
  for (const { known, later } of answers) {
    today += later;
    recall = afterAnswer(recall, known, today);
  }
  return { recall, today };
}

test("whatever was answered, a card rests at most a month and lies in one of six boxes", () => {
  fc.assert(
    fc.property(history, day, (answers, start) => {
      const { recall = { box: 0, due: start }, today } = live(answers, start);
      expect([0, 1, 2, 3, 4, 5]).toContain(recall.box);
      expect(recall.due - today).toBeLessThanOrEqual(30);
    }),
  );
});

test("a card that is not known is due today and begins again, wherever it was", () => {
  fc.assert(
    fc.property(history, day, (answers, start) => {
      const { recall, today } = live(answers, start);
      const again = afterAnswer(recall, false, today);
      expect([isDue(again, today), isLearned(again)]).toEqual([true, false]);
      expect(afterAnswer(again, true, today)).toEqual({ box: 1, due: today + 1 });
    }),
  );
});

test("a card that is known moves up one box when it was due, and else stays", () => {
  fc.assert(
    fc.property(history, day, (answers, start) => {
      const { recall, today } = live(answers, start);
      const box = recall?.box ?? 0;
      const next = afterAnswer(recall, true, today);
      if (!isDue(recall, today)) expect(next).toBe(recall);
      else expect(next.box).toBe(Math.min(box + 1, 5));
      expect(isDue(next, today)).toBe(false);
    }),
  );
});

test("known each time that it is due, a card comes back after 1, 3, 7, 14 and 30 days, and is learned from the third on", () => {
  let recall: Recall | undefined;
  let today = 20_000;
  const rests = [...REST_DAYS, 30].map((rest) => {
    recall = afterAnswer(recall, true, today);
    const before = today;
    today = recall.due;
    return { rest: today - before, asked: rest, learned: isLearned(recall) };
  });
  expect(rests.map(({ rest }) => rest)).toEqual([1, 3, 7, 14, 30, 30]);
  expect(rests.map(({ learned }) => learned)).toEqual([false, false, true, true, true, true]);
});

test("a card of a day far ahead, when the device's clock was wrong, is due", () => {
  expect(isDue({ box: 1, due: 20_100 }, 20_000)).toBe(true);
  expect(isDue({ box: 5, due: 20_030 }, 20_000)).toBe(false);
});

test("the cards to ask are those that are due, the longest waiting first and new ones last in their order", () => {
  const recalls: Readonly<Record<string, Recall>> = {
    b: { box: 2, due: 20_000 },
    c: { box: 1, due: 19_990 },
    d: { box: 1, due: 20_001 },
  };
  expect(dueCards(["a", "b", "c", "d", "e"], (card) => recalls[card], 20_000)).toEqual(["c", "b", "a", "e"]);
});
