import { describe, expect, test } from "vitest";
import { createTestLms, type LmsOptions } from "../../../src/lms/lms.ts";
import type { Standard } from "../../../src/lms/profile.ts";
import { PROFILES } from "../../../src/lms/profiles/index.ts";
import { moodleScorm12 } from "../../../src/lms/profiles/moodle-scorm12.ts";
import { moodleScorm2004 } from "../../../src/lms/profiles/moodle-scorm2004.ts";
import { plain } from "../../../src/lms/profiles/plain.ts";

/** Calls by the names of SCORM 2004, whatever the standard. */
function content(api: object, standard: Standard) {
  const before = standard === "scorm12" ? "LMS" : "";
  const call =
    (name: string) =>
    (...values: string[]): unknown =>
      Reflect.apply(Reflect.get(api, name), api, values);
  return {
    initialize: () => call(`${before}Initialize`)(""),
    finish: () => call(standard === "scorm12" ? "LMSFinish" : "Terminate")(""),
    get: call(`${before}GetValue`),
    set: call(`${before}SetValue`),
    commit: () => call(`${before}Commit`)(""),
    error: call(`${before}GetLastError`),
  };
}

function opened(options: LmsOptions) {
  const lms = createTestLms(options);
  const sco = content(lms.api, options.standard);
  sco.initialize();
  return { lms, sco };
}

/** Values that make records 0 exist, so that their fields can be judged. */
const GROUND: Readonly<Record<Standard, readonly (readonly [string, string])[]>> = {
  scorm12: [
    ["cmi.interactions.0.id", "q"],
    ["cmi.interactions.0.type", "choice"],
    ["cmi.objectives.0.id", "o"],
  ],
  scorm2004: [
    ["cmi.interactions.0.id", "q"],
    ["cmi.interactions.0.type", "choice"],
    ["cmi.objectives.0.id", "o"],
  ],
};

const BAD: Readonly<Record<Standard, readonly (readonly [element: string, value: string, error: string])[]>> = {
  scorm12: [
    ["cmi.suspend_data", "x".repeat(4097), "405"],
    ["cmi.core.lesson_location", "x".repeat(256), "405"],
    ["cmi.core.lesson_status", "not attempted", "405"],
    ["cmi.core.exit", "normal", "405"],
    ["cmi.core.score.raw", "101", "405"],
    ["cmi.core.score.raw", "NaN", "405"],
    ["cmi.core.session_time", "00:00:01.500", "405"],
    ["cmi.core.session_time", "00:00:01.5", "405"],
    ["cmi.interactions.2.id", "q", "201"],
    ["cmi.interactions.1.type", "choice", "201"],
    ["cmi.interactions.0.id", "with space", "405"],
    ["cmi.interactions.0.result", "incorrect", "405"],
    ["cmi.interactions.0.student_response", "abc", "405"],
    ["cmi.interactions.0.time", "2026-11-22T09:05:07", "405"],
    ["cmi.interactions.0.correct_responses.1.pattern", "a", "201"],
    ["cmi.interactions.0.description", "text", "201"],
    ["cmi.core.student_id", "me", "201"],
    ["cmi.nothing", "x", "201"],
  ],
  scorm2004: [
    ["cmi.suspend_data", "x".repeat(64_001), "406"],
    ["cmi.location", "x".repeat(1001), "406"],
    ["cmi.completion_status", "not attempted", "406"],
    ["cmi.exit", "normal", "406"],
    ["cmi.score.scaled", "80", "406"],
    ["cmi.session_time", "PT1.234S", "406"],
    ["cmi.session_time", "PT", "406"],
    ["cmi.interactions.2.id", "q", "351"],
    ["cmi.interactions.1.type", "choice", "351"],
    ["cmi.interactions.0.result", "wrong", "406"],
    ["cmi.interactions.0.learner_response", "a-b", "406"],
    ["cmi.interactions.0.timestamp", "2026-11-22T09:05:07Z", "406"],
    ["cmi.interactions.0.timestamp", "2026-11-22T09:05:07.123Z", "406"],
    ["cmi.interactions.0.description", "two\nlines", "406"],
    ["cmi.interactions.0.description", "x".repeat(251), "406"],
    ["adl.nav.request", "exitAll", "406"],
    ["cmi.learner_id", "me", "401"],
    ["cmi.nothing", "x", "401"],
  ],
};

const GOOD: Readonly<Record<Standard, readonly (readonly [element: string, value: string])[]>> = {
  scorm12: [
    ["cmi.suspend_data", "x".repeat(4096)],
    ["cmi.core.lesson_location", "x".repeat(255)],
    ["cmi.core.lesson_status", "incomplete"],
    ["cmi.core.exit", "suspend"],
    ["cmi.core.score.raw", "79.99"],
    ["cmi.core.session_time", "0000:00:01.50"],
    ["cmi.interactions.1.id", "q2"],
    ["cmi.interactions.0.result", "wrong"],
    ["cmi.interactions.0.student_response", "a,b"],
    ["cmi.interactions.0.time", "09:05:07"],
  ],
  scorm2004: [
    ["cmi.suspend_data", "x".repeat(64_000)],
    ["cmi.completion_status", "incomplete"],
    ["cmi.success_status", "unknown"],
    ["cmi.exit", "suspend"],
    ["cmi.score.scaled", "0.7999"],
    ["cmi.session_time", "PT1H2M3.45S"],
    ["cmi.interactions.1.id", "q2"],
    ["cmi.interactions.0.result", "incorrect"],
    ["cmi.interactions.0.learner_response", "a[,]b_2"],
    ["cmi.interactions.0.timestamp", "2026-11-22T09:05:07"],
    ["adl.nav.request", "suspendAll"],
  ],
};

describe.each(["scorm12", "scorm2004"] as const)("%s", (standard) => {
  const setup = () => {
    const session = opened({ standard, profile: plain });
    for (const [element, value] of GROUND[standard]) session.sco.set(element, value);
    return session;
  };

  test.each(BAD[standard])("refuses %s = %.40s", (element, value, error) => {
    const { lms, sco } = setup();
    expect(lms.record().violations).toEqual([]);
    expect(sco.set(element, value)).toBe("false");
    expect(sco.error()).toBe(error);
    expect(lms.record().violations).toMatchObject([{ call: "SetValue", element, value, error }]);
  });

  test.each(GOOD[standard])("takes %s = %.40s", (element, value) => {
    const { lms, sco } = setup();
    expect(sco.set(element, value)).toBe("true");
    expect(lms.record().violations).toEqual([]);
  });

  test("a second Initialize and a second Finish are violations", () => {
    const { lms, sco } = opened({ standard, profile: plain });
    expect([sco.initialize(), sco.error()]).toEqual(["false", standard === "scorm12" ? "101" : "103"]);
    expect(sco.finish()).toBe("true");
    expect([sco.finish(), sco.error()]).toEqual(["false", standard === "scorm12" ? "301" : "113"]);
    expect(lms.record().violations.map(({ rule }) => rule)).toEqual(["Initialize only once", "Finish only once"]);
  });

  test("nothing goes outside a session", () => {
    const lms = createTestLms({ standard, profile: plain });
    const sco = content(lms.api, standard);
    expect(sco.set("cmi.suspend_data", "x")).toBe("false");
    expect(sco.commit()).toBe("false");
    sco.initialize();
    sco.finish();
    expect(sco.set("cmi.suspend_data", "x")).toBe("false");
    expect(lms.record().violations).toHaveLength(3);
  });

  test("only what was committed is stored", () => {
    const { lms, sco } = opened({ standard, profile: plain });
    sco.set("cmi.suspend_data", "one");
    expect(lms.record().stored).toEqual({});
    sco.commit();
    sco.set("cmi.suspend_data", "two");
    expect(lms.record().stored["cmi.suspend_data"]).toBe("one");
    expect(lms.record().commits).toBe(1);
  });

  test.each(["commitFails", "sessionExpired"] as const)("%s: the commit is refused and nothing is stored", (fault) => {
    const { lms, sco } = opened({ standard, profile: plain, faults: { [fault]: true } });
    sco.set("cmi.suspend_data", "one");
    expect(sco.commit()).toBe("false");
    expect(sco.error()).not.toBe("0");
    expect(sco.finish()).toBe("false");
    expect(lms.record()).toMatchObject({ stored: {}, violations: [] });
  });

  test("setThrows throws", () => {
    const { sco } = opened({ standard, profile: plain, faults: { setThrows: true } });
    expect(() => sco.set("cmi.suspend_data", "one")).toThrow();
  });

  test.each([true, "true", "", undefined] as const)("yes can be %o", (yes) => {
    const { sco } = opened({ standard, profile: plain, faults: { yes } });
    expect(sco.set("cmi.suspend_data", "one")).toBe(yes);
    expect(sco.error()).toBe("0");
  });

  test("modes and cleared state at launch", () => {
    const mode = standard === "scorm12" ? "cmi.core.lesson_mode" : "cmi.mode";
    const exit = standard === "scorm12" ? "cmi.core.exit" : "cmi.exit";
    const { lms, sco } = opened({ standard, profile: plain });
    sco.set("cmi.suspend_data", "one");
    sco.set(exit, "suspend");
    sco.finish();
    Object.assign(lms.faults, { blankMode: true, clearedState: true });
    const next = content(lms.relaunch(), standard);
    next.initialize();
    expect([next.get(mode), next.get("cmi.suspend_data")]).toEqual(["", ""]);
  });
});

describe("Moodle, SCORM 1.2", () => {
  const options: LmsOptions = { standard: "scorm12", profile: moodleScorm12 };

  /** One session that stores values, and the values of the next launch. */
  function next(values: Readonly<Record<string, string>>, mastery?: string) {
    const { lms, sco } = opened(mastery === undefined ? options : { ...options, mastery });
    for (const [element, value] of Object.entries(values)) sco.set(element, value);
    sco.commit();
    sco.finish();
    const again = content(lms.relaunch(), "scorm12");
    again.initialize();
    return { lms, get: (name: string) => again.get(`cmi.core.${name}`), state: again.get("cmi.suspend_data") };
  }

  test("a mastery score turns incomplete into failed at Finish, and the next launch is review", () => {
    const { lms, get } = next({ "cmi.core.score.raw": "50", "cmi.core.lesson_status": "incomplete" }, "80");
    expect(lms.record().grade).toMatchObject({ status: "failed", score: 50 });
    expect([get("lesson_mode"), get("credit")]).toEqual(["review", "no-credit"]);
  });

  test("without a mastery score it stays incomplete, and resumes after suspend", () => {
    const { lms, get, state } = next({
      "cmi.core.score.raw": "50",
      "cmi.core.lesson_status": "incomplete",
      "cmi.core.exit": "suspend",
      "cmi.suspend_data": "one",
    });
    expect(lms.record().grade).toMatchObject({ status: "incomplete", score: 50 });
    expect([get("lesson_mode"), get("credit"), get("entry"), state]).toEqual(["normal", "credit", "resume", "one"]);
  });

  test("without suspend the entry is blank once a status exists", () => {
    expect(next({ "cmi.core.lesson_status": "incomplete" }).get("entry")).toBe("");
  });

  test("a status that was never written becomes completed", () => {
    expect(next({}).lms.record().grade.status).toBe("completed");
  });

  test("total time adds up over launches", () => {
    const { lms, sco } = opened(options);
    sco.set("cmi.core.session_time", "00:01:30");
    sco.finish();
    const again = content(lms.relaunch(), "scorm12");
    again.initialize();
    again.set("cmi.core.session_time", "00:00:45");
    again.finish();
    expect(lms.record().stored["cmi.core.total_time"]).toBe("00:02:15");
  });
});

describe("Moodle, SCORM 2004", () => {
  test("the grade is score.raw, and data comes back only after suspend", () => {
    const { lms, sco } = opened({ standard: "scorm2004", profile: moodleScorm2004 });
    sco.set("cmi.score.raw", "40");
    sco.set("cmi.score.scaled", "0.9");
    sco.set("cmi.suspend_data", "one");
    sco.finish();
    expect(lms.record().grade.score).toBe(40);
    const again = content(lms.relaunch(), "scorm2004");
    again.initialize();
    expect([again.get("cmi.suspend_data"), again.get("cmi.entry")]).toEqual(["", ""]);
  });
});

test("what an LMS remembers survives its page", () => {
  const kept: { memory?: LmsOptions["memory"] } = {};
  const options: LmsOptions = {
    standard: "scorm12",
    profile: plain,
    keep: (memory) => {
      kept.memory = JSON.parse(JSON.stringify(memory));
    },
  };
  const { sco } = opened(options);
  sco.set("cmi.core.exit", "suspend");
  sco.set("cmi.suspend_data", "one");
  sco.commit();
  const { sco: next } = opened({ ...options, ...(kept.memory === undefined ? {} : { memory: kept.memory }) });
  expect(next.get("cmi.suspend_data")).toBe("one");
});

test.each(PROFILES)("$name says where each quirk is from", ({ version, date, quirks }) => {
  expect(version).not.toBe("");
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const quirk of quirks) expect(quirk.source).not.toBe("");
});

describe("Moodle, SCORM 2004, between sessions", () => {
  const options: LmsOptions = { standard: "scorm2004", profile: moodleScorm2004 };
  const visited = (values: Readonly<Record<string, string>>) => {
    const { lms, sco } = opened(options);
    for (const [element, value] of Object.entries(values)) sco.set(element, value);
    sco.finish();
    const again = content(lms.relaunch(), "scorm2004");
    again.initialize();
    return { lms, again };
  };

  test("completion alone ends an attempt: passed and not complete stays open", () => {
    const passed = visited({ "cmi.success_status": "passed", "cmi.completion_status": "incomplete" });
    expect(passed.again.get("cmi.mode")).toBe("normal");
    expect(visited({ "cmi.completion_status": "completed" }).again.get("cmi.mode")).toBe("review");
  });

  test("what a session was not given back stays in the gradebook", () => {
    const { lms, again } = visited({ "cmi.score.raw": "80", "cmi.completion_status": "completed" });
    expect(again.get("cmi.score.raw")).toBe("");
    again.finish();
    expect(lms.record().grade).toMatchObject({ status: "completed", score: 80 });
  });
});
