import { describe, expect, test } from "vitest";
import { simulatedDevice } from "../../../../src/forecast/device.ts";
import type { SaveState } from "../../../../src/player/app.ts";
import { createDelivery } from "../../../../src/player/session/delivery.ts";
import type { Opened, Saved, Session, Snapshot } from "../../../../src/player/session/session.ts";
import { SNAPSHOT } from "./fake-api.ts";

const REFUSED: Saved = { ok: false, code: "391", text: "no connection" };

/** A page that is only events. */
function fakePage() {
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  return {
    window: Object.assign(page, { document }) as unknown as Window, // only events are used
    show(state: "visible" | "hidden") {
      document.visibilityState = state;
      document.dispatchEvent(new Event("visibilitychange"));
    },
    fire(type: "pagehide" | "pageshow", persisted: boolean) {
      page.dispatchEvent(Object.assign(new Event(type), { persisted }));
    },
  };
}

async function setup(mode: "normal" | "review" = "normal") {
  const log: [string, Snapshot][] = [];
  const states: SaveState["kind"][] = [];
  const confirmed: string[] = [];
  const lms: { answer: Saved } = { answer: { ok: true } };
  const launch = { mode, learner: "s", state: "", entry: "", visited: false, finished: false } as const;
  const note = (door: string, snapshot: Snapshot): Saved => {
    log.push([door, snapshot]);
    return lms.answer;
  };
  const session: Session = {
    open: async (): Promise<Opened> => ({ kind: "open", launch }),
    checkpoint: async (snapshot) => note("checkpoint", snapshot),
    flushOnHide: (snapshot) => note("flush", snapshot),
    finish: (snapshot, how) => note(how, snapshot),
  };
  const platform = simulatedDevice();
  const delivery = createDelivery(session, platform, {
    onState: (state) => states.push(state.kind),
    onSaved: (snapshot, how) => confirmed.push(`${how} ${snapshot.state}`),
  });
  await delivery.open();
  const page = fakePage();
  delivery.attach(page.window);
  let version = 0;
  const snapshotOf = (): Snapshot => ({ ...SNAPSHOT, state: `v${version}` });
  const change = (urgency: "now" | "soon") => {
    version += 1;
    delivery.save(snapshotOf, urgency);
  };
  const doors = () => log.map(([door, { state }]) => `${door} ${state}`);
  return { platform, delivery, page, change, snapshotOf, doors, states, confirmed, lms };
}

/** Lets promises settle. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("saving", () => {
  test("runs after the paint, never inside the tap, and takes the newest state", async () => {
    const { change, doors, platform, states, confirmed } = await setup();
    change("now");
    change("now");
    expect(doors()).toEqual([]);
    platform.paint();
    await settled();
    expect(doors()).toEqual(["checkpoint v2"]);
    expect(states).toEqual(["saving", "saving", "saved"]);
    expect(confirmed).toEqual(["answered v2"]);
  });

  test("page turns wait for company", async () => {
    const { change, doors, platform } = await setup();
    change("soon");
    platform.advance(1000);
    change("soon");
    platform.advance(999);
    expect(doors()).toEqual([]);
    platform.advance(1);
    await settled();
    expect(doors()).toEqual(["checkpoint v2"]);
  });

  test("an answer does not wait for a page turn's delay", async () => {
    const { change, doors, platform } = await setup();
    change("soon");
    change("now");
    platform.paint();
    await settled();
    platform.advance(5000);
    await settled();
    expect(doors()).toEqual(["checkpoint v2"]);
  });

  test("what changed while a save was under way follows it", async () => {
    const { change, doors, platform } = await setup();
    change("now");
    platform.paint();
    change("now");
    await settled();
    platform.paint();
    await settled();
    expect(doors()).toEqual(["checkpoint v1", "checkpoint v2"]);
  });

  test("a failed save is retried after 1, 2, 4 … and at most 60 seconds, and stays visible until it succeeds", async () => {
    const { change, doors, platform, states, lms } = await setup();
    lms.answer = REFUSED;
    change("now");
    platform.paint();
    await settled();
    const waits: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      let waited = 0;
      while (doors().length === tries && waited < 100) {
        platform.advance(1000);
        waited += 1;
        await settled();
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    lms.answer = { ok: true };
    platform.advance(60_000);
    await settled();
    expect(new Set(states.slice(1, -1))).toEqual(new Set(["failed"]));
    expect(states.at(-1)).toBe("saved");
  });

  test("a new answer is tried at once while a retry waits", async () => {
    const { change, doors, platform, lms, states } = await setup();
    lms.answer = REFUSED;
    change("now");
    platform.paint();
    await settled();
    lms.answer = { ok: true };
    change("now");
    platform.paint();
    await settled();
    platform.advance(60_000);
    await settled();
    expect(doors()).toEqual(["checkpoint v1", "checkpoint v2"]);
    expect(states).toEqual(["saving", "failed", "saved"]);
  });

  test("review mode saves nothing, and still ends the session", async () => {
    const { change, doors, platform, page, states } = await setup("review");
    change("now");
    platform.paint();
    page.show("hidden");
    page.fire("pagehide", false);
    await settled();
    expect(doors()).toEqual(["hide v1"]);
    expect(states).toEqual([]);
  });
});

describe("leaving", () => {
  test("saves, then ends the session", async () => {
    const { delivery, snapshotOf, doors } = await setup();
    expect(await delivery.leave(snapshotOf)).toEqual({ ok: true });
    expect(doors()).toEqual(["checkpoint v0", "suspend v0"]);
  });

  test("keeps the session open while the LMS refuses, and ends it with the first save it takes", async () => {
    const { delivery, snapshotOf, doors, platform, lms } = await setup();
    lms.answer = REFUSED;
    expect(await delivery.leave(snapshotOf)).toEqual(REFUSED);
    lms.answer = { ok: true };
    platform.advance(1000);
    await settled();
    expect(doors()).toEqual(["checkpoint v0", "checkpoint v0", "suspend v0"]);
  });

  test("ends the session when the page is shown again after a flush that the LMS took", async () => {
    const { delivery, snapshotOf, doors, page, lms } = await setup();
    lms.answer = REFUSED;
    await delivery.leave(snapshotOf);
    lms.answer = { ok: true };
    page.show("hidden");
    page.show("visible");
    await settled();
    expect(doors()).toEqual(["checkpoint v0", "flush v0", "checkpoint v0", "suspend v0"]);
  });

  test("waits for a save that is under way", async () => {
    const { change, delivery, snapshotOf, doors, platform } = await setup();
    change("now");
    platform.paint();
    expect(await delivery.leave(snapshotOf)).toEqual({ ok: true });
    expect(doors()).toEqual(["checkpoint v1", "suspend v1"]);
  });

  test("writes nothing afterwards", async () => {
    const { change, delivery, snapshotOf, doors, platform, page } = await setup();
    await delivery.leave(snapshotOf);
    change("now");
    platform.paint();
    page.show("hidden");
    platform.advance(100_000);
    await settled();
    expect(doors()).toEqual(["checkpoint v0", "suspend v0"]);
  });
});

describe("the page's life", () => {
  test("hidden: flushes synchronously, and what waited is not sent twice", async () => {
    const { change, doors, page, platform } = await setup();
    change("now");
    page.show("hidden");
    expect(doors()).toEqual(["flush v1"]);
    platform.paint();
    platform.advance(5000);
    await settled();
    expect(doors()).toEqual(["flush v1"]);
  });

  test("what is taken while the page is being hidden or closed is taken blindly", async () => {
    const { change, page, confirmed } = await setup();
    change("now");
    page.show("hidden");
    change("now");
    page.fire("pagehide", false);
    expect(confirmed).toEqual(["blind v1", "blind v2"]);
  });

  test("closed: finishes once", async () => {
    const { change, doors, page } = await setup();
    change("now");
    page.fire("pagehide", false);
    expect(doors()).toEqual(["hide v1"]);
    page.show("hidden");
    expect(doors()).toEqual(["hide v1"]);
  });

  test("into the back-forward cache: only saves; out of it: tries again what failed", async () => {
    const { change, doors, page, lms } = await setup();
    lms.answer = REFUSED;
    change("now");
    page.fire("pagehide", true);
    lms.answer = { ok: true };
    page.fire("pageshow", true);
    await settled();
    expect(doors()).toEqual(["flush v1", "checkpoint v1"]);
  });

  test("hidden time is no active time", async () => {
    const { page, platform } = await setup();
    platform.advance(5000);
    page.show("hidden");
    platform.advance(60_000);
    page.show("visible");
    platform.advance(1000);
    page.fire("pagehide", true);
    platform.advance(60_000);
    page.fire("pageshow", true);
    platform.advance(1000);
    expect(platform.clock.seconds()).toBe(7);
  });

  test("no listener of the unload family is ever added", async () => {
    const { delivery } = await setup();
    const page = fakePage();
    const added: string[] = [];
    const add = page.window.addEventListener;
    page.window.addEventListener = (type: string, ...rest: unknown[]) => {
      added.push(type);
      Reflect.apply(add, page.window, [type, ...rest]);
    };
    delivery.attach(page.window);
    expect(added.sort()).toEqual(["pagehide", "pageshow"]);
  });
});
