/** Questions as a draw sees them. */
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Blueprint } from "../tracking/blueprint.ts";
import type { CheckedDraw } from "./checked.ts";
import { isMap, type QuestionFacts } from "./questions.ts";
import { type Selector, selects, type Traits } from "./selector.ts";

/** A question that may be drawn. Questions with the same `case` are drawn together. */
export interface Drawable {
  readonly traits: Traits;
  readonly case?: unknown;
  readonly place: Place;
  /** Where its pool is written. */
  readonly poolPlace?: Place;
}

/** What is known of a question, also of a faulty one, so that one mistake causes no others. */
export function drawableOf(fact: QuestionFacts, module: string): Drawable {
  const { source, pool, place, question } = fact;
  const data = isMap(source.data) ? source.data : {};
  const { tags, competencies, supports, bloom, lesson } = question ?? data;
  return {
    traits: {
      ...{ pool, module, tags: listOf(tags), competencies: [...listOf(competencies), ...listOf(supports)] },
      ...(typeof bloom === "string" && { bloom }),
      ...(typeof lesson === "string" && { lesson }),
    },
    ...(fact.case !== undefined && { case: `${module} ${fact.case}` }),
    place,
    poolPlace: source.placeOf(["pool"]),
  };
}

/** A sound question as a draw sees it. */
export function drawable(question: Judged, module: string): Drawable {
  const { pool, tags, competencies, supports, bloom, lesson, place } = question;
  return {
    traits: {
      ...{ pool, module, tags, competencies: [...competencies, ...supports] },
      ...(bloom !== undefined && { bloom }),
      ...(lesson !== undefined && { lesson }),
    },
    ...(question.case && { case: `${module} ${question.case.number}` }),
    place,
  };
}

type Judged = Omit<Traits, "module"> & {
  readonly supports: readonly string[];
  readonly case?: { readonly number: number };
  readonly place: Place;
};

function listOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}

/** A draw over questions that are named by `items`, one for each of `pool`. */
export function blueprintOf(draw: CheckedDraw, pool: readonly Drawable[], items: readonly number[]): Blueprint {
  const having = (selector: Selector) => items.filter((_, at) => selects(selector, pool[at]?.traits ?? NOTHING));
  return {
    ...{ items, cases: casesOf(pool, items) },
    entries: draw.entries.map(({ selector, count }) => ({ count, items: having(selector) })),
    ...(draw.total !== undefined && { total: draw.total }),
    limits: draw.limits.map(({ kind, selector, count }) => ({ kind, count, items: having(selector) })),
  };
}

const NOTHING: Traits = { pool: "", module: "", tags: [], competencies: [] };

/** The items of each case, in their order. */
export function casesOf(pool: readonly { readonly case?: unknown }[], items: readonly number[]) {
  const cases = new Map<unknown, number[]>();
  for (const [at, item] of items.entries()) {
    const of = pool[at]?.case;
    if (of !== undefined) cases.set(of, [...(cases.get(of) ?? []), item]);
  }
  return [...cases.values()];
}
