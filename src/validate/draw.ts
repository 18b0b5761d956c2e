/** The draw of a quiz or of the examination: what it names must exist, and every attempt must be possible. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Placed } from "../load/placed.ts";
import { type Blueprint, neverDrawn, type Shortfall, shortfallOf, strataOf } from "../tracking/blueprint.ts";
import { type DrawStratum, nearestSum, unitsOf } from "../tracking/draw.ts";
import type { CheckedDraw, Wish } from "./checked.ts";
import { blueprintOf, type Drawable } from "./drawable.ts";
import { unknown } from "./references.ts";
import { type Selector, selectorText, selects } from "./selector.ts";

type Counted = Selector & { readonly count: number };

/** A draw as it is written, once its values make sense. */
export interface WrittenDraw {
  readonly draw?: readonly Counted[];
  readonly blueprint?: {
    readonly items?: number;
    readonly "at-least": readonly Counted[];
    readonly "at-most": readonly Counted[];
  };
}

/** Reads and judges a draw over the questions that may be asked; absent where every question is asked. */
export function judgedDraw(
  { draw, blueprint }: WrittenDraw,
  source: Placed,
  pool: readonly Drawable[],
  notes: Diagnostic[],
): CheckedDraw | undefined {
  if (!draw && !blueprint) return undefined;
  const wish =
    (path: readonly (string | number)[]) =>
    ({ count, ...selector }: Counted, index: number): Wish => ({
      selector,
      count,
      place: source.placeOf([...path, index]),
    });
  const entries = (draw ?? []).map(wish(["draw"]));
  const limits = (["at-least", "at-most"] as const).flatMap((kind) =>
    (blueprint?.[kind] ?? []).map((each, index) => ({ ...wish(["blueprint", kind])(each, index), kind })),
  );
  const total = blueprint?.items;
  const checked: CheckedDraw = {
    ...{ entries, limits },
    ...(draw || total === undefined ? {} : { total }),
    place: source.placeOf([draw ? "draw" : "blueprint"]),
  };
  const found = [
    ...totalNotes(checked, total, source),
    ...namesNotes(checked, pool, source),
    ...leftOut(checked, pool),
  ];
  notes.push(...found);
  if (!found.some(({ severity }) => severity === "error")) notes.push(...proof(checked, pool, source));
  else
    notes.push(
      ...entryNotes(checked, pool, source).filter(({ place }) => !found.some((note) => same(note.place, place))),
    );
  return checked;
}

const same = (a: Place | undefined, b: Place | undefined): boolean => a?.file === b?.file && a?.line === b?.line;

/** How many questions an attempt asks must be said once. */
function totalNotes({ entries, place }: CheckedDraw, total: number | undefined, source: Placed): readonly Diagnostic[] {
  const say = (code: string, message: string, help: string, at: Place): readonly Diagnostic[] => [
    { code: `quiz/${code}`, severity: "error", message, place: at, help },
  ];
  if (entries.length === 0) {
    if (total !== undefined) return [];
    return say(
      "no-items",
      "This blueprint does not say how many questions an attempt asks.",
      "Add `items`, or a `draw`.",
      place,
    );
  }
  const sum = entries.reduce((all, { count }) => all + count, 0);
  if (total === undefined || total === sum) return [];
  const message = `The entries of \`draw\` count ${sum} questions, and \`items\` says ${total}.`;
  return say("items-differ", message, "Make them agree, or leave `items` out.", source.placeOf(["blueprint", "items"]));
}

/** Wishes for what no question has, and entries that stand twice. */
function namesNotes(
  { entries, limits }: CheckedDraw,
  pool: readonly Drawable[],
  source: Placed,
): readonly Diagnostic[] {
  const pools = new Set(pool.map(({ traits }) => traits.pool));
  const seen = new Set<string>();
  return [...entries, ...limits].flatMap(({ selector, place }, at): readonly Diagnostic[] => {
    const text = selectorText(selector);
    const fromPlace = at < entries.length ? source.placeOf(["draw", at, "from"]) : place;
    const twice = at < entries.length && seen.has(text);
    if (at < entries.length) seen.add(text);
    const say = (code: string, message: string, help: string, where = place): readonly Diagnostic[] => [
      { code: `quiz/${code}`, severity: "error", message, place: where, help },
    ];
    if (text === "") {
      return say(
        "draws-from-nothing",
        "This entry does not say which questions it is about.",
        "Add `from`, `tag`, `competency`, `bloom` or `lesson`.",
      );
    }
    const { from } = selector;
    if (from !== undefined && !pools.has(from)) return [unknown("quiz/unknown-pool", "pool", from, pools, fromPlace)];
    if (!pool.some(({ traits }) => selects(selector, traits))) {
      return say(
        "selects-nothing",
        `No question that may be asked here has \`${text}\`.`,
        "Correct it, or give it to the questions that you mean.",
      );
    }
    if (!twice) return [];
    return say("pool-drawn-twice", `\`${text}\` is drawn from twice.`, "Draw from it once, with one count.", fromPlace);
  });
}

/** Pools of which nothing is ever drawn. */
function leftOut({ entries }: CheckedDraw, pool: readonly Drawable[]): readonly Diagnostic[] {
  if (entries.length === 0) return [];
  const drawn = new Set(
    pool
      .filter(({ traits }) => entries.some(({ selector }) => selects(selector, traits)))
      .map(({ traits }) => traits.pool),
  );
  return pool.flatMap(({ traits, place, poolPlace = place }) => {
    if (drawn.has(traits.pool)) return [];
    drawn.add(traits.pool);
    return [
      {
        ...{ code: "quiz/pool-not-drawn", severity: "warning", place: poolPlace },
        message: `Nothing is drawn from the pool “${traits.pool}”.`,
        help: "Add the pool to `draw`, or correct the question's `pool`.",
      },
    ];
  });
}

/** Entries that cannot be met by themselves; else what all wishes together lack; else questions that never come. */
function proof(draw: CheckedDraw, pool: readonly Drawable[], source: Placed): readonly Diagnostic[] {
  const alone = entryNotes(draw, pool, source);
  if (alone.length > 0) return alone;
  const blueprint = blueprintOf(draw, pool, [...pool.keys()]);
  const short = shortfallOf(blueprint);
  if (short) return [shortNote(short, draw, source)];
  const strata = strataOf(blueprint);
  return strata.flatMap((stratum) => (stratum.needs ? neverNotes(stratum, pool) : []));
}

/** What each entry lacks even when it draws alone. */
function entryNotes(draw: CheckedDraw, pool: readonly Drawable[], source: Placed): readonly Diagnostic[] {
  const { entries } = blueprintOf(draw, pool, [...pool.keys()]);
  return entries.flatMap((entry, index) => {
    const selector = draw.entries[index]?.selector ?? {};
    const blueprint: Blueprint = { ...blueprintOf({ ...draw, limits: [] }, pool, [...pool.keys()]), entries: [entry] };
    const [stratum] = strataOf(blueprint);
    const place = source.placeOf(["draw", index, "count"]);
    return stratum && entry.items.length > 0 ? misfits(selectorText(selector), stratum, pool, place) : [];
  });
}

/** A count that the questions cannot give. */
function misfits(what: string, stratum: DrawStratum, pool: readonly Drawable[], place: Place): readonly Diagnostic[] {
  const { count, items, cases } = stratum;
  const units = unitsOf(items, cases ?? []);
  const size = items.length;
  const say = (code: string, message: string, help: string): readonly Diagnostic[] => [
    { code: `quiz/${code}`, severity: "error", message, place, help },
  ];
  if (count > size) {
    const help = size === 0 ? "Write more questions for it." : `Draw at most ${size}, or write more questions for it.`;
    return say(
      "pool-too-small",
      `${count} questions are drawn by \`${what}\`, which ${size === 1 ? "1 has" : `${size} have`}.`,
      help,
    );
  }
  const below = nearestSum(units, count);
  if (below === count) return neverNotes(stratum, pool);
  const above = size - nearestSum(units, size - count);
  const message = `Exactly ${count} questions cannot be drawn by \`${what}\`, because cases are drawn as a whole.`;
  return say(
    "case-does-not-fit",
    message,
    `Draw ${below > 0 ? `${below} or ${above}` : above}, or add questions that stand alone.`,
  );
}

/** Cases and questions that leave no way to the count, or to what else is wished. */
function neverNotes(stratum: DrawStratum, pool: readonly Drawable[]): readonly Diagnostic[] {
  return neverDrawn([stratum]).flatMap(([first = 0, ...others]) => {
    const place = pool[first]?.place;
    if (!place) return [];
    const what = pool[first]?.case === undefined ? "This question" : `This case of ${others.length + 1}`;
    const why = stratum.needs
      ? "with it the other wishes of the draw cannot be met"
      : `nothing makes it up to exactly ${stratum.count} questions`;
    return [
      {
        ...{ code: stratum.needs ? "quiz/never-drawn" : "quiz/case-never-drawn", severity: "warning", place },
        message: `${what} is never drawn: ${why}.`,
        help: "Draw another number of questions, or give it a pool of its own.",
      },
    ];
  });
}

/** The first wish that cannot be met beside those before it, and by how many. */
function shortNote(short: Shortfall, draw: CheckedDraw, source: Placed): Diagnostic {
  const { what, index, asked, possible, tangled } = short;
  const limit = draw.limits[index];
  const wish = what === "entry" ? draw.entries[index] : limit;
  const place = what === "total" ? source.placeOf(["blueprint", "items"]) : (wish?.place ?? draw.place);
  const say = (code: string, message: string, help: string): Diagnostic => ({
    ...{ code: `quiz/${code}`, severity: "error", message, place, help },
  });
  if (tangled) {
    const help = "Let fewer entries overlap: take questions by pools that share none.";
    return say(
      "draw-too-tangled",
      "Its wishes overlap in too many ways to prove that every attempt can be drawn.",
      help,
    );
  }
  const number = possible === undefined ? "none" : String(possible);
  if (what === "total") {
    return say(
      "blueprint-too-large",
      `An attempt asks ${asked} questions, and at most ${number} can be drawn.`,
      `Ask ${number}, or write ${asked - (possible ?? 0)} more.`,
    );
  }
  const name = wish ? selectorText(wish.selector) : "";
  if (what === "limit" && limit?.kind === "at-most") {
    const message = `At most ${asked} questions may be \`${name}\`, but with the wishes before it no attempt has fewer than ${number}.`;
    return say("blueprint-unmet", message, `Allow ${number}, or write other questions.`);
  }
  const missing = asked - (possible ?? 0);
  const message = `${asked} questions must be \`${name}\`; beside the wishes before it an attempt can have ${number}: ${missing} too few.`;
  return say("blueprint-unmet", message, `Write ${missing} more, or ask for ${number}.`);
}
