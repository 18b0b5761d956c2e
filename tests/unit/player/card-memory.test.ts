import { expect, test } from "vitest";
import { simulatedDevice } from "../../../src/forecast/device.ts";
import { pass, visit } from "../../../src/forecast/page.ts";
import { createCardMemory } from "../../../src/player/card-memory.ts";
import { packageOf } from "../tracking/arbitrary.ts";
import { fakeApi } from "./session/fake-api.ts";

function device(now = new Date(2026, 10, 22, 9)) {
  const kept = new Map<string, string>();
  const time = { now };
  const storage = {
    read: (key: string) => kept.get(key),
    write(key: string, text: string) {
      kept.set(key, text);
      return true;
    },
    remove: (key: string) => void kept.delete(key),
  };
  return { kept, time, platform: { storage, now: () => time.now } };
}

test("what was answered is remembered for the same learner in the same package, and for no other", () => {
  const { platform } = device();
  createCardMemory(platform, "s1", "P1").answer("systolic", true);
  expect(createCardMemory(platform, "s1", "P1").recall("systolic")?.box).toBe(1);
  expect(createCardMemory(platform, "s2", "P1").recall("systolic")).toBeUndefined();
  expect(createCardMemory(platform, "s1", "P2").recall("systolic")).toBeUndefined();
});

test("neither keys nor values name the learner", () => {
  const { platform, kept } = device();
  createCardMemory(platform, "maria@example.org", "P1").answer("systolic", true);
  expect(JSON.stringify([...kept])).not.toContain("maria");
});

test("for a blank learner nothing is kept, but the page remembers", () => {
  const { platform, kept } = device();
  const memory = createCardMemory(platform, "", "P1");
  memory.answer("systolic", true);
  expect([memory.recall("systolic")?.box, kept.size]).toEqual([1, 0]);
});

test("where storage fails the page remembers", () => {
  const storage = { read: () => undefined, write: () => false, remove: () => undefined };
  const memory = createCardMemory({ storage, now: () => new Date(2026, 0, 1) }, "s1", "P1");
  memory.answer("systolic", false);
  memory.answer("apnea", true);
  expect([memory.recall("systolic")?.box, memory.recall("apnea")?.box]).toEqual([0, 1]);
});

test("two windows do not undo each other's answers", () => {
  const { platform } = device();
  const [one, two] = [createCardMemory(platform, "s1", "P1"), createCardMemory(platform, "s1", "P1")];
  one.answer("systolic", true);
  two.answer("apnea", true);
  const later = createCardMemory(platform, "s1", "P1");
  expect([later.recall("systolic")?.box, later.recall("apnea")?.box]).toEqual([1, 1]);
});

test("a window that was open for days goes on from what another has kept", () => {
  const { platform, time } = device();
  const [one, two] = [createCardMemory(platform, "s1", "P1"), createCardMemory(platform, "s1", "P1")];
  one.answer("systolic", true);
  time.now = new Date(2026, 10, 23, 9);
  one.answer("systolic", true);
  two.answer("systolic", true);
  expect(two.recall("systolic")?.box).toBe(2);
});

test("what another window has kept since counts, not what this one remembers", () => {
  const { platform } = device();
  const [one, two] = [createCardMemory(platform, "s1", "P1"), createCardMemory(platform, "s1", "P1")];
  two.answer("systolic", true);
  one.answer("systolic", false);
  two.answer("apnea", true);
  expect(two.recall("systolic")?.box).toBe(0);
});

test.each(["", "{", "7", '{"a":1}', '[["a"],["b","1",2],null]', "null"])(
  "what is unreadable is new again: %s",
  (text) => {
    const { platform } = device();
    const memory = createCardMemory({ ...platform, storage: { ...platform.storage, read: () => text } }, "s1", "P1");
    expect(["a", "b"].map(memory.recall)).toEqual([undefined, undefined]);
  },
);

test("any term can be a card, whatever objects inherit", () => {
  const { platform } = device();
  createCardMemory(platform, "s1", "P1").answer("__proto__", true);
  expect(createCardMemory(platform, "s1", "P1").recall("__proto__")?.box).toBe(1);
});

test("a day ends at midnight of the place", () => {
  const { platform, time } = device(new Date(2026, 10, 22, 23, 59));
  const memory = createCardMemory(platform, "s1", "P1");
  const before = memory.today();
  time.now = new Date(2026, 10, 23, 0, 1);
  expect(memory.today()).toBe(before + 1);
});

// The offset is minutes behind UTC, as JavaScript counts them: what a machine's own zone is does not matter here.
test.each([
  ["behind", 300, Date.UTC(2026, 10, 23, 2), Date.UTC(2026, 10, 22)],
  ["ahead of", -600, Date.UTC(2026, 10, 22, 20), Date.UTC(2026, 10, 23)],
])("a day is that of the place also %s Greenwich", (_where, offset, now, day) => {
  const { platform } = device(Object.assign(new Date(now), { getTimezoneOffset: () => offset }));
  expect(createCardMemory(platform, "s1", "P1").today()).toBe(day / 86_400_000);
});

test("an answer to a card makes no call to the LMS, however long one waits", async () => {
  const calls: string[] = [];
  const { object } = fakeApi("scorm12", { "cmi.core.student_id": "s1", "cmi.core.entry": "ab-initio" });
  const api = new Proxy(object, {
    get(target, name) {
      calls.push(String(name));
      return Reflect.get(target, name);
    },
  });
  const platform = simulatedDevice();
  const { app } = await visit({ standard: "scorm12", ...packageOf([11], []), api, platform });
  await pass(platform, 60_000);
  const before = calls.length;
  expect(before).toBeGreaterThan(0);
  app.cards.answer("systolic", true);
  await pass(platform, 600_000);
  expect([app.cards.recall("systolic")?.box, calls.length]).toEqual([1, before]);
});
