/**
 * Clock, randomness, storage and timers as the player knows them. In a page they are the browser's
 * (`browser-platform.ts`); tests and `forecast` bring a simulated device.
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
