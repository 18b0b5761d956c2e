/**
 * Bit strings as text. The alphabet is base64url: every LMS, XML file and URL takes it unharmed, and six bits a character
 * use the 4,096 characters of SCORM 1.2 `suspend_data` best.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A run of bits; the first bit written is the first read. */
export type Bits = readonly (0 | 1)[];

/** Collects bits. */
export interface BitWriter {
  /** Writes `width` bits of an integer, most significant first. 0 ≤ value < 2^width, 0 ≤ width ≤ 48. */
  fixed(value: number, width: number): void;
  /** Writes a non-negative integer in groups of three bits with a continuation bit: never shorter for a larger number. */
  number(value: number): void;
  /** Writes bits as they are. */
  bits(bits: Bits): void;
  readonly length: number;
  done(): Bits;
}

/** Reads bits in the order in which they were written. Past the end it reads zeros and sets `overrun`. */
export interface BitReader {
  fixed(width: number): number;
  number(): number;
  bits(length: number): Bits;
  readonly left: number;
  readonly overrun: boolean;
}

const GROUP = 3;

/** The number of bits that {@link BitWriter.number} takes for a value. */
export function numberBits(value: number): number {
  let groups = 1;
  for (let rest = Math.floor(value / 2 ** GROUP); rest > 0; rest = Math.floor(rest / 2 ** GROUP)) groups += 1;
  return groups * (GROUP + 1);
}

/** A new, empty writer. @throws RangeError when a value does not fit: a fault of the caller. */
export function bitWriter(): BitWriter {
  const out: (0 | 1)[] = [];
  const fixed = (value: number, width: number): void => {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) throw new RangeError(`${value} in ${width} bits`);
    for (let bit = width - 1; bit >= 0; bit -= 1) out.push(Math.floor(value / 2 ** bit) % 2 === 1 ? 1 : 0);
  };
  return {
    fixed,
    number(value) {
      for (let group = numberBits(value) / (GROUP + 1) - 1; group >= 0; group -= 1) {
        out.push(group > 0 ? 1 : 0);
        fixed(Math.floor(value / 2 ** (GROUP * group)) % 2 ** GROUP, GROUP);
      }
    },
    bits(bits) {
      for (const bit of bits) out.push(bit);
    },
    get length() {
      return out.length;
    },
    done: () => out.slice(),
  };
}

/** A reader over bits. */
export function bitReader(bits: Bits): BitReader {
  let at = 0;
  let overrun = false;
  const next = (): 0 | 1 => {
    const bit = bits[at];
    at += 1;
    if (bit === undefined) overrun = true;
    return bit ?? 0;
  };
  const fixed = (width: number): number => {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) value = value * 2 + next();
    return value;
  };
  return {
    fixed,
    number() {
      let value = 0;
      // 16 groups hold 48 bits; damaged input must not run on.
      for (let groups = 0; groups < 16; groups += 1) {
        const more = next();
        value = value * 2 ** GROUP + fixed(GROUP);
        if (more === 0) return value;
      }
      overrun = true;
      return 0;
    },
    bits(length) {
      const taken = bits.slice(at, at + length);
      at += taken.length;
      if (taken.length < length) overrun = true;
      return taken;
    },
    get left() {
      return Math.max(0, bits.length - at);
    },
    get overrun() {
      return overrun;
    },
  };
}

/** Bits as text, padded with zeros to whole characters. */
export function bitsToText(bits: Bits): string {
  let text = "";
  for (let at = 0; at < bits.length; at += 6) {
    let value = 0;
    for (let bit = 0; bit < 6; bit += 1) value = value * 2 + (bits[at + bit] ?? 0);
    text += ALPHABET[value];
  }
  return text;
}

/** The bits of a text, or `undefined` when it holds a character that {@link bitsToText} never writes. */
export function textToBits(text: string): Bits | undefined {
  const bits: (0 | 1)[] = [];
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    for (let bit = 5; bit >= 0; bit -= 1) bits.push(((value >> bit) & 1) as 0 | 1); // a masked bit is 0 or 1
  }
  return bits;
}
