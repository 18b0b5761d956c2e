/** A page without a browser: the real record, app and session over any LMS API object, on a simulated device. */
import type { App } from "../player/app.ts";
import type { Content } from "../player/content.ts";
import { createApp, resumeScreen } from "../player/create-app.ts";
import { type LearnerRecord, openRecord } from "../player/record.ts";
import type { PageFrame } from "../player/session/lifecycle.ts";
import { scorm12Session } from "../player/session/scorm12.ts";
import { scorm2004Session } from "../player/session/scorm2004.ts";
import type { Standard } from "../questions/contract.ts";
import type { Plan, QuestionPool } from "../tracking/plan.ts";
import { quizzesOf } from "../tracking/standing.ts";
import { type Device, simulatedDevice } from "./device.ts";

export interface LearnerPage {
  readonly app: App;
  readonly record: LearnerRecord;
  readonly platform: Device;
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
  readonly platform?: Device;
}

/** Opens a package as the browser does: session, record, app, and the screen at which the learner left. */
export async function visit({ standard, plan, pools, api, platform = simulatedDevice() }: Visit): Promise<LearnerPage> {
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
  const { frame, events } = pageFrame();
  record.attach(frame);
  const screen = resumeScreen(record);
  if (screen.at !== "start") await app.go(screen);
  await pass(platform, 100);
  return { app, record, platform, events };
}

/** A page that only has events. */
function pageFrame(): { readonly frame: PageFrame; readonly events: PageEvents } {
  let visibilityState = "visible";
  const onVisibility: (() => void)[] = [];
  const onTransition: { readonly type: string; readonly run: (event: { readonly persisted: boolean }) => void }[] = [];
  const turn = (state: "hidden" | "visible"): void => {
    if (visibilityState === state) return;
    visibilityState = state;
    for (const run of onVisibility) run();
  };
  const transition = (name: string, persisted: boolean): void => {
    for (const { run } of onTransition.filter(({ type }) => type === name)) run({ persisted });
  };
  return {
    frame: {
      document: {
        get visibilityState() {
          return visibilityState;
        },
        addEventListener: (_type, run) => void onVisibility.push(run),
      },
      addEventListener: (type, run) => void onTransition.push({ type, run }),
    },
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
export async function pass(platform: Device, milliseconds: number): Promise<void> {
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
