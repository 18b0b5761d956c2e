/** The test LMS's side of one session: the API object that a package finds, with each call judged and noted. */
import { createEngine, type Engine } from "./engine.ts";
import type { Call, Faults, LmsOptions, Memory, Violation } from "./lms.ts";
import type { Standard } from "./profile.ts";
import { ELEMENTS, finishValues, launchValues, storedValues, type Values } from "./quirks.ts";
import { judge } from "./strict.ts";

/** Error codes of the session's life by standard; a second Initialize and Finish as Moodle and ADL answer them. */
const LIFE = {
  scorm12: { initializedTwice: "101", finishedTwice: "301", closed: "301", commit: "101" },
  scorm2004: { initializedTwice: "103", finishedTwice: "113", closed: "132", commit: "391" },
} as const;
/** Reading these is a package's mistake: unknown in either standard, write-only. */
const BAD_READS = { scorm12: ["201", "404"], scorm2004: ["401", "405"] } as const;

/** What the LMS writes down, over all of a learner's sessions. */
export interface Diary {
  memory(): Memory;
  note(call: Call, violation?: Violation): void;
  change(change: Partial<Omit<Memory, "calls" | "violations">>): void;
}

interface ApiOptions extends Pick<LmsOptions, "standard" | "profile" | "learner" | "mastery" | "hold"> {
  readonly faults: Faults;
  readonly diary: Diary;
}

/** What a session knows from one call to the next. */
interface Work extends ApiOptions {
  readonly engine: Engine;
  readonly launch: Values;
  /** What only the LMS sets. */
  readonly given: Values;
  /** Every value that holds now. */
  readonly accepted: Map<string, string>;
  stage: "new" | "open" | "finished";
  error: string;
}

/** One session's API object. */
export function createApi(options: ApiOptions): object {
  const { standard } = options;
  const launch = valuesAtLaunch(options);
  const given = givenBy(standard, launch);
  const kept = Object.entries(launch).filter(([element]) => !(element in given));
  const engine = createEngine(standard, launch);
  const work: Work = { ...options, engine, launch, given, accepted: new Map(kept), stage: "new", error: "0" };
  return spelled(standard, engine, {
    initialize: () => initialize(work),
    finish: () => finish(work),
    get: (element) => get(work, element),
    set: (element, value) => set(work, element, String(value)),
    commit: () => commit(work),
    error: () => work.error,
  });
}

function valuesAtLaunch({ profile, standard, learner, mastery, faults, diary }: ApiOptions): Values {
  const values: Record<string, string> = {
    ...launchValues(profile, standard, diary.memory().stored, {
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

/** Notes a call and turns its end into what this LMS says. */
function answer(work: Work, call: Call, rule?: string): unknown {
  work.error = call.error;
  const said = call.ok ? work.faults.yes : "false";
  const { ok: _ok, answer: _answer, ...what } = call;
  work.diary.note({ answer: String(said), ...call }, rule === undefined ? undefined : { ...what, rule });
  return said;
}

function initialize(work: Work): unknown {
  const call = { call: "Initialize" } as const;
  if (work.stage !== "new") {
    const error = LIFE[work.standard].initializedTwice;
    return answer(work, { ...call, ok: false, error }, "Initialize only once");
  }
  work.stage = "open";
  work.engine.initialize();
  return answer(work, { ...call, ok: true, error: "0" });
}

function finish(work: Work): unknown {
  const { stage, standard, faults, diary } = work;
  const { closed, commit, finishedTwice } = LIFE[standard];
  const call = { call: "Finish" } as const;
  if (stage === "finished") return answer(work, { ...call, ok: false, error: finishedTwice }, "Finish only once");
  if (stage === "new") return answer(work, { ...call, ok: false, error: closed }, "Finish after Initialize");
  work.stage = "finished";
  if (faults.commitFails || faults.sessionExpired) return answer(work, { ...call, ok: false, error: commit });
  work.engine.finish();
  diary.change({ stored: finishValues(work.profile, standard, held(work), work.launch), finished: true });
  return answer(work, { ...call, ok: true, error: "0" });
}

function get(work: Work, element: string): string {
  const { engine, given, standard, stage } = work;
  const value = given[element] ?? engine.get(element);
  const error = element in given ? "0" : engine.errorCode();
  const bad = stage !== "open" || BAD_READS[standard].some((known) => known === error);
  answer(
    work,
    { call: "GetValue", element, answer: value, ok: !bad, error },
    bad ? "only known elements are read" : undefined,
  );
  return value;
}

function set(work: Work, element: string, value: string): unknown {
  const { standard, faults, engine, accepted } = work;
  const { closed } = LIFE[standard];
  const call = { call: "SetValue", element, value } as const;
  if (faults.setThrows) throw new Error("The LMS's script failed.");
  if (faults.sessionExpired) return answer(work, { ...call, ok: false, error: closed });
  if (work.stage !== "open") {
    return answer(work, { ...call, ok: false, error: closed }, "nothing is set outside a session");
  }
  const refusal = judge(standard, element, value, accepted);
  if (refusal !== undefined) return answer(work, { ...call, ok: false, error: refusal.code }, refusal.rule);
  if (engine.set(element, value) !== "true") {
    return answer(work, { ...call, ok: false, error: engine.errorCode() }, "scorm-again refuses it");
  }
  accepted.set(element, value);
  return answer(work, { ...call, ok: true, error: "0" });
}

function commit(work: Work): unknown {
  const { standard, faults, diary } = work;
  const call = { call: "Commit" } as const;
  if (faults.commitTakes > 0) work.hold?.(faults.commitTakes);
  if (work.stage !== "open") {
    return answer(work, { ...call, ok: false, error: LIFE[standard].closed }, "no commit outside a session");
  }
  if (faults.commitFails || faults.sessionExpired) {
    return answer(work, { ...call, ok: false, error: LIFE[standard].commit });
  }
  work.engine.commit();
  diary.change({ stored: held(work), commits: diary.memory().commits + 1 });
  return answer(work, { ...call, ok: true, error: "0" });
}

/** What would be stored by now. */
function held({ profile, diary, accepted }: Work): Values {
  return storedValues(profile, diary.memory().stored, Object.fromEntries(accepted));
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
