import { expect, test } from "vitest";
import { guardedStorage } from "../../../src/player/browser-platform.ts";
import { activeClock } from "../../../src/player/platform.ts";

test("the clock counts active time only, and pausing twice changes nothing", () => {
  let time = 1000;
  const clock = activeClock(() => time);
  time += 1500;
  expect(clock.seconds()).toBe(1.5);
  clock.pause();
  clock.pause();
  time += 60_000;
  expect(clock.seconds()).toBe(1.5);
  clock.resume();
  clock.resume();
  time += 500;
  expect(clock.seconds()).toBe(2);
});

test("the clock never falls, even when its source does", () => {
  let time = 1000;
  const clock = activeClock(() => time);
  time = 0;
  expect(clock.seconds()).toBe(0);
});

test("storage that throws keeps nothing and breaks nothing", () => {
  const storage = guardedStorage(() => {
    throw new Error("SecurityError");
  });
  expect(storage.write("key", "text")).toBe(false);
  expect(storage.read("key")).toBeUndefined();
  expect(() => storage.remove("key")).not.toThrow();
});
