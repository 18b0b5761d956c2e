/** A page without a browser: the real record, app and session over any LMS API object, on a fake platform. */
import type { App } from "../../src/player/app.ts";
import type { Content } from "../../src/player/content.ts";
import { createApp, resumeScreen } from "../../src/player/create-app.ts";
import { type LearnerRecord, openRecord } from "../../src/player/record.ts";
import { scorm12Session } from "../../src/player/session/scorm12.ts";
import { scorm2004Session } from "../../src/player/session/scorm2004.ts";
import type { Standard } from "../../src/questions/contract.ts";
import type { Plan, QuestionPool } from "../../src/tracking/plan.ts";
import { quizzesOf } from "../../src/tracking/standing.ts";
import { type FakePlatform, fakePlatform } from "./fake-platform.ts";

export interface LearnerPage {
  readonly app: App;
  readonly record: LearnerRecord;
  readonly platform: FakePlatform;
  readonly events: PageEvents;
}

/** What happens to a page from outside. */
export interface PageEvents {
  /** Another tab or app comes to the front. */
  hide(): void;
  show(): void;
  /** The page goes away for good; `persisted` keeps it in the back-forward cache. */
  pagehide(persisted: boolean): void;
  /** It comes back from the back-forward cache. */
  pageshow(): void;
}

export interface Visit {
  readonly standard: Standard;
  readonly plan: Plan;
  readonly pools: readonly QuestionPool[];
  /** What the page finds as `API` or `API_1484_11`; nothing for a page without an LMS. */
  readonly api: object | undefined;
  /** Reuse it for a later visit on the same device. */
  readonly platform?: FakePlatform;
}

/** Opens a package as the browser does: session, record, app, and the screen at which the learner left. */
export async function visit({ standard, plan, pools, api, platform = fakePlatform() }: Visit): Promise<LearnerPage> {
  const name = standard === "scorm12" ? "API" : "API_1484_11";
  const page = api === undefined ? {} : { [name]: api };
  const session = standard === "scorm12" ? scorm12Session(page, platform) : scorm2004Session(page, platform);
  const content = contentOf(plan, pools);
  let save = (): void => {};
  const opening = openRecord({ plan, standard, session, platform, poolOf: content.loadedPool, onSave: () => save() });
  if (api === undefined) await pass(platform, 60_000);
  const record = await opening;
  const { app, announce } = createApp({ plan, content, record, platform, text: (key) => key });
  save = () => announce("save");
  const { page: shown, events } = fakePage();
  record.attach(shown);
  const screen = resumeScreen(record);
  if (screen.at !== "start") await app.go(screen);
  await pass(platform, 100);
  return { app, record, platform, events };
}

/** A page that only has events. */
function fakePage(): { readonly page: Window; readonly events: PageEvents } {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const page = Object.assign(new EventTarget(), { document });
  const turn = (state: "hidden" | "visible"): void => {
    if (document.visibilityState === state) return;
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const transition = (name: string, persisted: boolean): void =>
    void page.dispatchEvent(Object.assign(new Event(name), { persisted }));
  return {
    // The delivery asks a window for nothing but these.
    page: page as unknown as Window,
    events: {
      hide: () => turn("hidden"),
      show: () => turn("visible"),
      pagehide(persisted) {
        turn("hidden");
        transition("pagehide", persisted);
      },
      pageshow() {
        transition("pageshow", true);
        turn("visible");
      },
    },
  };
}

/** Lets time go by: paints, runs timers, and lets what was promised happen. */
export async function pass(platform: FakePlatform, milliseconds: number): Promise<void> {
  const STEPS = 4;
  for (let step = 0; step < STEPS; step += 1) {
    platform.paint();
    platform.advance(milliseconds / STEPS);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  }
}

function contentOf(plan: Plan, pools: readonly QuestionPool[]): Content {
  const loaded = new Map<number, QuestionPool>();
  return {
    register: () => {},
    plan: () => plan,
    lesson: async () => "<p>Text</p>",
    checks: () => [],
    async pool(ordinal) {
      const index = quizzesOf(plan).findIndex((quiz) => quiz.ordinal === ordinal);
      const pool = pools[index] ?? { questions: [] };
      loaded.set(ordinal, pool);
      return pool;
    },
    loadedPool: (ordinal) => loaded.get(ordinal),
    images: async () => {},
  };
}
