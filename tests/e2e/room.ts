/** What every end-to-end test file needs: the course built once, served, and a browser. */
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Standard } from "../../src/lms/profile.ts";
import type { Script } from "../../src/preview/page/script.ts";
import { launchChromium } from "../support/chromium.ts";
import { type LmsPage, openInLms, watch } from "../support/lms-page.ts";
import { type Built, buildCourse } from "../support/package.ts";
import { type Served, serve } from "../support/serve.ts";
import { COURSE } from "./course.ts";

export interface Room {
  built(): Built;
  browser(): Browser;
  /** A new learner on a device of their own; at the end of the test nothing may have gone wrong. */
  device(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Opens the package in the LMS on a device. */
  open(context: BrowserContext, options: Script): Promise<LmsPage>;
}

interface Kit {
  readonly built: Built;
  readonly served: Served;
  readonly browser: Browser;
}

/** Registers the hooks of a test file. `course`: its files, or its folder. */
export function room(course: string | Readonly<Record<string, string>> = COURSE): Room {
  let kit: Kit | undefined;
  const devices: { readonly context: BrowserContext; readonly trouble: readonly string[] }[] = [];
  const ready = (): Kit => {
    if (kit === undefined) throw new Error("The room is open only inside tests.");
    return kit;
  };
  beforeAll(async () => {
    const [built, served, browser] = await Promise.all([buildCourse(course), serve(), launchChromium()]);
    kit = { built, served, browser };
  });
  afterEach(async () => {
    for (const { context, trouble } of devices.splice(0)) {
      expect(trouble).toEqual([]);
      await context.close();
    }
  });
  afterAll(async () => {
    await kit?.browser.close();
    await kit?.served.close();
    await kit?.built.remove();
  });
  return {
    built: () => ready().built,
    browser: () => ready().browser,
    async device(options = {}) {
      const context = await ready().browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
      context.setDefaultTimeout(70_000);
      devices.push({ context, trouble: watch(context, ready().served.origin) });
      return context;
    },
    async open(context, options) {
      const { served, built } = ready();
      await served.show(options.standard, built.folder(options.standard));
      return openInLms(context, served, options);
    },
  };
}

/** Both standards, each with the strict LMS and with Moodle's behavior. */
export const LMSS: readonly { readonly standard: Standard; readonly profile: string }[] = [
  { standard: "scorm12", profile: "plain" },
  { standard: "scorm12", profile: "moodle-scorm12" },
  { standard: "scorm2004", profile: "plain" },
  { standard: "scorm2004", profile: "moodle-scorm2004" },
];
