/** Marking, state and reporting of the types that give each item one of several options. */
import type { BitReader, BitWriter } from "../bits.ts";
import { numberBits } from "../bits.ts";
import type { CoreType, EncodedResponse, Mark, ScoringRule, Standard } from "../contract.ts";
import { markParts } from "../marking.ts";
import { LETTERS, tokenOf, wordToken } from "../tokens.ts";

/** Something that options are given to. */
export interface KeyItem {
  /** The lock file's ordinal; items and options share one numbering. */
  readonly o: number;
  /** Plain words, for reports and reviews. */
  readonly text: string;
  /** The ordinal of the right option. */
  readonly to: number;
  /** Feedback for whoever gave it another option, as inline HTML. */
  readonly why?: string;
}

export interface KeyOption {
  readonly o: number;
  /** Plain words: an entry of a drop-down. */
  readonly text: string;
}

export interface PairsKey {
  readonly items: readonly KeyItem[];
  readonly options: readonly KeyOption[];
}

/** Which option each answered item got, by ordinals, in the order of the key's items. */
export type Pairs = readonly (readonly [item: number, option: number])[];

/** The option that an item got. */
export function optionOf(pairs: Pairs | undefined, item: number): number | undefined {
  return pairs?.find(([answered]) => answered === item)?.[1];
}

/** Each item is a part: right with its own option, wrong with another, left open without one. */
function mark(key: PairsKey, pairs: Pairs | undefined, rule: ScoringRule): Mark {
  const given = key.items.filter(({ o }) => optionOf(pairs, o) !== undefined);
  const right = given.filter(({ o, to }) => optionOf(pairs, o) === to).length;
  return markParts({ right, wrong: given.length - right, all: key.items.length }, rule);
}

/** Bits that hold any of the key's ordinals. */
function widthOf({ items, options }: PairsKey): number {
  return Math.max(1, ...[...items, ...options].map(({ o }) => o.toString(2).length));
}

/** Only what the key knows, in its order. */
function known(key: PairsKey, pairs: Pairs | undefined): Pairs {
  return key.items.flatMap(({ o }) => {
    const option = optionOf(pairs, o);
    return option !== undefined && key.options.some((each) => each.o === option) ? [[o, option] as const] : [];
  });
}

/** The width of an ordinal, then the ordinals of item and option in turn: readable without the key that wrote them. */
function write(out: BitWriter, key: PairsKey, pairs: Pairs): void {
  const width = widthOf(key);
  out.number(width);
  for (const ordinal of known(key, pairs).flat()) out.fixed(ordinal, width);
}

/** No lock file counts further; a larger width is damage. */
const WIDEST = 32;

function read(bits: BitReader, key: PairsKey): Pairs | undefined {
  const width = bits.number();
  if (width === 0 || width > WIDEST) return undefined;
  const stored: [number, number][] = [];
  while (bits.left >= 2 * width) stored.push([bits.fixed(width), bits.fixed(width)]);
  const pairs = known(key, stored);
  return pairs.length > 0 ? pairs : undefined;
}

/**
 * Matching interactions. SCORM 1.2 (RTE 3.4.7, CMIFeedback): `a.e,b.f` of single characters; with an ordinal above 36 there
 * is no legal token left and the record becomes a `fill-in`. SCORM 2004 (RTE 4.1.1.7): short identifiers in pairs
 * `item[.]option`, separated by `[,]`; Moodle takes only `[\w.]{1,250}`. Items without an option are left out.
 */
function encode(standard: Standard, key: PairsKey, pairs: Pairs | undefined): EncodedResponse {
  const all = [...key.items, ...key.options];
  const modern = standard === "scorm2004";
  const legal = modern || all.every(({ o }) => o <= LETTERS);
  const token = (ordinal: number): string =>
    modern ? wordToken(ordinal, all.find(({ o }) => o === ordinal)?.text ?? "") : tokenOf(ordinal);
  const list = (some: Pairs): string => {
    const each = some.map((pair) => pair.map(token).join(modern ? "[.]" : "."));
    return modern ? each.join("[,]") : each.join(",").slice(0, 255);
  };
  const given = known(key, pairs);
  return {
    type: legal ? "matching" : "fill-in",
    ...(given.length > 0 ? { response: list(given) } : {}),
    pattern: list(key.items.map(({ o, to }) => [o, to])),
  };
}

/** What matching and categorizing are in the browser. */
export const pairs: CoreType<PairsKey, Pairs> = {
  mark,
  maxBits(key) {
    const width = widthOf(key);
    return numberBits(width) + 2 * width * key.items.length;
  },
  write,
  read,
  encode,
};
