/** A 32-bit mix of numbers (MurmurHash3's finalizer over each word): the same on every machine. */
export function mix(...words: readonly number[]): number {
  let hash = 0x9747b28c;
  for (const word of words) {
    hash ^= word | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Items in an order that follows from the seed and each item's own number alone. */
export function shuffled<T>(items: readonly T[], seed: number, numberOf: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, number: numberOf(item), at: mix(seed, numberOf(item)) }))
    .sort((a, b) => a.at - b.at || a.number - b.number)
    .map(({ item }) => item);
}
