/** Selections that keep several promises at once: exactly so many questions, and of some kinds at least so many. */

/** At least `count` of the questions that an attempt asks are among `items`. */
export interface Need {
  readonly count: number;
  readonly items: readonly number[];
}

/** Units (questions, or cases as a whole) that are alike for every need. */
export interface Cell {
  /** Questions in each unit. */
  readonly size: number;
  /** What each unit adds to each need. */
  readonly gives: readonly number[];
  /** How many such units there are. */
  readonly units: number;
}

/** Units of each cell, in the order of the cells; or why there are none. `tangled`: too many ways to try them all. */
export type Allotment = readonly number[] | "impossible" | "tangled";

/** The search gives up after so many steps, the same on every device: a draw is proven at build time by the same search. */
const MOST_STEPS = 50_000;

/** Exactly `count` questions that meet every need: an exact search, depth first, that remembers its dead ends. */
export function allot(cells: readonly Cell[], count: number, needs: readonly number[]): Allotment {
  const order = cells.map((cell, index) => ({ ...cell, index })).sort(byGifts);
  const bound = boundsOf(order, needs.length);
  const found = cells.map(() => 0);
  const dead = new Set<string>();
  let steps = 0;
  const fill = (at: number, left: number, open: readonly number[]): boolean => {
    if (left === 0 && open.every((need) => need === 0)) return true;
    const cell = order[at];
    const state = `${at} ${left} ${open.join()}`;
    if (!cell || steps > MOST_STEPS || !bound(at, left, open) || dead.has(state)) return false;
    steps += 1;
    for (let units = Math.min(cell.units, Math.floor(left / cell.size)); units >= 0; units -= 1) {
      const next = open.map((need, index) => Math.max(0, need - units * (cell.gives[index] ?? 0)));
      found[cell.index] = units;
      if (fill(at + 1, left - units * cell.size, next)) return true;
    }
    found[cell.index] = 0;
    dead.add(state);
    return false;
  };
  if (fill(0, count, needs)) return found;
  return steps > MOST_STEPS ? "tangled" : "impossible";
}

/** Cells that serve the first need come first, so that whether it can be met is settled early; then the next need. */
function byGifts(a: Cell & { readonly index: number }, b: Cell & { readonly index: number }): number {
  const at = a.gives.findIndex((gift, index) => gift !== b.gives[index]);
  return (b.gives[at] ?? 0) - (a.gives[at] ?? 0) || b.size - a.size || a.index - b.index;
}

/** Whether the cells from a place on could do it: false is certain, true is not. */
function boundsOf(order: readonly Cell[], needs: number) {
  const indices = Array.from({ length: needs }, (_, index) => index);
  const sum = (from: number, worth: (cell: Cell) => number) =>
    order.slice(from).reduce((total, cell) => total + cell.units * worth(cell), 0);
  const reserves = [...order.keys(), order.length].map((at) => ({
    questions: sum(at, ({ size }) => size),
    gifts: indices.map((need) => sum(at, ({ gives }) => gives[need] ?? 0)),
  }));
  const families = disjointFamilies(order, indices);
  return (at: number, left: number, open: readonly number[]): boolean => {
    const reserve = reserves[at];
    if (!reserve || left > reserve.questions || open.some((need, index) => need > (reserve.gifts[index] ?? 0)))
      return false;
    return families.every((family) => family.reduce((total, need) => total + (open[need] ?? 0), 0) <= left);
  };
}

/** Needs in families that no unit serves beyond its size: what a family still needs must fit into what is left. */
function disjointFamilies(cells: readonly Cell[], needs: readonly number[]): readonly (readonly number[])[] {
  const families: number[][] = [];
  const fits = (family: readonly number[]): boolean =>
    cells.every(({ gives, size }) => family.reduce((sum, need) => sum + (gives[need] ?? 0), 0) <= size);
  for (const need of needs) {
    const family = families.find((members) => fits([...members, need]));
    if (family) family.push(need);
    else families.push([need]);
  }
  return families;
}

/** Units in their kinds. */
export interface Sorted {
  readonly cells: readonly Cell[];
  /** The cell of each unit, in the order of the units. */
  readonly cellOf: readonly number[];
}

/** Sorts units by what they add to the needs. */
export function sortUnits(units: readonly (readonly number[])[], needs: readonly Need[]): Sorted {
  const wanted = needs.map(({ items }) => new Set(items));
  const places = new Map<string, number>();
  const cells: { size: number; gives: readonly number[]; units: number }[] = [];
  const cellOf = units.map((unit) => {
    const gives = wanted.map((items) => unit.filter((ordinal) => items.has(ordinal)).length);
    const key = `${unit.length} ${gives.join()}`;
    const place = places.get(key) ?? cells.length;
    places.set(key, place);
    const cell = cells[place];
    if (cell) cell.units += 1;
    else cells.push({ size: unit.length, gives, units: 1 });
    return place;
  });
  return { cells, cellOf };
}

/**
 * Of units in their order of preference those that make exactly `count` questions and meet every need: each is taken
 * unless nothing could complete the draw with it. `undefined` when nothing can, which a build refuses.
 */
export function takeByNeed(
  units: readonly (readonly number[])[],
  count: number,
  needs: readonly Need[],
): readonly number[] | undefined {
  const { cells, cellOf } = sortUnits(units, needs);
  const left = cells.map((cell) => cell.units);
  let open = { count, needs: needs.map((need) => need.count) };
  /** A way to complete the draw. As long as it holds a unit of a cell, any unit of that cell may be taken. */
  let way = allot(cells, count, open.needs);
  if (typeof way === "string") return undefined;
  const closed = new Set<number>();
  return units.flatMap((unit, at) => {
    const own = cellOf[at] ?? 0;
    const cell = cells[own];
    if (!cell || typeof way === "string" || closed.has(own)) return [];
    const after = {
      count: open.count - cell.size,
      needs: open.needs.map((need, index) => Math.max(0, need - (cell.gives[index] ?? 0))),
    };
    const fewer = left.map((units, index) => (index === own ? units - 1 : units));
    const next =
      (way[own] ?? 0) > 0 ? way.map((units, index) => (index === own ? units - 1 : units)) : wayOf(cells, fewer, after);
    left[own] = fewer[own] ?? 0;
    if (next === undefined) {
      // What cannot be completed now cannot be later, when less is left to choose from.
      closed.add(own);
      return [];
    }
    way = next;
    open = after;
    return unit;
  });
}

function wayOf(
  cells: readonly Cell[],
  left: readonly number[],
  open: { readonly count: number; readonly needs: readonly number[] },
): readonly number[] | undefined {
  if (open.count < 0) return undefined;
  const rest = cells.map((cell, index) => ({ ...cell, units: left[index] ?? 0 }));
  const way = allot(rest, open.count, open.needs);
  return typeof way === "string" ? undefined : way;
}
