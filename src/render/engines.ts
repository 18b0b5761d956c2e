/** Libraries that only some courses need: loaded for those, so that every other build stays as fast as it was. */
import { type Keep, keepNothing } from "../keep.ts";
import type { Course, Module, Question } from "../model/course.ts";
import type { SanitizeBlock } from "./author-html.ts";
import type { DrawChart } from "./chart-drawing.ts";
import type { WriteMath } from "./mathml.ts";

export interface Engines {
  readonly chart?: DrawChart;
  readonly math?: WriteMath;
  /** Absent: authors' HTML is shown as text. */
  readonly sanitize?: SanitizeBlock;
}

/** Loads what a course's texts ask for; `more` are texts beside its lessons and questions. */
export async function enginesFor(
  course: Course,
  { more = [], keep = keepNothing }: { readonly more?: readonly string[]; readonly keep?: Keep } = {},
): Promise<Engines> {
  const asked = (name: string, what: RegExp) =>
    course.modules.some((module) => keep(`${name} in ${module.id}`, [module], () => mentions(module, what))) ||
    more.some((text) => what.test(text));
  const [chart, math, html] = await Promise.all([
    asked("charts", /:::[ \t]*chart/) ? import("./chart-drawing.ts") : undefined,
    asked("formulas", /:math\[|:::[ \t]*math/) ? import("./mathml.ts") : undefined,
    course.html === "sanitized" ? import("./sanitize.ts") : undefined,
  ]);
  return {
    ...(chart && { chart: chart.drawChart }),
    ...(math && { math: math.mathml }),
    ...(html && { sanitize: html.sanitizeBlock }),
  };
}

function mentions({ lessons, quiz }: Module, what: RegExp): boolean {
  return (
    lessons.some(({ body, checks }) => what.test(body) || checks.some(({ questions }) => questions.some(asks))) ||
    (quiz?.questions.some(asks) ?? false)
  );
  function asks({ stem, rationale, case: told, spec }: Question): boolean {
    return [stem.text, rationale?.text, told?.stimulus.text, JSON.stringify(spec)].some((text) =>
      what.test(text ?? ""),
    );
  }
}
