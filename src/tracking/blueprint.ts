/** What an author asks of a draw → the strata that an attempt takes, and the proof that they can be filled. */
import { type DrawStratum, unitsOf } from "./draw.ts";
import { allot, type Need, sortUnits } from "./quota.ts";

/** A draw as its author asks for it; every item is named by a number of its own. */
export interface Blueprint {
  /** All that may be asked, in course order. */
  readonly items: readonly number[];
  /** Those that are drawn together. */
  readonly cases: readonly (readonly number[])[];
  /** Each asked question counts for one entry; items may stand in several. Without entries `total` is taken of all. */
  readonly entries: readonly Need[];
  readonly total?: number;
  /** Bounds on the whole attempt; a question counts for each that it belongs to. */
  readonly limits: readonly Limit[];
}

export interface Limit extends Need {
  readonly kind: "at-least" | "at-most";
}

/** The first of the author's wishes that cannot be met beside those before it. */
export interface Shortfall {
  readonly what: "entry" | "total" | "limit";
  /** In its list. */
  readonly index: number;
  readonly asked: number;
  /** The nearest count that could be met; `undefined` when none could. */
  readonly possible: number | undefined;
  /** Too many overlaps to prove anything. */
  readonly tangled: boolean;
}

/** Entries that overlap in more ways than this cannot be proven in reasonable time. */
const MOST_OVERLAPPING = 8;

/** The strata of an attempt. Entries that share no question stay apart; others are filled together. */
export function strataOf(blueprint: Blueprint): readonly DrawStratum[] {
  const { items, cases, entries, total = 0, limits } = blueprint;
  const groups = groupsOf(entries, cases);
  if (limits.length === 0 && entries.length > 0) return groups.map((group) => stratum(group, cases, unions(group)));
  const whole = {
    count: entries.length > 0 ? countOf(entries) : total,
    items: entries.length > 0 ? unionOf(entries) : items,
  };
  const shares = groups.flatMap((group) => (groups.length === 1 ? unions(group) : [...unions(group), needOf(group)]));
  const drawn = stratum([whole], cases, []);
  const bounds = limits.map((limit) => boundOf(limit, drawn));
  return [stratum([whole], cases, [...shares, ...bounds])];
}

/** Σ of what the entries take. */
export const countOf = (entries: readonly Need[]): number => entries.reduce((sum, { count }) => sum + count, 0);
const unionOf = (entries: readonly Need[]): readonly number[] => [...new Set(entries.flatMap(({ items }) => items))];
const needOf = (entries: readonly Need[]): Need => ({ count: countOf(entries), items: unionOf(entries) });

/** A case of which an entry does not want all questions is not drawn: nothing would answer for the others. */
function stratum(entries: readonly Need[], cases: Blueprint["cases"], needs: readonly Need[]): DrawStratum {
  const { count, items: wanted } = needOf(entries);
  const among = new Set(wanted);
  const whole = cases.filter((unit) => unit.every((item) => among.has(item)));
  const torn = new Set(cases.filter((unit) => !whole.includes(unit)).flat());
  const items = wanted.filter((item) => !torn.has(item));
  return { count, items, ...(whole.length > 0 && { cases: whole }), ...(needs.length > 0 && { needs }) };
}

/**
 * What must hold so that each drawn question can stand for one entry: any entries together find at least as many questions
 * as they count (Hall's theorem, for slots).
 */
function unions(group: readonly Need[]): readonly Need[] {
  if (group.length === 1) return [];
  return Array.from({ length: 2 ** group.length - 2 }, (_, mask) =>
    needOf(group.filter((_, index) => ((mask + 1) >> index) & 1)),
  );
}

/** At most n of some questions is at least all but n of the others. */
function boundOf({ kind, count, items }: Limit, drawn: DrawStratum): Need {
  if (kind === "at-least") return { count, items };
  const bounded = new Set(items);
  return { count: Math.max(0, drawn.count - count), items: drawn.items.filter((item) => !bounded.has(item)) };
}

/** Entries that share questions, or cases, with one another. */
function groupsOf(entries: readonly Need[], cases: Blueprint["cases"]): readonly (readonly Need[])[] {
  const unitOf = new Map(cases.flatMap((unit) => unit.map((item) => [item, unit[0] ?? item] as const)));
  const groups: { entries: Need[]; units: Set<number> }[] = [];
  for (const entry of entries) {
    const units = new Set(entry.items.map((item) => unitOf.get(item) ?? item));
    const touching = groups.filter((group) => [...units].some((unit) => group.units.has(unit)));
    const [first, ...others] = touching;
    if (!first) groups.push({ entries: [entry], units });
    else {
      for (const group of [...others, { entries: [entry], units }]) {
        first.entries.push(...group.entries);
        for (const unit of group.units) first.units.add(unit);
        if (groups.includes(group)) groups.splice(groups.indexOf(group), 1);
      }
    }
  }
  return groups.map((group) => entries.filter((entry) => group.entries.includes(entry)));
}

type Verdict = "sound" | "impossible" | "tangled";

/** Whether every attempt can be drawn. */
function verdictOf(blueprint: Blueprint): Verdict {
  const groups = groupsOf(blueprint.entries, blueprint.cases);
  if (groups.some(({ length }) => length > MOST_OVERLAPPING)) return "tangled";
  const verdicts = strataOf(blueprint).map((stratum) => {
    const way = wayThrough(stratum);
    return typeof way === "string" ? way : "sound";
  });
  return verdicts.find((verdict) => verdict !== "sound") ?? "sound";
}

function wayThrough({ count, items, cases = [], needs = [] }: DrawStratum) {
  const { cells } = sortUnits(unitsOf(items, cases), needs);
  const counts = needs.map((need) => need.count);
  return allot(cells, count, counts);
}

/**
 * Proves that every attempt can be drawn, whatever was drawn before, or says which wish cannot be met and by how many.
 * Wishes are taken up one after the other: entries, or the total; then limits.
 */
export function shortfallOf(blueprint: Blueprint): Shortfall | undefined {
  const { entries, limits, total = 0 } = blueprint;
  if (verdictOf(blueprint) === "sound") return undefined;
  const bare = { ...blueprint, limits: [] };
  for (const [index, entry] of entries.entries()) {
    const upTo = (count: number) => ({ ...bare, entries: [...entries.slice(0, index), { ...entry, count }] });
    const short = tried("entry", index, entry.count, -1, upTo);
    if (short) return short;
  }
  if (entries.length === 0) {
    const short = tried("total", 0, total, -1, (count) => ({ ...bare, total: count }));
    if (short) return short;
  }
  for (const [index, limit] of limits.entries()) {
    const upTo = (count: number) => ({ ...blueprint, limits: [...limits.slice(0, index), { ...limit, count }] });
    const short = tried("limit", index, limit.count, limit.kind === "at-least" ? -1 : 1, upTo);
    if (short) return short;
  }
  return { what: "total", index: 0, asked: total || countOf(entries), possible: undefined, tangled: true };
}

/** Tries a wish as asked, then step by step less of it. */
function tried(
  what: Shortfall["what"],
  index: number,
  asked: number,
  step: 1 | -1,
  upTo: (count: number) => Blueprint,
): Shortfall | undefined {
  const verdict = verdictOf(upTo(asked));
  if (verdict === "sound") return undefined;
  if (verdict === "tangled") return { what, index, asked, possible: undefined, tangled: true };
  const most = upTo(asked).items.length;
  for (let count = asked + step; count >= 0 && count <= most; count += step) {
    if (verdictOf(upTo(count)) === "sound") return { what, index, asked, possible: count, tangled: false };
  }
  return { what, index, asked, possible: undefined, tangled: false };
}

/** Units that no attempt can take, although something asks for their like: nothing completes a draw with them. */
export function neverDrawn(strata: readonly DrawStratum[]): readonly (readonly number[])[] {
  return strata.flatMap(({ count, items, cases = [], needs = [] }) => {
    const units = unitsOf(items, cases);
    const { cells, cellOf } = sortUnits(units, needs);
    const stuck = cells.map((cell, own) => {
      if (cell.size > count) return true;
      const rest = cells.map((each, at) => (at === own ? { ...each, units: each.units - 1 } : each));
      const open = needs.map((need, at) => Math.max(0, need.count - (cell.gives[at] ?? 0)));
      return allot(rest, count - cell.size, open) === "impossible";
    });
    return units.filter((_, at) => stuck[cellOf[at] ?? 0]);
  });
}
