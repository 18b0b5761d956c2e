/** Marking, state and reporting of the types whose answer is parts in an order. */
import type { BitReader, BitWriter } from "../bits.ts";
import { numberBits } from "../bits.ts";
import type { EncodedResponse, Mark, ScoringRule, Standard } from "../contract.ts";
import { markParts } from "../marking.ts";
import { LETTERS, tokenOf, wordToken } from "../tokens.ts";

export interface KeyPart {
  /** The lock file's ordinal within the question. */
  readonly o: number;
  /** Plain words, for reports, reviews and the names of buttons. */
  readonly text: string;
  /** The ordinal of an earlier part that reads the same: either will do in the place of the other. */
  readonly like?: number;
}

export interface SequenceKey {
  readonly parts: readonly KeyPart[];
  /** The right parts in their order. */
  readonly right: readonly number[];
}

/** Ordinals of parts in the learner's order, each at most once. */
export type Sequence = readonly number[];

/** An ordinal that parts reading the same have in common. */
export function kindOf(key: SequenceKey, ordinal: number | undefined): number | undefined {
  return key.parts.find(({ o }) => o === ordinal)?.like ?? ordinal;
}

/** Whether the part at a position (from 0) is the one that belongs there. */
export function fitsAt(key: SequenceKey, sequence: Sequence, at: number): boolean {
  return at < sequence.length && kindOf(key, sequence[at]) === kindOf(key, key.right[at]);
}

/**
 * Each position of the right answer is a part: right with what belongs there, wrong with anything else, left open behind
 * the answer's end. What stands beyond the last position is wrong as well: it takes back a right part per option, and
 * keeps an answer from being all right.
 */
export function markSequence(key: SequenceKey, sequence: Sequence | undefined, rule: ScoringRule): Mark {
  const given = sequence ?? [];
  const all = key.right.length;
  const right = key.right.filter((_, at) => fitsAt(key, given, at)).length;
  const beyond = Math.max(0, given.length - all);
  const kept = rule === "right-minus-wrong" ? right : Math.max(0, right - beyond);
  return markParts({ right: kept, wrong: given.length - right, all }, rule);
}

/** The bits that hold every ordinal of the parts. */
export function ordinalWidth({ parts }: SequenceKey): number {
  return Math.max(1, ...parts.map(({ o }) => o.toString(2).length));
}

/** Only parts that the key knows, each once. */
function known(key: SequenceKey, sequence: Sequence): Sequence {
  return [...new Set(sequence)].filter((ordinal) => key.parts.some(({ o }) => o === ordinal));
}

/** No lock file counts further; a larger width is damage. */
const WIDEST = 32;

/** The width of an ordinal, then the ordinals in order: readable without the key that wrote them. */
export const sequenceState = {
  maxBits(key: SequenceKey): number {
    const width = ordinalWidth(key);
    return numberBits(width) + width * key.parts.length;
  },
  write(out: BitWriter, key: SequenceKey, sequence: Sequence): void {
    const width = ordinalWidth(key);
    out.number(width);
    for (const ordinal of known(key, sequence)) out.fixed(ordinal, width);
  },
  read(bits: BitReader, key: SequenceKey): Sequence | undefined {
    const width = bits.number();
    if (width === 0 || width > WIDEST) return undefined;
    const stored: number[] = [];
    while (bits.left >= width) stored.push(bits.fixed(width));
    const sequence = known(key, stored);
    return sequence.length > 0 ? sequence : undefined;
  },
};

/** Parts that read the same, each time in the key's order: whoever used them the other way round reports the same. */
function inKeyOrder(key: SequenceKey, sequence: Sequence): Sequence {
  const kinds = sequence.map((ordinal) => kindOf(key, ordinal));
  return sequence.map((ordinal, at) => {
    const before = kinds.slice(0, at).filter((kind) => kind === kinds[at]).length;
    return key.parts.filter(({ o }) => kindOf(key, o) === kinds[at])[before]?.o ?? ordinal;
  });
}

/**
 * Sequencing interactions. SCORM 1.2 (RTE 3.4.7, CMIFeedback): single characters, comma-separated; with an ordinal above 36
 * there is no legal token left and the record becomes a `fill-in`. SCORM 2004 (RTE 4.1.1.7): short identifiers separated by
 * `[,]`, none twice; Moodle takes only `[\w.]{1,250}`.
 */
export function encodeSequence(standard: Standard, key: SequenceKey, sequence: Sequence | undefined): EncodedResponse {
  const modern = standard === "scorm2004";
  const legal = modern || key.parts.every(({ o }) => o <= LETTERS);
  const token = (ordinal: number): string =>
    modern ? wordToken(ordinal, key.parts.find(({ o }) => o === ordinal)?.text ?? "") : tokenOf(ordinal);
  const list = (sequence: Sequence): string => {
    const tokens = inKeyOrder(key, sequence).map(token);
    return modern ? tokens.join("[,]") : tokens.join(",").slice(0, 255);
  };
  const given = known(key, sequence ?? []);
  return {
    type: legal ? "sequencing" : "fill-in",
    ...(given.length > 0 ? { response: list(given) } : {}),
    pattern: list(key.right),
  };
}
