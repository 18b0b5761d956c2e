import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import { findApi, lookForApi } from "../../../../src/player/session/discover.ts";

const api = { name: "api" };

/** A window of another origin: every access throws. */
function foreign(): object {
  return new Proxy(
    {},
    {
      get() {
        throw new Error("SecurityError");
      },
    },
  );
}

function topWindow(properties: object = {}): object {
  const top: Record<string, unknown> = { ...properties };
  top.parent = top;
  return top;
}

describe("lookForApi", () => {
  test("own window first, then parents", () => {
    expect(lookForApi(topWindow({ API: api }), "API")).toBe(api);
    expect(lookForApi({ parent: { parent: topWindow({ API: api }) } }, "API")).toBe(api);
  });

  test("the opener and the opener's parents", () => {
    expect(lookForApi(topWindow({ opener: { parent: topWindow({ API: api }) } }), "API")).toBe(api);
  });

  test("the opener of the top window, for content in a frame of a popup", () => {
    expect(lookForApi({ parent: topWindow({ opener: topWindow({ API: api }) }) }, "API")).toBe(api);
  });

  test("binds only to its own standard", () => {
    const page = topWindow({ API_1484_11: api });
    expect(lookForApi(page, "API")).toBeUndefined();
    expect(lookForApi(page, "API_1484_11")).toBe(api);
  });

  test("another origin neither throws nor hides the opener", () => {
    expect(lookForApi({ parent: foreign() }, "API")).toBeUndefined();
    expect(lookForApi({ parent: foreign(), opener: topWindow({ API: api }) }, "API")).toBe(api);
  });

  test("parents in a circle end", () => {
    const one: Record<string, unknown> = {};
    one.parent = { parent: one };
    expect(lookForApi(one, "API")).toBeUndefined();
  });
});

describe("findApi", () => {
  test("waits for a late API", async () => {
    const platform = simulatedDevice();
    const parent = topWindow();
    const found = findApi({ parent }, "API", platform);
    platform.advance(1000);
    Reflect.set(parent, "API", api);
    platform.advance(1000);
    expect(await found).toBe(api);
  });

  test("gives up after a while, and at once without neighbors", async () => {
    const platform = simulatedDevice();
    const framed = findApi({ parent: topWindow() }, "API", platform);
    platform.advance(10_000);
    expect(await framed).toBeUndefined();
    expect(await findApi(topWindow(), "API", platform)).toBeUndefined();
  });
});
