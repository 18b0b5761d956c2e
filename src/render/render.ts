/** Course → the pages of one package, the same for every target. */
import { type Outcome, settle } from "../diagnostics/diagnostic.ts";
import { mergeFiles, type PackageFile, textFile } from "../files.ts";
import { type Keep, keepNothing } from "../keep.ts";
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import { themeStyle } from "../theme/stylesheet.ts";
import type { Plan, QuestionPool } from "../tracking/plan.ts";
import { contentScript } from "./content-script.ts";
import type { Engines } from "./engines.ts";
import type { RenderedLesson } from "./lesson.ts";
import { createMarkdownRenderer } from "./markdown.ts";
import { createPackageIndex, type Medium, type PackageIndex } from "./package-index.ts";
import { indexPage } from "./page.ts";
import { renderParts } from "./parts.ts";
import { planOf } from "./plan.ts";
import type { Templates } from "./templates.ts";

/** What one package shows and asks. */
export interface RenderedPackage {
  /** `index.html`, `content/*.js` and `media/*`, in order of paths; the player's own files are not among them. */
  readonly files: readonly PackageFile[];
  readonly plan: Plan;
  /** The questions of the quizzes, in the order of the plan's modules that have one. */
  readonly pools: readonly QuestionPool[];
}

export interface RenderOptions {
  /** What `<meta name="generator">` says, with the tool's version. */
  readonly generator: string;
  /** What the course's charts and formulas are made with; absent for courses that have none. */
  readonly engines?: Engines;
  /** Spares rendering lessons and quizzes again that did not change. It must know that all of {@link surroundings} is the same. */
  readonly keep?: Keep;
}

/** Lessons up to this many characters in all stand in the page; with more, each is loaded when it is opened. */
const PAGE_LIMIT = 64 * 1024;

/**
 * Renders one package. All of its authors' mistakes are reported in one run, by the codes `render/*`.
 *
 * @throws Error when the course has charts or formulas and `engines` lacks what makes them
 */
export function render(
  course: Course,
  unit: CoursePackage,
  templates: Templates,
  { generator, engines = {}, keep = keepNothing }: RenderOptions = { generator: "Coursewright" },
): Outcome<RenderedPackage> {
  const index = createPackageIndex(course, unit);
  const markdown = createMarkdownRenderer(engines);
  const parts = renderParts({ course, unit, index, markdown, templates, keep });
  const all = [...parts.lessons, ...parts.quizzes];
  for (const { gathered } of all) index.include(gathered);
  const headings = new Set(all.flatMap((part) => [...part.headings]));
  const notes = [...all.flatMap((part) => part.notes), ...index.missing(headings)];
  const lessons = parts.lessons.map(({ rendered }) => rendered);
  const pools = parts.quizzes.map(({ rendered }) => rendered);
  const { logo, style } = lookOf(course, index);
  const onDemand = lessons.reduce((sum, { html }) => sum + html.length, 0) > PAGE_LIMIT;
  const plan = planOf(course, unit, onDemand);
  const scripts = onDemand ? parts.lessons.map(({ script }) => script) : checksScripts(lessons);
  const html = indexPage(
    course,
    unit,
    {
      lessons: onDemand ? [] : lessons,
      scripts: ["content/plan.js", ...(onDemand ? [] : scripts.map(({ path }) => path))],
      generator,
      style,
      ...(logo && { logo }),
    },
    templates,
  );
  const files = mergeFiles(
    [textFile("index.html", html), textFile("content/plan.js", contentScript("plan", 0, plan))],
    style === "" ? [] : [textFile("theme.css", style)],
    scripts,
    parts.quizzes.map(({ script }) => script),
    index.media(),
  );
  return settle({ files, plan, pools }, notes);
}

/** The course's own look: its logo, and the style sheet behind the player's. */
function lookOf({ theme }: Course, index: PackageIndex): { readonly logo?: Medium; readonly style: string } {
  if (theme === undefined) return { style: "" };
  const { logo, font, name, accent, accentDark } = theme;
  const text =
    typeof font === "string" ? ({ kind: font } as const) : ({ kind: "file", path: index.use(font).path } as const);
  return { ...(logo && { logo: index.use(logo) }), style: themeStyle({ name, accent, accentDark, font: text }) };
}

/** The checks of lessons that the page holds, in one script that loads with it. */
function checksScripts(lessons: readonly RenderedLesson[]): readonly PackageFile[] {
  const calls = lessons
    .filter(({ checks }) => checks.length > 0)
    .map(({ ordinal, checks }) => contentScript("checks", ordinal, { questions: checks }));
  return calls.length === 0 ? [] : [textFile("content/checks.js", calls.join(""))];
}
