/**
 * The test LMS: scorm-again inside stricter rules, a real LMS's quirks and faults on demand. One plain module that runs in
 * Node and in the browser's host page.
 */
import { createEngine, type Engine } from "./engine.ts";
import type { Profile, Standard } from "./profile.ts";
import { ELEMENTS, finishValues, type Grade, gradeOf, launchValues, storedValues, type Values } from "./quirks.ts";
import { judge } from "./strict.ts";

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

/** Error codes of the session's life by standard; a second Initialize and Finish as Moodle and ADL answer them. */
const LIFE = {
  scorm12: { initializedTwice: "101", finishedTwice: "301", closed: "301", commit: "101" },
  scorm2004: { initializedTwice: "103", finishedTwice: "113", closed: "132", commit: "391" },
} as const;
/** Reading these is a package's mistake: unknown in either standard, write-only. */
const BAD_READS = { scorm12: ["201", "404"], scorm2004: ["401", "405"] } as const;

/** An LMS with one learner in one package. */
export function createTestLms(options: LmsOptions): TestLms {
  const faults: Faults = { ...NO_FAULTS, ...options.faults };
  let memory: Memory = options.memory ?? EMPTY;
  const remember = (change: Partial<Memory>): void => {
    memory = { ...memory, ...change };
    options.keep?.(memory);
  };
  const launch = (): object => {
    remember({ launches: memory.launches + 1, finished: false });
    return createApi({ ...options, faults, memory: () => memory, remember });
  };
  let api = launch();
  return {
    get api() {
      return api;
    },
    faults,
    record: () => ({ ...memory, grade: gradeOf(options.profile, options.standard, memory.stored) }),
    relaunch() {
      api = launch();
      return api;
    },
  };
}

interface ApiOptions {
  readonly standard: Standard;
  readonly profile: Profile;
  readonly learner?: string;
  readonly mastery?: string;
  readonly faults: Faults;
  readonly hold?: (milliseconds: number) => void;
  readonly memory: () => Memory;
  readonly remember: (change: Partial<Memory>) => void;
}

function valuesAtLaunch({ profile, standard, learner, mastery, faults, memory }: ApiOptions): Values {
  const values: Record<string, string> = {
    ...launchValues(profile, standard, memory().stored, {
      learner: learner ?? "learner-1",
      ...(mastery === undefined ? {} : { mastery }),
    }),
  };
  const { mode } = ELEMENTS[standard];
  if (faults.mode !== undefined) values[mode] = faults.mode;
  if (faults.blankMode) values[mode] = "";
  if (faults.clearedState) delete values["cmi.suspend_data"];
  return values;
}

/** What the LMS itself decides at launch; content cannot set it. */
function givenBy(standard: Standard, launch: Values): Values {
  const { learner, mode, credit, entry, mastery } = ELEMENTS[standard];
  const given = [learner, mode, credit, entry, mastery];
  return Object.fromEntries(Object.entries(launch).filter(([element]) => given.some((name) => name === element)));
}

/** One session's API object. */
function createApi(options: ApiOptions): object {
  const { standard, profile, faults, memory, remember } = options;
  const launch = valuesAtLaunch(options);
  const given = givenBy(standard, launch);
  const kept = Object.fromEntries(Object.entries(launch).filter(([element]) => !(element in given)));
  const engine = createEngine(standard, launch);
  const accepted = new Map(Object.entries(kept));
  const life = LIFE[standard];
  let stage: "new" | "open" | "finished" = "new";
  let error = "0";

  /** Notes a call and turns its end into what this LMS says. */
  const answer = (call: Call, rule?: string): unknown => {
    error = call.error;
    const said = call.ok ? faults.yes : "false";
    const { ok: _ok, answer: _answer, ...what } = call;
    remember({
      calls: [...memory().calls, { answer: String(said), ...call }],
      ...(rule === undefined ? {} : { violations: [...memory().violations, { ...what, rule }] }),
    });
    return said;
  };

  const set = (element: string, given: unknown): unknown => {
    const value = String(given);
    const call = { call: "SetValue", element, value } as const;
    if (faults.setThrows) throw new Error("The LMS's script failed.");
    if (faults.sessionExpired) return answer({ ...call, ok: false, error: life.closed });
    if (stage !== "open") return answer({ ...call, ok: false, error: life.closed }, "nothing is set outside a session");
    const refusal = judge(standard, element, value, accepted);
    if (refusal !== undefined) return answer({ ...call, ok: false, error: refusal.code }, refusal.rule);
    if (engine.set(element, value) !== "true") {
      return answer({ ...call, ok: false, error: engine.errorCode() }, "scorm-again refuses it");
    }
    accepted.set(element, value);
    return answer({ ...call, ok: true, error: "0" });
  };

  const get = (element: string): string => {
    const value = given[element] ?? engine.get(element);
    const code = element in given ? "0" : engine.errorCode();
    const bad = stage !== "open" || BAD_READS[standard].some((known) => known === code);
    answer(
      { call: "GetValue", element, answer: value, ok: !bad, error: code },
      bad ? "only known elements are read" : undefined,
    );
    return value;
  };

  const held = (): Values => storedValues(profile, memory().stored, Object.fromEntries(accepted));

  const commit = (): unknown => {
    if (faults.commitTakes > 0) options.hold?.(faults.commitTakes);
    if (stage !== "open")
      return answer({ call: "Commit", ok: false, error: life.closed }, "no commit outside a session");
    if (faults.commitFails || faults.sessionExpired) return answer({ call: "Commit", ok: false, error: life.commit });
    engine.commit();
    remember({ stored: held(), commits: memory().commits + 1 });
    return answer({ call: "Commit", ok: true, error: "0" });
  };

  const initialize = (): unknown => {
    if (stage === "new") {
      stage = "open";
      engine.initialize();
      return answer({ call: "Initialize", ok: true, error: "0" });
    }
    return answer({ call: "Initialize", ok: false, error: life.initializedTwice }, "Initialize only once");
  };

  const finish = (): unknown => {
    if (stage === "finished") {
      return answer({ call: "Finish", ok: false, error: life.finishedTwice }, "Finish only once");
    }
    if (stage === "new") return answer({ call: "Finish", ok: false, error: life.closed }, "Finish after Initialize");
    stage = "finished";
    if (faults.commitFails || faults.sessionExpired) return answer({ call: "Finish", ok: false, error: life.commit });
    engine.finish();
    remember({ stored: finishValues(profile, standard, held(), launch), finished: true });
    return answer({ call: "Finish", ok: true, error: "0" });
  };

  return spelled(standard, engine, { initialize, finish, get, set, commit, error: () => error });
}

interface Calls {
  readonly initialize: () => unknown;
  readonly finish: () => unknown;
  readonly get: (element: string) => string;
  readonly set: (element: string, value: unknown) => unknown;
  readonly commit: () => unknown;
  readonly error: () => string;
}

function spelled(standard: Standard, engine: Engine, calls: Calls): object {
  const before = standard === "scorm12" ? "LMS" : "";
  return {
    [`${before}Initialize`]: calls.initialize,
    [standard === "scorm12" ? "LMSFinish" : "Terminate"]: calls.finish,
    [`${before}GetValue`]: calls.get,
    [`${before}SetValue`]: calls.set,
    [`${before}Commit`]: calls.commit,
    [`${before}GetLastError`]: calls.error,
    [`${before}GetErrorString`]: (code: string) => engine.errorText(code),
    [`${before}GetDiagnostic`]: () => "",
  };
}
