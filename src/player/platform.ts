/**
 * The player's only clock, randomness, storage and timers. Everything else gets a `Platform` value, so that tests run in
 * Node with a fake one.
 */

/** Takes back what was scheduled; without effect once it ran. */
export type Cancel = () => void;

/** Counts active time: it stands still while the page is hidden or in the back-forward cache. */
export interface ActiveClock {
  /** Active seconds since the clock was made, with fractions; never falls. */
  seconds(): number;
  pause(): void;
  resume(): void;
}

/** Text by key that outlives the page. Storage may be missing, full or forbidden: nothing throws. */
export interface Storage {
  read(key: string): string | undefined;
  /** False when the text could not be kept. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

export interface Platform {
  /** Wall time. */
  now(): Date;
  readonly clock: ActiveClock;
  /** A random integer from 0 to 2^32 - 1. */
  random32(): number;
  readonly storage: Storage;
  /** Runs once after so many milliseconds. */
  after(milliseconds: number, run: () => void): Cancel;
  /** Runs once, after what is on the page now was painted. */
  afterPaint(run: () => void): Cancel;
}

/** A hidden page paints nothing; what waits for a paint then runs after so many milliseconds all the same. */
const LONGEST_FRAME = 250;

/** A running clock over a monotonic source of milliseconds. */
export function activeClock(milliseconds: () => number): ActiveClock {
  let counted = 0;
  let since: number | undefined = milliseconds();
  const running = (): number => (since === undefined ? 0 : Math.max(0, milliseconds() - since));
  return {
    seconds: () => (counted + running()) / 1000,
    pause() {
      counted += running();
      since = undefined;
    },
    resume() {
      since ??= milliseconds();
    },
  };
}

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
