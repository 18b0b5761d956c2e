import fc from "fast-check";
import type { Pairs, PairsKey } from "../../../../src/questions/pairs/core.ts";

const ordinalOf = (letter: string): number => letter.charCodeAt(0);

/** "Ax By +z": item A has option x, B has y; z is nobody's. */
export function keyOf(written: string): PairsKey {
  const words = written.split(" ").filter(Boolean);
  const pairs = words.filter((word) => !word.startsWith("+"));
  const options = new Set(words.map((word) => word[1] ?? ""));
  return {
    items: pairs.map((word) => ({ o: ordinalOf(word), text: word[0] ?? "", to: ordinalOf(word[1] ?? "") })),
    options: [...options].map((text) => ({ o: ordinalOf(text), text })),
  };
}

/** "Ax By"; nothing is no answer. */
export function given(written: string): Pairs | undefined {
  const words = written.split(" ").filter(Boolean);
  return words.length > 0 ? words.map((word) => [ordinalOf(word), ordinalOf(word[1] ?? "")]) : undefined;
}

const text = fc.string({ unit: "binary", maxLength: 300 });

/** Keys of 2 to 36 items and up to 24 options with arbitrary ordinals and texts, and what a learner may have given. */
export const answered = fc
  .uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 4, maxLength: 60 })
  .chain((all) => {
    const count = Math.min(36, all.length - 2);
    const options = all.slice(count);
    const option = fc.constantFrom(...options);
    return fc.record({
      key: fc.record({
        items: fc.tuple(...all.slice(0, count).map((o) => fc.record({ o: fc.constant(o), text, to: option }))),
        options: fc.tuple(...options.map((o) => fc.record({ o: fc.constant(o), text }))),
      }),
      pairs: fc
        .subarray(all.slice(0, count), { minLength: 1 })
        .chain((items) => fc.tuple(...items.map((item) => option.map((to): [number, number] => [item, to])))),
    });
  });
