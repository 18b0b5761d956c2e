import fc from "fast-check";
import type { KeyPart, Sequence, SequenceKey } from "../../../../src/questions/sequence/core.ts";

const ordinalOf = (letter: string): number => letter.charCodeAt(0);

/** "abc+xy": a, b, c in this order, x and y belong nowhere; `A` reads the same as `a`. */
export function keyOf(written: string): SequenceKey {
  const [right = "", others = ""] = written.split("+");
  const all = [...(right + others)];
  const twin = (letter: string) => letter !== letter.toLowerCase() && all.includes(letter.toLowerCase());
  return {
    parts: all.map((text) => ({
      o: ordinalOf(text),
      text: text.toLowerCase(),
      ...(twin(text) ? { like: ordinalOf(text.toLowerCase()) } : {}),
    })),
    right: [...right].map(ordinalOf),
  };
}

export function given(written: string): Sequence | undefined {
  return written === "" ? undefined : [...written].map(ordinalOf);
}

const text = fc.string({ unit: "binary", maxLength: 300 });

/** A part, which may read the same as the one before. */
function part(o: number, before: number | undefined): fc.Arbitrary<KeyPart> {
  const own = fc.record({ o: fc.constant(o), text });
  return before === undefined
    ? own
    : fc.oneof(
        own,
        own.map((each) => ({ ...each, like: before })),
      );
}

/** Keys of 2 to 36 parts with arbitrary ordinals and texts, some right, and a sequence that a learner may have made. */
export const answered = fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 2, maxLength: 36 }).chain((all) =>
  fc.record({
    key: fc.record({
      parts: fc.tuple(...all.map((o, index) => part(o, index % 2 === 1 ? all[index - 1] : undefined))),
      right: fc.integer({ min: 2, max: all.length }).map((count) => all.slice(0, count)),
    }),
    sequence: fc.shuffledSubarray(all, { minLength: 1 }),
  }),
);
