/**
 * The LMS's page in the browser: holds the API and opens the package in a frame within a frame, or in a popup. What the
 * LMS remembers outlives the page in localStorage. Options come as JSON in the address after `#`.
 */
import { createTestLms, type Faults, type LmsOptions, type LmsRecord, type Memory } from "./lms.ts";
import type { Standard } from "./profile.ts";
import { PROFILES } from "./profiles/index.ts";

export interface HostOptions {
  readonly standard: Standard;
  readonly profile: string;
  readonly mastery?: string;
  readonly faults?: Partial<Faults>;
  /** The API appears only so many milliseconds after the package was opened. */
  readonly apiAfter?: number;
  readonly popup?: boolean;
}

/** What tests call through `window.testLms`. */
export interface Host {
  record(): LmsRecord;
  /** Switches faults while the session runs. */
  set(faults: Partial<Faults>): void;
  /** Closes the package and opens it again as the next launch. */
  relaunch(): Promise<void>;
  open(): void;
}

declare global {
  interface Window {
    testLms: Host;
  }
}

const MEMORY = "test-lms-memory";

function remembered(): Memory | undefined {
  const text = localStorage.getItem(MEMORY);
  return text === null ? undefined : JSON.parse(text);
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function start(options: HostOptions): Host {
  const { standard, mastery, faults, apiAfter = 0 } = options;
  const profile = PROFILES.find(({ name }) => name === options.profile);
  if (profile === undefined) throw new Error(`There is no profile ${options.profile}`);
  const memory = remembered();
  const lmsOptions: LmsOptions = {
    standard,
    profile,
    ...(mastery === undefined ? {} : { mastery }),
    ...(faults === undefined ? {} : { faults }),
    ...(memory === undefined ? {} : { memory }),
    hold: busy,
    keep: (kept) => localStorage.setItem(MEMORY, JSON.stringify(kept)),
  };
  const lms = createTestLms(lmsOptions);
  const name = standard === "scorm12" ? "API" : "API_1484_11";
  const offer = (api: object): void => {
    window.setTimeout(() => Reflect.set(window, name, api), apiAfter);
    if (apiAfter === 0) Reflect.set(window, name, api);
  };
  const frame = document.createElement("iframe");
  frame.title = "LMS";
  const open = (): void => {
    if (options.popup) window.open("/package/index.html", "_blank");
    else {
      frame.src = "/frame";
      document.body.append(frame);
    }
  };
  offer(lms.api);
  return {
    record: lms.record,
    set: (change) => void Object.assign(lms.faults, change),
    open,
    async relaunch() {
      // The old page must have said goodbye to its own session before the next one begins.
      await new Promise<void>((resolve) => {
        frame.addEventListener("load", () => resolve(), { once: true });
        frame.src = "about:blank";
      });
      offer(lms.relaunch());
      open();
    },
  };
}

window.testLms = start(JSON.parse(decodeURIComponent(location.hash.slice(1))));
