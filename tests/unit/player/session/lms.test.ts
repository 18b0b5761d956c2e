import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import { createTestLms } from "../../../../src/lms/lms.ts";
import { PROFILES } from "../../../../src/lms/profiles/index.ts";
import { scorm12Session } from "../../../../src/player/session/scorm12.ts";
import { scorm2004Session } from "../../../../src/player/session/scorm2004.ts";
import type { Session, Snapshot } from "../../../../src/player/session/session.ts";
import { SNAPSHOT, type Standard, windowWith } from "./fake-api.ts";

const CASES = PROFILES.flatMap((profile) =>
  profile.standards.map((standard) => ({ name: `${profile.name}, ${standard}`, profile, standard })),
);

function over(standard: Standard, api: object): Session {
  const page = windowWith(standard, api);
  return standard === "scorm12" ? scorm12Session(page, simulatedDevice()) : scorm2004Session(page, simulatedDevice());
}

/** What is under way: nothing that ends the learner's attempt in an LMS. */
const UNDER_WAY: Snapshot = { ...SNAPSHOT, situation: "failed-again", score: 5000 };

describe.each(CASES)("$name", ({ profile, standard }) => {
  test("a session is legal to the letter, and what it left is there at the next launch", async () => {
    const lms = createTestLms({ standard, profile });
    const session = over(standard, lms.api);
    expect(await session.open()).toMatchObject({ launch: { visited: false, entry: "ab-initio", state: "" } });
    expect(await session.checkpoint(UNDER_WAY)).toEqual({ ok: true });
    expect(session.finish({ ...UNDER_WAY, seconds: 200 }, "suspend")).toEqual({ ok: true });
    const again = over(standard, lms.relaunch());
    expect(await again.open()).toMatchObject({
      launch: { mode: "normal", visited: true, entry: "resume", state: UNDER_WAY.state, learner: "learner-1" },
    });
    const [first] = UNDER_WAY.interactions;
    const more = { ...UNDER_WAY, interactions: [first!, { ...first!, index: 1, id: "next", result: 0 }] };
    expect(await again.checkpoint(more)).toEqual({ ok: true });
    again.finish(more, "hide");
    expect(lms.record().violations).toEqual([]);
    expect(lms.record().grade).toMatchObject({ status: "incomplete", score: 50 });
  });

  test("the grade of a passed package arrives", async () => {
    const lms = createTestLms({ standard, profile });
    const session = over(standard, lms.api);
    await session.open();
    session.finish(SNAPSHOT, "hide");
    const { grade, violations } = lms.record();
    expect(violations).toEqual([]);
    expect(grade).toMatchObject({ success: "passed", score: 80.5 });
  });

  test("an LMS that fails for a while has everything in the end", async () => {
    const lms = createTestLms({ standard, profile, faults: { commitFails: true } });
    const session = over(standard, lms.api);
    await session.open();
    expect(await session.checkpoint(UNDER_WAY)).toMatchObject({ ok: false });
    lms.faults.setThrows = true;
    expect(session.flushOnHide(UNDER_WAY)).toMatchObject({ ok: false });
    Object.assign(lms.faults, { commitFails: false, setThrows: false });
    expect(await session.checkpoint(UNDER_WAY)).toEqual({ ok: true });
    expect(lms.record().stored["cmi.suspend_data"]).toBe(UNDER_WAY.state);
    expect(lms.record().stored["cmi.interactions.0.id"]).toBe("bp-report");
  });

  test("blank mode is normal", async () => {
    const lms = createTestLms({ standard, profile, faults: { blankMode: true } });
    const session = over(standard, lms.api);
    await session.open();
    await session.checkpoint(UNDER_WAY);
    expect(lms.record().stored["cmi.suspend_data"]).toBe(UNDER_WAY.state);
  });

  test("browse writes nothing", async () => {
    const lms = createTestLms({ standard, profile, faults: { mode: "browse" } });
    const session = over(standard, lms.api);
    await session.open();
    await session.checkpoint(UNDER_WAY);
    session.finish(UNDER_WAY, "suspend");
    expect(lms.record().calls.filter(({ call }) => call === "SetValue" || call === "Commit")).toEqual([]);
    expect(lms.record().finished).toBe(true);
  });

  test("cleared state shows: visited before, and no state", async () => {
    const lms = createTestLms({ standard, profile });
    const session = over(standard, lms.api);
    await session.open();
    session.finish(UNDER_WAY, "suspend");
    lms.faults.clearedState = true;
    expect(await over(standard, lms.relaunch()).open()).toMatchObject({ launch: { visited: true, state: "" } });
  });
});
