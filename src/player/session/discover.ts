/** Finds the LMS's API object (SCORM 1.2 RTE 3.3.6.1, SCORM 2004 RTE 3.3.1). */
import type { Platform } from "../platform.ts";

/** How many parents are asked before giving up, as in ADL's own example. */
const MOST_PARENTS = 500;
/** An LMS may put its API into place after the content frame loaded: how often and how far apart it is looked for. */
const TRIES = 30;
const PAUSE = 100;

/** A property of a window that may belong to another origin, where every access throws. */
function peek(frame: object, name: string): unknown {
  try {
    return Reflect.get(frame, name);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** The window and its parents, innermost first. */
function* ancestors(from: unknown): Generator<object> {
  let frame = from;
  for (let count = 0; count <= MOST_PARENTS && isObject(frame); count += 1) {
    yield frame;
    const parent = peek(frame, "parent");
    if (parent === frame) return;
    frame = parent;
  }
}

/** Looks once: own window, parents, opener, opener's parents. Never throws. */
export function lookForApi(page: object, name: "API" | "API_1484_11"): object | undefined {
  const frames = [...ancestors(page)];
  const top = frames[frames.length - 1] ?? page;
  // Content in a frame of a popup: the opener is the top window's, not its own.
  for (const start of [page, peek(page, "opener"), peek(top, "opener")]) {
    for (const frame of ancestors(start)) {
      const api = peek(frame, name);
      if (isObject(api)) return api;
    }
  }
  return undefined;
}

/** True when another window could still bring an API. */
function hasNeighbors(page: object): boolean {
  const parent = peek(page, "parent");
  return (isObject(parent) && parent !== page) || isObject(peek(page, "opener"));
}

/**
 * Looks until an API appears, for three seconds at most; at once when there is no other window to look in.
 * A SCORM 1.2 package never binds to `API_1484_11`, nor the other way round.
 */
export function findApi(
  page: object,
  name: "API" | "API_1484_11",
  platform: Pick<Platform, "after">,
): Promise<object | undefined> {
  return new Promise((resolve) => {
    const look = (left: number): void => {
      const api = lookForApi(page, name);
      if (api !== undefined || left === 0 || !hasNeighbors(page)) resolve(api);
      else platform.after(PAUSE, () => look(left - 1));
    };
    look(TRIES);
  });
}
