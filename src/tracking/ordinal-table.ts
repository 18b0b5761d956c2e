/** Tables in the packed state: values that belong to ordinals of the lock file, as short as the ordinals allow. */
import { type BitReader, type BitWriter, numberBits } from "../questions/bits.ts";

/** The bits that hold every ordinal up to `highest`. */
export function widthOf(highest: number): number {
  return Math.max(1, Math.ceil(Math.log2(highest + 1)));
}

/** Reads a counted list; stops at the end of the input, so damaged counts cannot run on. */
export function readList<T>(input: BitReader, read: () => T): readonly T[] {
  const list: T[] = [];
  for (let left = input.number(); left > 0 && !input.overrun; left -= 1) list.push(read());
  return list;
}

interface Entry {
  readonly ordinal: number;
  /** Never 0, so that a dense table can tell absent entries. */
  readonly value: number;
}

/** Writes entries by ascending ordinal as a list or as a dense table over their range, whichever is shorter. */
export function writeTable(out: BitWriter, width: number, valueBits: number, entries: readonly Entry[]): void {
  const first = entries[0]?.ordinal ?? 0;
  const range = entries.length === 0 ? 0 : (entries[entries.length - 1]?.ordinal ?? first) - first + 1;
  const dense = denseBits(width, valueBits, range) < listBits(width, valueBits, entries.length);
  out.fixed(dense ? 1 : 0, 1);
  if (!dense) {
    out.number(entries.length);
    for (const { ordinal, value } of entries) {
      out.fixed(ordinal, width);
      out.fixed(value, valueBits);
    }
    return;
  }
  const values = new Map(entries.map(({ ordinal, value }) => [ordinal, value]));
  out.fixed(first, width);
  out.number(range);
  for (let at = first; at < first + range; at += 1) out.fixed(values.get(at) ?? 0, valueBits);
}

/** Reads what {@link writeTable} wrote. */
export function readTable(input: BitReader, width: number, valueBits: number): readonly Entry[] {
  const dense = input.fixed(1) === 1;
  if (!dense) return readList(input, () => ({ ordinal: input.fixed(width), value: input.fixed(valueBits) }));
  let ordinal = input.fixed(width) - 1;
  return readList(input, () => {
    ordinal += 1;
    return { ordinal, value: input.fixed(valueBits) };
  }).filter(({ value }) => value > 0);
}

const listBits = (width: number, valueBits: number, count: number): number =>
  numberBits(count) + count * (width + valueBits);
const denseBits = (width: number, valueBits: number, range: number): number =>
  width + numberBits(range) + range * valueBits;

/** The most bits that a table takes for any part of these ordinals: both forms only shrink when an entry goes. */
export function tableBits(width: number, valueBits: number, ordinals: readonly number[]): number {
  const lowest = ordinals.reduce((least, ordinal) => Math.min(least, ordinal), Number.POSITIVE_INFINITY);
  const highest = ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0);
  const range = ordinals.length === 0 ? 0 : highest - lowest + 1;
  return 1 + Math.min(listBits(width, valueBits, ordinals.length), denseBits(width, valueBits, range));
}
