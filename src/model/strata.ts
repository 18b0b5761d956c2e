/** What an attempt draws: checked wishes and questions with ordinals → strata. */
import type { Place } from "../diagnostics/diagnostic.ts";
import { strataOf } from "../tracking/blueprint.ts";
import type { CheckedDraw, Wish } from "../validate/checked.ts";
import { blueprintOf, casesOf, drawable } from "../validate/drawable.ts";
import { selectorText } from "../validate/selector.ts";
import type { Question, Stratum } from "./course.ts";

/** A quiz that asks everything: pool by pool, in the order of their first question. */
export function wholeStrata(asked: readonly Question[], place: Place): readonly Stratum[] {
  const pools = new Map<string, Question[]>();
  for (const question of asked) pools.set(question.pool, [...(pools.get(question.pool) ?? []), question]);
  return [...pools].map(([pool, questions]) => {
    const items = questions.map(({ ordinal }) => ordinal);
    const cases = casesOf(
      questions.map((question) => ({ case: question.case?.number })),
      items,
    );
    return { pool, count: items.length, items, ...(cases.length > 0 && { cases }), place };
  });
}

/** A quiz that draws, by wishes that validation has proven. */
export function drawnStrata(draw: CheckedDraw, asked: readonly Question[]): readonly Stratum[] {
  const pool = asked.map((question) => drawable(question, question.module ?? ""));
  const blueprint = blueprintOf(
    draw,
    pool,
    asked.map(({ ordinal }) => ordinal),
  );
  const wishes = [...draw.entries, ...draw.limits.filter(({ kind }) => kind === "at-least")];
  const items = [...blueprint.entries, ...blueprint.limits.filter(({ kind }) => kind === "at-least")];
  const all = wishes.map((wish, at) => ({ ...nameOf(wish), items: items[at]?.items ?? [] }));
  return strataOf(blueprint).map((stratum): Stratum => {
    const among = new Set(stratum.items);
    const own = all.filter((wish) => wish.items.some((item) => among.has(item)));
    const [first] = own;
    const place = first?.place ?? draw.place;
    if (own.length === 1 && draw.entries.length > 0) return { pool: first?.pool ?? "", place, ...stratum };
    return {
      pool: own.map((wish) => wish.pool).join(" + "),
      place,
      ...stratum,
      ...(own.length > 0 && { wishes: own }),
    };
  });
}

function nameOf({ selector, count, place }: Wish) {
  const { from, ...more } = selector;
  return { pool: from !== undefined && Object.keys(more).length === 0 ? from : selectorText(selector), count, place };
}
