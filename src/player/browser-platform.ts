/** The only clock, randomness, storage and timers of a real page. */
import { activeClock, type Cancel, type Platform, type Storage } from "./platform.ts";

/** A hidden page paints nothing; what waits for a paint then runs after so many milliseconds all the same. */
const LONGEST_FRAME = 250;

/** Storage that may not be there: privacy settings and sandboxed frames make even the property throw. */
export function guardedStorage(local: () => globalThis.Storage): Storage {
  const attempt = <T>(use: (storage: globalThis.Storage) => T, otherwise: T): T => {
    try {
      return use(local());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key) ?? undefined, undefined),
    write: (key, text) =>
      attempt((storage) => {
        storage.setItem(key, text);
        return true;
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
  };
}

function afterPaint(page: Window, run: () => void): Cancel {
  let timer = page.setTimeout(run, LONGEST_FRAME);
  const frame = page.requestAnimationFrame(() => {
    page.clearTimeout(timer);
    // An animation frame comes before its paint; a timer set in it comes after.
    timer = page.setTimeout(run, 0);
  });
  return () => {
    page.cancelAnimationFrame(frame);
    page.clearTimeout(timer);
  };
}

/** The platform of a real page. */
export function browserPlatform(page: Window & typeof globalThis): Platform {
  return {
    now: () => new Date(),
    clock: activeClock(() => page.performance.now()),
    random32: () => page.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    storage: guardedStorage(() => page.localStorage),
    after(milliseconds, run) {
      const timer = page.setTimeout(run, milliseconds);
      return () => page.clearTimeout(timer);
    },
    afterPaint: (run) => afterPaint(page, run),
  };
}
