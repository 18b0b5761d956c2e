import { templateSpecs, toolVersion } from "../assets.ts";
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { PackageFile } from "../files.ts";
import { type Keep, keepNothing } from "../keep.ts";
import type { Assembled } from "../model/assembled.ts";
import type { Course } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import type { Templates } from "../render/templates.ts";
import type { Target } from "../targets/target.ts";
import type { StateBudget } from "../tracking/budget.ts";
import type { Plan } from "../tracking/plan.ts";
import { overBudget, overSize } from "./budgets.ts";

/** A package's pages, whatever its target, and the budget of its resume state. */
export interface Printed {
  readonly files: readonly PackageFile[];
  readonly plan: Plan;
  readonly state: StateBudget;
}

/**
 * Loads the renderer once, and gives what renders one package and holds it against its budgets.
 *
 * @param keep spares rendering again what did not change
 */
export async function openPress({ course, ever }: Assembled, targets: readonly Target[], keep = keepNothing) {
  const [{ render }, { surroundings }, { enginesFor }, { createTemplates }, { budgetOf }] = await Promise.all([
    import("../render/render.ts"),
    import("../render/surroundings.ts"),
    import("../render/engines.ts"),
    import("../render/templates.ts"),
    import("../tracking/budget.ts"),
  ]);
  const specs = await templateSpecs();
  const faults: Diagnostic[] = [];
  const templates = await withOwn(course, createTemplates(specs), { names: Object.keys(specs), faults });
  const engines = await enginesFor(course, { keep });
  const generator = `Coursewright ${await toolVersion()}`;
  const around = keep("build/around", [generator, ...Object.values(engines), ...surroundings(course)], () => ({}));
  // A course's own templates may turn out to be faulty while a page is made: then every page must be made.
  const keepAround: Keep = (name, inputs, make) =>
    course.templates?.length ? make() : keep(name, [around, ...inputs], make);
  const print = (unit: CoursePackage): Outcome<Printed> => {
    const rendered = render(course, unit, templates, { generator, engines, keep: keepAround });
    if (!rendered.ok || faults.length > 0) return { ok: false, notes: [...rendered.notes, ...faults] };
    const { files, plan, pools } = rendered.value;
    const state = budgetOf(plan, pools, ever);
    const questions = new Set(pools.flatMap((pool) => pool.questions.map(({ ordinal }) => ordinal))).size;
    const over = [...overBudget(unit, state, questions, targets), ...overSize(unit, files)];
    return settle({ files, plan, state }, [...rendered.notes, ...over]);
  };
  const runtimes = targets.map(({ runtime }) => runtime);
  return (unit: CoursePackage): Outcome<Printed> => {
    const { modules, grading, ...own } = unit;
    const inputs = [ever.highest, ever.retired, JSON.stringify([own, grading, runtimes]), ...modules];
    return keepAround(`build/package ${unit.identifier}`, inputs, () => print(unit));
  };
}

/** The tool's templates, with the course's own in the places of those that they replace. */
export async function withOwn(
  { templates: own = [] }: Course,
  base: Templates,
  { names, faults }: { readonly names: readonly string[]; readonly faults: Diagnostic[] },
): Promise<Templates> {
  if (own.length === 0) return base;
  const { overrideTemplates } = await import("../render/own-templates.ts");
  return overrideTemplates(base, names, own, faults);
}
