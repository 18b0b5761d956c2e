/** What the types whose answer is parts in an order share on the authoring side. */
import type { AuthoringType } from "../authoring.ts";
import { type Part, sameText } from "../part.ts";
import { plain } from "../plain.ts";
import type { SequenceKey } from "./core.ts";

export interface SequenceSpec {
  /** The right parts in their order. */
  readonly right: readonly Part[];
  /** Parts that belong nowhere. */
  readonly others: readonly Part[];
}

type Shared = "shape" | "parts" | "texts" | "deliver" | "answers";

/** The parts of an authoring type that do not depend on how authors write the sequence. */
export function sequenceDelivery(name: string): Pick<AuthoringType<SequenceSpec>, Shared> {
  return {
    // Parts come and go by their own ordinals, so the list is no part of the shape.
    shape: () => name,
    parts: lockParts,
    texts: (spec) => allParts(spec).map(({ path, text }) => ({ path, text })),
    deliver({ spec, parts }, kit) {
      const all = allParts(spec).map(({ text }, index) => {
        const label = kit.inline(text, index);
        return { ordinal: parts[index] ?? index + 1, label, same: sameText(text) };
      });
      const key: SequenceKey = {
        parts: all.map(({ ordinal: o, label, same }) => {
          const first = all.find((other) => other.same === same)?.ordinal;
          return { o, text: plain(label), ...(first === undefined || first === o ? {} : { like: first }) };
        }),
        right: all.slice(0, spec.right.length).map(({ ordinal }) => ordinal),
      };
      return { key, view: { parts: all.map(({ ordinal, label }) => ({ ordinal, label })) } };
    },
    answers: ({ spec }, kit) =>
      allParts(spec).map(({ text }, index) => {
        return { kind: index < spec.right.length ? "next" : "wrong", html: kit.inline(text, index) };
      }),
  };
}

export function allParts({ right, others }: SequenceSpec): readonly Part[] {
  return [...right, ...others];
}

/** A text that comes again (the combining vowel of two roots) gets a key of its own by how often it came before. */
function lockParts(spec: SequenceSpec): readonly { readonly id?: string; readonly text: string }[] {
  const all = allParts(spec);
  return all.map(({ text, id }, index) => {
    const before = all.slice(0, index).filter((other) => sameText(other.text) === sameText(text)).length;
    const own = before === 0 ? text : `${text}\u0001${before}`;
    return id === undefined ? { text: own } : { id, text: own };
  });
}
