/**
 * The test LMS: scorm-again inside stricter rules, a real LMS's quirks and faults on demand. One plain module that runs in
 * Node and in the browser's host page.
 */
import type { Profile, Standard } from "./profile.ts";
import { type Grade, gradeOf, type Values } from "./quirks.ts";
import { createApi, type Diary } from "./session-api.ts";

/** What goes wrong on demand; each can be switched while a session runs. */
export interface Faults {
  /** Commit says false. */
  commitFails: boolean;
  /** Commit holds the page for so many milliseconds, as Moodle's synchronous requests do. */
  commitTakes: number;
  /** SetValue throws. */
  setThrows: boolean;
  /** Every call but Initialize fails as if no session were open. */
  sessionExpired: boolean;
  /** What stands for "true"; `false` stays "false". */
  yes: "true" | true | "" | undefined;
  /** At the next launch the mode is blank. */
  blankMode: boolean;
  /** At the next launch `suspend_data` is gone. */
  clearedState: boolean;
  /** At the next launch the mode is this one. */
  mode: "browse" | "review" | undefined;
}

export const NO_FAULTS: Faults = {
  commitFails: false,
  commitTakes: 0,
  setThrows: false,
  sessionExpired: false,
  yes: "true",
  blankMode: false,
  clearedState: false,
  mode: undefined,
};

export interface Call {
  readonly call: "Initialize" | "Finish" | "GetValue" | "SetValue" | "Commit";
  readonly element?: string;
  readonly value?: string;
  /** What the LMS gave back, as text. */
  readonly answer?: string;
  readonly ok: boolean;
  readonly error: string;
}

/** Something that a strict LMS refuses or that a sound package never does. */
export interface Violation {
  readonly rule: string;
  readonly error: string;
  readonly call: Call["call"];
  readonly element?: string;
  readonly value?: string;
}

/** All that an LMS remembers, plain JSON. */
export interface Memory {
  /** Committed values only. */
  readonly stored: Values;
  readonly commits: number;
  readonly launches: number;
  readonly finished: boolean;
  readonly calls: readonly Call[];
  readonly violations: readonly Violation[];
}

export interface LmsRecord extends Memory {
  readonly grade: Grade;
}

export interface LmsOptions {
  readonly standard: Standard;
  readonly profile: Profile;
  readonly learner?: string;
  /** The manifest's mastery score (1.2: percent, 2004: share), when it has one. */
  readonly mastery?: string;
  readonly faults?: Partial<Faults>;
  /** What an earlier LMS remembered. */
  readonly memory?: Memory;
  /** Called after every change of what is remembered. */
  readonly keep?: (memory: Memory) => void;
  /** Keeps the page busy for so many milliseconds, as a synchronous request does; only a page can. */
  readonly hold?: (milliseconds: number) => void;
}

export interface TestLms {
  /** What stands in the window under `API` or `API_1484_11`. */
  readonly api: object;
  readonly faults: Faults;
  record(): LmsRecord;
  /** Ends the learner's session as closing the window does, and gives the API of the next one. */
  relaunch(): object;
}

const EMPTY: Memory = { stored: {}, commits: 0, launches: 0, finished: false, calls: [], violations: [] };

/** An LMS with one learner in one package. */
export function createTestLms(options: LmsOptions): TestLms {
  const faults: Faults = { ...NO_FAULTS, ...options.faults };
  const diary = openDiary(options);
  const launch = (): object => {
    diary.change({ launches: diary.memory().launches + 1, finished: false });
    return createApi({ ...options, faults, diary });
  };
  let api = launch();
  return {
    get api() {
      return api;
    },
    faults,
    record() {
      const { calls, violations, ...rest } = diary.memory();
      const grade = gradeOf(options.profile, options.standard, rest.stored);
      return { ...rest, calls: [...calls], violations: [...violations], grade };
    },
    relaunch() {
      api = launch();
      return api;
    },
  };
}

/** Lists grow in place: a long session makes thousands of calls. */
function openDiary({ memory: earlier = EMPTY, keep }: LmsOptions): Diary {
  const calls = [...earlier.calls];
  const violations = [...earlier.violations];
  let memory: Memory = { ...earlier, calls, violations };
  return {
    memory: () => memory,
    note(call, violation) {
      calls.push(call);
      if (violation) violations.push(violation);
      keep?.(memory);
    },
    change(change) {
      memory = { ...memory, ...change };
      keep?.(memory);
    },
  };
}
