import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { readZip } from "../support/zip.ts";
import { servePackage } from "./serve-package.ts";

/** A slow phone: the design's figures. Throughput in bytes a second, latency in milliseconds. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;
const RUNS = 5;

/** What no page can go below: a sentence under the same style sheet, which the security policy keeps out of the page. */
const FLOOR = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Floor</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="player.css"></head><body><p>Text.</p></body></html>`;

/** A row for texts sent gzipped and one for texts sent as they are, beside the floor of each: the middle of cold openings. */
export async function firstPaint(zip: string): Promise<readonly (readonly string[])[]> {
  const files = await readZip(zip);
  const browser = await launchChromium();
  try {
    const rows: (readonly string[])[] = [];
    for (const gzip of [true, false]) {
      const bare = new Map([...files, ["index.html", Buffer.from(FLOOR)]]);
      const floor = await openings(browser, { files: bare, gzip }, paint);
      const text = await openings(browser, { files, gzip }, paint);
      const lesson = await openings(browser, { files, gzip }, opening);
      const name = gzip ? "server compresses texts" : "server does not";
      rows.push([name, middle(floor), middle(text), "(≤ 0.5 s)", middle(lesson)]);
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** Milliseconds of several cold openings. */
async function openings(
  browser: Browser,
  { files, gzip }: { readonly files: ReadonlyMap<string, Buffer>; readonly gzip: boolean },
  open: (page: Page, url: string) => Promise<number>,
): Promise<readonly number[]> {
  const server = await servePackage(files, { gzip });
  try {
    const times: number[] = [];
    for (let at = 0; at < RUNS; at += 1) {
      times.push(await inFreshContext(browser, (page) => open(page, server.url)));
    }
    return times;
  } finally {
    await server.close();
  }
}

/** In a fresh context, so that nothing is cached. */
async function inFreshContext(browser: Browser, use: (page: Page) => Promise<number>): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    const page = await context.newPage();
    await slowDown(page);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Until the first lesson, opened as soon as its button works, is there. */
async function opening(page: Page, url: string): Promise<number> {
  await page.addInitScript(offerLms);
  await page.addInitScript(openFirstLesson);
  await page.goto(url);
  const lesson = await page.waitForFunction(() => performance.getEntriesByName("lesson")[0]?.startTime);
  return Number(await lesson.jsonValue());
}

/** Until the first contentful paint: the start page's text. */
async function paint(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const first = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  return Number(await first.jsonValue());
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}

/** Runs in the page: an LMS that answers at once, so that only the package is timed. */
function offerLms(): void {
  const yes = (): string => "true";
  const none = (): string => "";
  const fine = (): string => "0";
  Object.assign(window, {
    API: {
      LMSInitialize: yes,
      LMSFinish: yes,
      LMSGetValue: none,
      LMSSetValue: yes,
      LMSCommit: yes,
      LMSGetLastError: fine,
      LMSGetErrorString: none,
      LMSGetDiagnostic: none,
    },
  });
}

/** Runs in the page: presses Start as soon as that does something, and marks the frame after the lesson's text is there. */
function openFirstLesson(): void {
  const look = (): void => {
    const headings = [...document.querySelectorAll("main h2")];
    if (headings.some((heading) => heading.textContent?.startsWith("First:"))) performance.mark("lesson");
    else {
      document.querySelector<HTMLButtonElement>("#start-button")?.click();
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

function middle(milliseconds: readonly number[]): string {
  const time = milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? Number.NaN;
  return `${(time / 1000).toFixed(2)} s`;
}
