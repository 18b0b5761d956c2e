/** Whole numbers that look random and are the same on every machine. */
export interface Random {
  /** From 0 to `below` − 1. */
  below(below: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** A generator seeded by text: 32-bit mulberry. */
export function seeded(seed: string): Random {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
