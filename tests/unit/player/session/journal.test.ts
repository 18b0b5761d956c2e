import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import { createJournal, hashOf, type JournalEntry, replayDecision } from "../../../../src/player/session/journal.ts";

const DAY = 86_400_000;
const WORK = { nonce: 7, bases: [3], sequence: 5, state: "AbC" };
const ENTRY: JournalEntry = { ...WORK, learner: hashOf("s-1"), written: 0 };

describe("replayDecision", () => {
  test.each([
    ["follows directly", ENTRY, { nonce: 7, sequence: 3, untouched: false }, "s-1", "use"],
    [
      "follows what a hidden page had sent",
      { ...ENTRY, bases: [2, 3] },
      { nonce: 7, sequence: 3, untouched: false },
      "s-1",
      "use",
    ],
    [
      "follows what was confirmed before",
      { ...ENTRY, bases: [2, 3] },
      { nonce: 7, sequence: 2, untouched: false },
      "s-1",
      "use",
    ],
    ["nothing is kept", undefined, { nonce: 7, sequence: 3, untouched: false }, "s-1", "discard"],
    ["a new beginning", ENTRY, { nonce: 8, sequence: 3, untouched: true }, "s-1", "ask"],
    ["a new beginning, another learner", ENTRY, { nonce: 8, sequence: 3, untouched: true }, "s-2", "discard"],
    ["the same attempt, untouched", ENTRY, { nonce: 7, sequence: 2, untouched: true }, "s-1", "discard"],
    ["another attempt", ENTRY, { nonce: 8, sequence: 3, untouched: false }, "s-1", "discard"],
    ["the LMS has older work", ENTRY, { nonce: 7, sequence: 2, untouched: false }, "s-1", "discard"],
    ["the LMS has newer work", ENTRY, { nonce: 7, sequence: 4, untouched: false }, "s-1", "discard"],
    [
      "the LMS has it already",
      { ...ENTRY, sequence: 3 },
      { nonce: 7, sequence: 3, untouched: false },
      "s-1",
      "discard",
    ],
    ["another learner", ENTRY, { nonce: 7, sequence: 3, untouched: false }, "s-2", "discard"],
    ["a blank learner", { ...ENTRY, learner: hashOf("") }, { nonce: 7, sequence: 3, untouched: false }, "", "discard"],
    ["the LMS was emptied", ENTRY, undefined, "s-1", "ask"],
    ["the LMS was emptied, another learner", ENTRY, undefined, "s-2", "discard"],
  ] as const)("%s", (_, journal, stored, learner, decision) => {
    expect(replayDecision(journal, stored, learner)).toBe(decision);
  });
});

describe("createJournal", () => {
  test("gives back what it kept, to the same learner in the same package only", () => {
    const platform = simulatedDevice();
    createJournal(platform, "s-1", "CW-duties").write(WORK);
    expect(createJournal(platform, "s-1", "CW-duties").read()).toMatchObject(WORK);
    expect(createJournal(platform, "s-2", "CW-duties").read()).toBeUndefined();
    expect(createJournal(platform, "s-1", "CW-ethics").read()).toBeUndefined();
  });

  test("leaves no name on the device", () => {
    const platform = simulatedDevice();
    createJournal(platform, "ada.lovelace@example.org", "CW-duties").write(WORK);
    expect(JSON.stringify([...platform.kept])).not.toMatch(/ada|lovelace/);
  });

  test("keeps nothing for a blank learner", () => {
    const platform = simulatedDevice();
    createJournal(platform, "", "CW-duties").write(WORK);
    expect(platform.kept.size).toBe(0);
  });

  test("expires after 14 days", () => {
    const platform = simulatedDevice();
    const journal = createJournal(platform, "s-1", "CW-duties");
    journal.write(WORK);
    platform.advance(14 * DAY);
    expect(journal.read()).toMatchObject(WORK);
    platform.advance(1);
    expect(journal.read()).toBeUndefined();
    expect(platform.kept.size).toBe(0);
  });

  test("a confirmation removes what is no newer", () => {
    const platform = simulatedDevice();
    const journal = createJournal(platform, "s-1", "CW-duties");
    journal.write(WORK);
    journal.confirm({ nonce: 7, sequence: 4 });
    journal.confirm({ nonce: 8, sequence: 5 });
    expect(journal.read()).toMatchObject(WORK);
    journal.confirm({ nonce: 7, sequence: 5 });
    expect(journal.read()).toBeUndefined();
  });

  test("damaged storage is no work, and is cleaned away", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const platform = simulatedDevice();
        const journal = createJournal(platform, "s-1", "CW-duties");
        journal.write(WORK);
        for (const key of platform.kept.keys()) platform.kept.set(key, text);
        expect(journal.read()).toBeUndefined();
        expect(platform.kept.size).toBe(0);
      }),
    );
  });
});
