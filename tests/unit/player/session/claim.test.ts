import { expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import { takeClaim } from "../../../../src/player/session/claim.ts";

/** A device on which some time passes between two pages. */
function claims(first: [learner: string, identifier: string], second: [learner: string, identifier: string]) {
  const device = simulatedDevice();
  const earlier = takeClaim(device, ...first);
  device.advance(1_000);
  const later = takeClaim(device, ...second);
  return [earlier.holds(), later.holds()];
}

test("the page opened last has the claim", () => {
  expect(claims(["s-1", "CW-a"], ["s-1", "CW-a"])).toEqual([false, true]);
});

test("another learner or package takes nothing away, nor does a page without a learner's id", () => {
  expect(claims(["s-1", "CW-a"], ["s-2", "CW-a"])).toEqual([true, true]);
  expect(claims(["s-1", "CW-a"], ["s-1", "CW-b"])).toEqual([true, true]);
  expect(claims(["", "CW-a"], ["", "CW-a"])).toEqual([true, true]);
});

test("storage that is full or was emptied silences nobody", () => {
  const device = simulatedDevice();
  const earlier = takeClaim(device, "s-1", "CW-a");
  device.advance(1_000);
  const full = { ...device, storage: { ...device.storage, write: () => false } };
  expect([earlier.holds(), takeClaim(full, "s-1", "CW-a").holds()]).toEqual([true, true]);
  device.kept.clear();
  expect(earlier.holds()).toBe(true);
});
