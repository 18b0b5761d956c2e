/**
 * The LMS in the browser: holds the API in its window and opens a package in a frame within a frame, or in a popup. What the
 * LMS remembers is the caller's to keep.
 */
import { createTestLms, type Faults, type LmsRecord, type Memory } from "./lms.ts";
import type { Profile, Standard } from "./profile.ts";

export interface HostOptions {
  readonly standard: Standard;
  readonly profile: Profile;
  readonly learner: string;
  readonly mastery?: string;
  readonly faults?: Partial<Faults>;
  /** The API appears only so many milliseconds after the package was opened. */
  readonly apiAfter?: number;
  /** The package's own page is opened as a popup; otherwise `frame` in the page. */
  readonly popup?: string;
  /** Where the package stands, and the page that holds it in a frame. */
  readonly place: HTMLIFrameElement;
  readonly frame: string;
  readonly memory?: Memory;
  /** Called after every change of what is remembered. */
  readonly keep: (memory: Memory) => void;
}

export interface Host {
  record(): LmsRecord;
  /** Switches faults while the session runs. */
  set(faults: Partial<Faults>): void;
  open(): void;
  /** Closes the package and opens it again as the next launch. */
  relaunch(): Promise<void>;
  /** Closes the package; it has said goodbye to its session when the promise is kept. */
  close(): Promise<void>;
}

/** A synchronous request holds the page; nothing else does so in a browser. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** An LMS with one learner at one package. Nothing is open yet. */
export function createHost(options: HostOptions): Host {
  const { standard, profile, learner, mastery, faults, memory, keep, place, apiAfter = 0 } = options;
  const lms = createTestLms({
    ...{ standard, profile, learner, keep },
    ...(mastery === undefined ? {} : { mastery }),
    ...(faults === undefined ? {} : { faults }),
    ...(memory === undefined ? {} : { memory }),
    hold: busy,
  });
  const offer = (api: object): void => {
    const name = standard === "scorm12" ? "API" : "API_1484_11";
    if (apiAfter > 0) window.setTimeout(() => Reflect.set(window, name, api), apiAfter);
    else Reflect.set(window, name, api);
  };
  const open = (): void => {
    if (options.popup === undefined) place.src = options.frame;
    else window.open(options.popup, "_blank");
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      place.addEventListener("load", () => resolve(), { once: true });
      place.src = "about:blank";
    });
  offer(lms.api);
  return {
    record: lms.record,
    set: (change) => void Object.assign(lms.faults, change),
    open,
    close,
    async relaunch() {
      // The old page must have said goodbye to its own session before the next one begins.
      await close();
      offer(lms.relaunch());
      open();
    },
  };
}
