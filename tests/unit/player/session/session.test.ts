import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import { scorm12Session } from "../../../../src/player/session/scorm12.ts";
import { scorm2004Session } from "../../../../src/player/session/scorm2004.ts";
import type { Session } from "../../../../src/player/session/session.ts";
import { type FakeApi, fakeApi, SNAPSHOT, type Standard, windowWith } from "./fake-api.ts";

const STANDARDS = ["scorm12", "scorm2004"] as const;
const element = {
  scorm12: {
    state: "cmi.suspend_data",
    exit: "cmi.core.exit",
    mode: "cmi.core.lesson_mode",
    raw: "cmi.core.score.raw",
  },
  scorm2004: { state: "cmi.suspend_data", exit: "cmi.exit", mode: "cmi.mode", raw: "cmi.score.raw" },
};

function over(standard: Standard, api: FakeApi): Session {
  const page = windowWith(standard, api.object);
  return standard === "scorm12" ? scorm12Session(page, simulatedDevice()) : scorm2004Session(page, simulatedDevice());
}

async function opened(standard: Standard, values: Readonly<Record<string, string>> = {}) {
  const api = fakeApi(standard, values);
  const session = over(standard, api);
  await session.open();
  return { api, session };
}

describe.each(STANDARDS)("%s", (standard) => {
  const names = element[standard];

  test("asks to suspend before anything else is written", async () => {
    const { api } = await opened(standard);
    expect(api.of("SetValue")).toEqual([[names.exit, "suspend"]]);
  });

  test("one checkpoint is one transaction with one commit at its end", async () => {
    const { api, session } = await opened(standard);
    api.calls.length = 0;
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: true });
    expect(api.of("Commit")).toHaveLength(1);
    expect(api.calls.at(-1)?.[0]).toBe("Commit");
    const order = api.of("SetValue").map(([name = ""]) => name.replace(/^cmi\.(core\.)?/, "").split(".")[0]);
    expect(order.filter((name, at) => order.indexOf(name) === at)).toEqual([
      "exit",
      "interactions",
      "objectives",
      "score",
      ...(standard === "scorm12"
        ? ["lesson_status", "lesson_location"]
        : ["completion_status", "success_status", "location"]),
      "suspend_data",
      "session_time",
    ]);
  });

  test("sends only what changed", async () => {
    const { api, session } = await opened(standard);
    await session.checkpoint(SNAPSHOT);
    api.calls.length = 0;
    expect(await session.checkpoint({ ...SNAPSHOT, state: "new" })).toEqual({ ok: true });
    expect(api.of("SetValue")).toEqual([[names.state, "new"]]);
    expect(await session.checkpoint({ ...SNAPSHOT, state: "new" })).toEqual({ ok: true });
    expect(api.of("Commit")).toHaveLength(1);
  });

  test("sends everything again after a commit that failed", async () => {
    const { api, session } = await opened(standard);
    api.answer = (call) => (call === "Commit" ? "false" : "true");
    api.error = "391";
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: false, code: "391", text: "text of 391" });
    const first = api.of("SetValue").length - 1;
    api.calls.length = 0;
    api.answer = () => "true";
    api.error = "0";
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: true });
    expect(api.of("SetValue")).toHaveLength(first);
  });

  test("a value that went out, failed and came back is sent again", async () => {
    const { api, session } = await opened(standard);
    await session.checkpoint({ ...SNAPSHOT, state: "A" });
    api.answer = (call) => (call === "Commit" ? "false" : "true");
    await session.checkpoint({ ...SNAPSHOT, state: "B" });
    api.answer = () => "true";
    await session.checkpoint({ ...SNAPSHOT, state: "A" });
    expect(api.values.get(names.state)).toBe("A");
  });

  test("true with an error code is not saved", async () => {
    const { api, session } = await opened(standard);
    api.error = "101";
    expect(await session.checkpoint(SNAPSHOT)).toMatchObject({ ok: false, code: "101" });
  });

  test("an LMS whose script fails has saved nothing", async () => {
    const { api, session } = await opened(standard);
    api.answer = (call) => {
      if (call === "SetValue") throw new Error("The LMS's script failed.");
      return "true";
    };
    expect(await session.checkpoint(SNAPSHOT)).toMatchObject({ ok: false });
  });

  test.each([true, "true", "TRUE", 1])("an LMS that answers %o is understood", async (word) => {
    const api = fakeApi(standard);
    api.answer = () => word;
    const session = over(standard, api);
    expect(await session.open()).toMatchObject({ kind: "open" });
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: true });
  });

  test.each(["", undefined, null])("an LMS that answers %o opens, but its commit proves nothing", async (word) => {
    const api = fakeApi(standard);
    api.answer = () => word;
    const session = over(standard, api);
    expect(await session.open()).toMatchObject({ kind: "open" });
    expect(await session.checkpoint(SNAPSHOT)).toMatchObject({ ok: false });
  });

  test("a refused optional value is dropped and never asked again", async () => {
    const { api, session } = await opened(standard);
    api.error = "0";
    api.answer = (call, name = "") => {
      const refused = call === "SetValue" && /latency|pattern|interactions\.1\.id/.test(name);
      api.error = refused ? (standard === "scorm12" ? "405" : "406") : "0";
      return refused ? "false" : "true";
    };
    const [first] = SNAPSHOT.interactions;
    const snapshot = { ...SNAPSHOT, interactions: [first!, { ...first!, index: 1 }] };
    expect(await session.checkpoint(snapshot)).toEqual({ ok: true });
    const sent = api.of("SetValue").map(([name]) => name);
    expect(sent).toContain("cmi.interactions.1.id");
    expect(sent).not.toContain("cmi.interactions.1.type");
    api.calls.length = 0;
    await session.checkpoint({ ...snapshot, state: "new" });
    expect(api.of("SetValue")).toEqual([[names.state, "new"]]);
  });

  test.each(["state", "raw"] as const)("a refused %s is not saved, though all else is committed", async (vital) => {
    const { api, session } = await opened(standard);
    api.answer = (call, name) => {
      const refused = call === "SetValue" && name === names[vital];
      if (call !== "Commit") api.error = "405";
      if (call === "Commit") api.error = "0";
      return refused ? "false" : "true";
    };
    expect(await session.checkpoint(SNAPSHOT)).toMatchObject({ ok: false, code: "405" });
    expect(api.of("Commit")).toHaveLength(1);
  });

  test.each(["browse", "review"])("%s writes nothing, begins and ends", async (mode) => {
    const { api, session } = await opened(standard, { [names.mode]: mode });
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: true });
    session.finish(SNAPSHOT, "suspend");
    expect([api.of("SetValue"), api.of("Commit")]).toEqual([[], []]);
    expect([api.of("Initialize"), api.of("Finish")]).toEqual([[[""]], [[""]]]);
  });

  test.each(["", "unknown", "NORMAL"])("mode %o is normal", async (mode) => {
    const api = fakeApi(standard, { [names.mode]: mode });
    expect(await over(standard, api).open()).toMatchObject({ kind: "open", launch: { mode: "normal" } });
  });

  test("a refused Initialize is told in the LMS's words, and nothing follows", async () => {
    const api = fakeApi(standard);
    api.answer = () => "false";
    api.error = "102";
    const session = over(standard, api);
    const refusal = { kind: "refused", code: "102", text: "text of 102" };
    expect(await session.open()).toEqual(refusal);
    expect(await session.open()).toEqual(refusal);
    expect(await session.checkpoint(SNAPSHOT)).toMatchObject({ ok: false, code: "102" });
    session.finish(SNAPSHOT, "hide");
    expect(api.of("Initialize")).toHaveLength(1);
    expect([api.of("SetValue"), api.of("Finish")]).toEqual([[], []]);
  });

  test("no API: alone, and nothing fails", async () => {
    const session =
      standard === "scorm12" ? scorm12Session({}, simulatedDevice()) : scorm2004Session({}, simulatedDevice());
    expect(await session.open()).toEqual({ kind: "alone" });
    expect(await session.checkpoint(SNAPSHOT)).toEqual({ ok: true });
  });

  test("Finish that navigates away at once ends the session only once", async () => {
    const { api, session } = await opened(standard);
    api.answer = (call) => {
      if (call === "Finish") session.finish(SNAPSHOT, "hide");
      return "true";
    };
    expect(session.finish(SNAPSHOT, "suspend")).toEqual({ ok: true });
    expect(api.of("Finish")).toHaveLength(1);
  });

  test("objectives keep the indices that the LMS holds", async () => {
    const { api, session } = await opened(standard, {
      "cmi.objectives._count": "2",
      "cmi.objectives.0.id": "other",
      "cmi.objectives.1.id": "I.P.1",
    });
    await session.checkpoint({
      ...SNAPSHOT,
      objectives: [...SNAPSHOT.objectives, { id: "new", score: 0, status: "incomplete" }],
    });
    expect(api.values.get("cmi.objectives.1.score.raw")).toBe("33.33");
    expect(api.values.get("cmi.objectives.2.id")).toBe("new");
  });

  test("any order of commands: one Initialize, one Finish, no Set after it, nothing thrown", async () => {
    const command = fc.constantFrom("open", "checkpoint", "flush", "suspend", "hide", "breaks", "throws", "heals");
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        const api = fakeApi(standard);
        const session = over(standard, api);
        let turn = 0;
        for (const name of commands) {
          turn += 1;
          const snapshot = { ...SNAPSHOT, state: String(turn), seconds: turn };
          if (name === "open") await session.open();
          if (name === "checkpoint") await session.checkpoint(snapshot);
          if (name === "flush") session.flushOnHide(snapshot);
          if (name === "suspend" || name === "hide") session.finish(snapshot, name);
          if (name === "breaks") api.answer = () => "false";
          if (name === "heals") api.answer = () => "true";
          if (name === "throws")
            api.answer = () => {
              throw new Error("the LMS's script failed");
            };
        }
        expect(api.of("Initialize").length).toBeLessThanOrEqual(1);
        expect(api.of("Finish").length).toBeLessThanOrEqual(1);
        const finished = api.calls.findIndex(([name]) => name === "Finish");
        expect(finished < 0 ? [] : api.calls.slice(finished + 1)).toEqual([]);
      }),
    );
  });
});

test("SCORM 1.2 says at launch what the LMS holds", async () => {
  const api = fakeApi("scorm12", {
    "cmi.core.student_id": "s-1",
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.entry": "resume",
    "cmi.suspend_data": "AbC",
    "cmi.student_data.mastery_score": "72.5",
  });
  expect(await over("scorm12", api).open()).toEqual({
    kind: "open",
    launch: {
      mode: "normal",
      learner: "s-1",
      state: "AbC",
      entry: "resume",
      visited: true,
      finished: false,
      pass: 7250,
    },
  });
});

test("SCORM 2004 says at launch what the LMS holds", async () => {
  const api = fakeApi("scorm2004", {
    "cmi.learner_id": "s-1",
    "cmi.entry": "ab-initio",
    "cmi.completion_status": "unknown",
    "cmi.success_status": "unknown",
    "cmi.total_time": "PT0H0M0S",
    "cmi.scaled_passing_score": "0.8",
  });
  expect(await over("scorm2004", api).open()).toEqual({
    kind: "open",
    launch: {
      mode: "normal",
      learner: "s-1",
      state: "",
      entry: "ab-initio",
      visited: false,
      finished: false,
      pass: 8000,
    },
  });
});

test.each(["", "0", "101", "-1", "eighty"])("a mastery score of %o is none", async (mastery) => {
  const opening = await over("scorm12", fakeApi("scorm12", { "cmi.student_data.mastery_score": mastery })).open();
  expect(opening).not.toHaveProperty("launch.pass");
});

test("only the learner's own leaving asks a SCORM 2004 LMS to suspend all", async () => {
  const leave = await opened("scorm2004");
  leave.session.finish(SNAPSHOT, "suspend");
  expect(leave.api.of("SetValue").at(-1)).toEqual(["adl.nav.request", "suspendAll"]);
  const hide = await opened("scorm2004");
  hide.session.finish(SNAPSHOT, "hide");
  expect(hide.api.values.has("adl.nav.request")).toBe(false);
});

test("what is sent in SCORM 1.2", async () => {
  const { api, session } = await opened("scorm12");
  await session.checkpoint(SNAPSHOT);
  expect(Object.fromEntries(api.values)).toMatchInlineSnapshot(`
    {
      "cmi.core.exit": "suspend",
      "cmi.core.lesson_location": "lesson-2",
      "cmi.core.lesson_status": "passed",
      "cmi.core.score.max": "100",
      "cmi.core.score.min": "0",
      "cmi.core.score.raw": "80.5",
      "cmi.core.session_time": "0000:02:05",
      "cmi.interactions.0.correct_responses.0.pattern": "a",
      "cmi.interactions.0.id": "bp-report",
      "cmi.interactions.0.latency": "0000:00:12.50",
      "cmi.interactions.0.objectives.0.id": "I.P.1",
      "cmi.interactions.0.result": "correct",
      "cmi.interactions.0.student_response": "a",
      "cmi.interactions.0.time": "09:05:07",
      "cmi.interactions.0.type": "choice",
      "cmi.interactions.0.weighting": "1",
      "cmi.objectives.0.id": "I.P.1",
      "cmi.objectives.0.score.max": "100",
      "cmi.objectives.0.score.min": "0",
      "cmi.objectives.0.score.raw": "33.33",
      "cmi.objectives.0.status": "failed",
      "cmi.suspend_data": "AbC-_9",
    }
  `);
});

test("what is sent in SCORM 2004", async () => {
  const { api, session } = await opened("scorm2004");
  await session.checkpoint(SNAPSHOT);
  expect(Object.fromEntries(api.values)).toMatchInlineSnapshot(`
    {
      "cmi.completion_status": "completed",
      "cmi.exit": "suspend",
      "cmi.interactions.0.correct_responses.0.pattern": "a",
      "cmi.interactions.0.description": "What do you do first?",
      "cmi.interactions.0.id": "bp-report",
      "cmi.interactions.0.latency": "PT12.50S",
      "cmi.interactions.0.learner_response": "a",
      "cmi.interactions.0.objectives.0.id": "I.P.1",
      "cmi.interactions.0.result": "correct",
      "cmi.interactions.0.timestamp": "2026-11-22T09:05:07",
      "cmi.interactions.0.type": "choice",
      "cmi.interactions.0.weighting": "1",
      "cmi.location": "lesson-2",
      "cmi.objectives.0.completion_status": "completed",
      "cmi.objectives.0.id": "I.P.1",
      "cmi.objectives.0.score.max": "100",
      "cmi.objectives.0.score.min": "0",
      "cmi.objectives.0.score.raw": "33.33",
      "cmi.objectives.0.score.scaled": "0.3333",
      "cmi.objectives.0.success_status": "failed",
      "cmi.score.max": "100",
      "cmi.score.min": "0",
      "cmi.score.raw": "80.5",
      "cmi.score.scaled": "0.805",
      "cmi.session_time": "PT2M5S",
      "cmi.success_status": "passed",
      "cmi.suspend_data": "AbC-_9",
    }
  `);
});

test.each([
  ["scorm12", "cmi.core.lesson_status", "passed"],
  ["scorm12", "cmi.core.lesson_status", "failed"],
  ["scorm2004", "cmi.completion_status", "completed"],
  ["scorm2004", "cmi.success_status", "passed"],
] as const)(
  "%s: a stored %s of %s is finished, and stands when the snapshot names no situation",
  async (standard, element, value) => {
    const api = fakeApi(standard, { [element]: value });
    const session = over(standard, api);
    expect(await session.open()).toMatchObject({ launch: { finished: true } });
    const { situation: _none, ...snapshot } = SNAPSHOT;
    await session.checkpoint(snapshot);
    expect(api.values.get(element)).toBe(value);
  },
);
