import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressOn } from "../../../src/cli/progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("work that ends within a second says nothing", () => {
  const written: string[] = [];
  const progress = progressOn((text) => written.push(text));
  progress.step("Reading");
  vi.advanceTimersByTime(999);
  progress.clear();
  vi.advanceTimersByTime(5_000);
  expect(written).toEqual([]);
});

test("longer work shows its latest step, and takes the line away", () => {
  const written: string[] = [];
  const progress = progressOn((text) => written.push(text));
  progress.step("Reading");
  progress.step("Building");
  vi.advanceTimersByTime(1_000);
  progress.step("Checking");
  progress.clear();
  expect(written).toEqual(["\r\u001b[KBuilding", "\r\u001b[KChecking", "\r\u001b[K"]);
});

test("without a terminal nothing is shown and no timer waits", () => {
  progressOn(undefined).step("Reading");
  expect(vi.getTimerCount()).toBe(0);
});
