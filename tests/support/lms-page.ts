/** Opens a served package in the test LMS, in a browser, and watches for what must never happen. */
import type { BrowserContext, Page } from "playwright-core";
import type { Faults, LmsRecord } from "../../src/lms/lms.ts";
import type { Script } from "../../src/preview/page/script.ts";
import { type Learner, learnerIn } from "./learner.ts";
import type { Served } from "./serve.ts";

export interface LmsPage {
  readonly page: Page;
  readonly learner: Learner;
  record(): Promise<LmsRecord>;
  set(faults: Partial<Faults>): Promise<void>;
  relaunch(): Promise<void>;
}

/** Console errors and warnings, script errors, breaches of the security policy and requests that leave the package. */
export function watch(context: BrowserContext, origin: string): readonly string[] {
  const trouble: string[] = [];
  const allowed = /^\/(package\/.*|frame\/.*|preview\.(js|css)|news|favicon\.ico|)$/;
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (failure) => trouble.push(`exception: ${failure.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin && allowed.test(url.pathname);
    if (!ours && url.protocol.startsWith("http")) trouble.push(`request: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) trouble.push(`status ${response.status()}: ${response.url()}`);
  });
  return trouble;
}

/** A new page of the LMS with the package open in it. */
export async function openInLms(context: BrowserContext, served: Served, options: Script): Promise<LmsPage> {
  const page = await context.newPage();
  await page.goto(`${served.origin}/#${encodeURIComponent(JSON.stringify(options))}`);
  await page.waitForFunction(() => window.testLms !== undefined);
  const popup = options.popup ? context.waitForEvent("page") : undefined;
  await page.evaluate(() => window.testLms?.open());
  const scope = popup ? await popup : page.frameLocator("iframe").frameLocator("iframe");
  return {
    page,
    learner: learnerIn(scope),
    record: () =>
      page.evaluate(() => {
        if (window.testLms === undefined) throw new Error("The LMS is gone.");
        return window.testLms.record();
      }),
    set: (faults) => page.evaluate((change) => window.testLms?.set(change), faults),
    relaunch: () => page.evaluate(() => window.testLms?.relaunch()),
  };
}
