import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { readZip } from "../support/zip.ts";
import { servePackage } from "./serve-package.ts";

/** A slow phone: the design's figures. Throughput in bytes a second, latency in milliseconds. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;
const RUNS = 5;

/** Milliseconds from the request of the page. */
interface Times {
  /** First contentful paint: the start page's text. */
  readonly text: number;
  /** The first lesson, opened as soon as its button works. */
  readonly lesson: number;
}

/** A row for texts sent gzipped and one for texts sent as they are, each the middle of several cold openings. */
export async function firstPaint(zip: string): Promise<readonly (readonly string[])[]> {
  const files = await readZip(zip);
  const browser = await launchChromium();
  try {
    const rows: (readonly string[])[] = [];
    for (const gzip of [true, false]) {
      const times = await openings(browser, files, gzip);
      const name = gzip ? "server compresses texts" : "server does not";
      rows.push([name, seconds(middle(times, "text")), "(≤ 0.5 s)", seconds(middle(times, "lesson"))]);
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function openings(
  browser: Browser,
  files: ReadonlyMap<string, Buffer>,
  gzip: boolean,
): Promise<readonly Times[]> {
  const server = await servePackage(files, { gzip });
  try {
    const times: Times[] = [];
    for (let at = 0; at < RUNS; at += 1) times.push(await opening(browser, server.url));
    return times;
  } finally {
    await server.close();
  }
}

/** One opening in a fresh context, so that nothing is cached. */
async function opening(browser: Browser, url: string): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(offerLms);
    await page.addInitScript(openFirstLesson);
    await page.goto(url);
    const lesson = await page.waitForFunction(() => performance.getEntriesByName("lesson")[0]?.startTime);
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    return { text: Number(await paint.jsonValue()), lesson: Number(await lesson.jsonValue()) };
  } finally {
    await context.close();
  }
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

function middle(times: readonly Times[], of: keyof Times): number {
  return times.map((time) => time[of]).sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
