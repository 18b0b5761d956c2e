/** A device without a browser: the player's platform on a clock that stands still until it is moved. */
import type { Platform } from "../player/platform.ts";

export interface Device extends Platform {
  /** Moves time on and runs what falls due, in order. */
  advance(milliseconds: number): void;
  /** Paints: runs what waits for a paint. */
  paint(): void;
  /** The page is gone: nothing that waits will run. */
  drop(): void;
  /** What the device keeps between visits. */
  readonly kept: Map<string, string>;
}

/** A fixed day: what a forecast says must not depend on when it is made. */
const START = Date.UTC(2026, 10, 22, 10, 30);

/** A device with nothing on it. */
export function simulatedDevice(): Device {
  let time = START;
  let running = true;
  let active = 0;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const paints = new Set<() => void>();
  const kept = new Map<string, string>();
  const move = (to: number): void => {
    if (running) active += to - time;
    time = to;
  };
  return {
    kept,
    now: () => new Date(time),
    random32: () => 4,
    clock: {
      seconds: () => active / 1000,
      pause: () => {
        running = false;
      },
      resume: () => {
        running = true;
      },
    },
    storage: {
      read: (key) => kept.get(key),
      write: (key, text) => kept.set(key, text).has(key),
      remove: (key) => void kept.delete(key),
    },
    after(milliseconds, run) {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    afterPaint(run) {
      paints.add(run);
      return () => paints.delete(run);
    },
    advance(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.delete(due);
        move(Math.max(time, due.at));
        due.run();
      }
      move(end);
    },
    drop() {
      timers.clear();
      paints.clear();
    },
    paint() {
      for (const run of [...paints]) {
        paints.delete(run);
        run();
      }
    },
  };
}
