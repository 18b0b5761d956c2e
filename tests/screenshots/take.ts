/** Photographs the product, for people who review how it looks: the reference course, every directive, every question. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { buildCourses, type CourseName, type Packages } from "./courses.ts";
import { contactSheet, type Picture } from "./sheet.ts";
import {
  throughCourse,
  throughDirectives,
  throughExam,
  throughQuestions,
  toDirectives,
  toReview,
  type Walk,
} from "./walks.ts";

/** How a walk is looked at. */
interface Look {
  readonly width: number;
  readonly scheme: "light" | "dark";
  /** Named in the file: what is unlike a usual screen. */
  readonly how?: "contrast" | "print" | "paper" | "arabic";
}

interface Tour {
  readonly course: CourseName;
  /** A part of the zip's name. */
  readonly part?: string;
  readonly walk: Walk;
  readonly looks: readonly Look[];
}

const WIDTHS = [320, 768, 1440] as const;
const ALL = WIDTHS.flatMap((width): Look[] => [
  { width, scheme: "light" },
  { width, scheme: "dark" },
]);
/** An A4 page without its margins, at 96 dots an inch. */
const PRINT: Look = { width: 718, scheme: "light", how: "print" };
const CONTRAST: Look = { width: 768, scheme: "dark", how: "contrast" };
const at = (width: number, scheme: Look["scheme"], how: Look["how"]): Look => ({ width, scheme, ...(how && { how }) });

const TOURS: readonly Tour[] = [
  { course: "reference", part: "-duties-", walk: throughCourse, looks: [...ALL, PRINT] },
  { course: "directives", walk: throughDirectives, looks: [...ALL, CONTRAST] },
  { course: "directives", walk: toDirectives, looks: [PRINT] },
  { course: "gallery", walk: throughQuestions, looks: [at(320, "light", undefined)] },
  {
    course: "gallery",
    walk: toReview,
    looks: [at(320, "dark", undefined), at(1440, "light", undefined), CONTRAST, PRINT],
  },
  {
    course: "reference",
    part: "-exam-",
    walk: throughExam,
    looks: [at(320, "light", undefined), at(1440, "dark", undefined)],
  },
  { course: "paper", walk: throughDirectives, looks: [at(768, "light", "paper"), at(768, "dark", "paper")] },
  { course: "arabic", walk: throughDirectives, looks: [at(320, "light", "arabic"), at(1440, "light", "arabic")] },
];

/**
 * Takes all pictures and writes them, with `index.html`, into a folder, which is emptied before.
 *
 * @param root the repository, with the tool built
 */
export async function takeAll(root: string, folder: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "coursewright-screenshots-"));
  const browser = await launchChromium();
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const packages = buildCourses(root, scratch);
    const pictures: Picture[] = [];
    for (const tour of TOURS) {
      for (const look of tour.looks) pictures.push(...(await takeTour(browser, packages, { ...tour, look, folder })));
    }
    await writeFile(join(folder, "index.html"), contactSheet(pictures));
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

type Shooting = Tour & { readonly look: Look; readonly folder: string };

async function takeTour(browser: Browser, packages: Packages, tour: Shooting): Promise<readonly Picture[]> {
  const { course, part, walk, look, folder } = tour;
  const name = [look.width, look.scheme, look.how].filter((piece) => piece !== undefined).join("-");
  const context = await browser.newContext(optionsOf(look));
  const pictures: Picture[] = [];
  try {
    const page = await context.newPage();
    await page.addInitScript(offerLms);
    await page.goto(pathToFileURL(join(await packages(course, part), "index.html")).href);
    await walk(page, async (scene, element) => {
      const file = `${scene}-${name}.png`;
      await settle(page, look);
      const options = { path: join(folder, file), animations: "disabled" } as const;
      await (element ? element.screenshot(options) : page.screenshot({ ...options, fullPage: true }));
      await page.emulateMedia({ media: "screen" });
      pictures.push({ file, scene, look: name });
    });
  } finally {
    await context.close();
  }
  return pictures;
}

function optionsOf({ width, scheme, how }: Look): BrowserContextOptions {
  return {
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    ...(how === "contrast" && { forcedColors: "active" }),
  };
}

/** Pictures are on the page, nothing has the focus, and paper is paper. */
async function settle(page: Page, { how }: Look): Promise<void> {
  if (how === "print") await page.emulateMedia({ media: "print" });
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement && !document.activeElement.closest("dialog")) {
      document.activeElement.blur();
    }
    const pictures = [...document.images];
    // What is out of sight would never come.
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}

/** Runs in the page: an LMS that says yes to everything (SCORM 1.2 RTE, 3.3), and the same draws every time. */
function offerLms(): void {
  const values: Record<string, string> = { "cmi.core.entry": "ab-initio", "cmi.core.student_id": "s1" };
  const yes = (): string => "true";
  const none = (): string => "";
  Object.assign(window, {
    API: {
      ...{ LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes },
      LMSGetValue: (name: string) => values[name] ?? "",
      LMSSetValue: (name: string, value: string) => {
        values[name] = value;
        return "true";
      },
      ...{ LMSGetLastError: () => "0", LMSGetErrorString: none, LMSGetDiagnostic: none },
    },
  });
  Object.assign(crypto, { getRandomValues: <T extends Uint32Array>(numbers: T): T => numbers.fill(7) });
}
