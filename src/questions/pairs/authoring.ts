/** What the types that give each item one of several options share on the authoring side. */
import type { AuthoringType, SpecProblem } from "../authoring.ts";
import { equalTexts, type Part } from "../part.ts";
import { plain } from "../plain.ts";
import type { PairsKey } from "./core.ts";

export interface PairItem extends Part {
  /** The index of its option. */
  readonly to: number;
}

export interface PairsSpec {
  readonly items: readonly PairItem[];
  readonly options: readonly Part[];
}

type Shared = "shape" | "parts" | "texts" | "deliver" | "answers";

/** Kept out of texts by YAML itself, so that an option never has the lock file's key of an item with the same text. */
const OPTION_MARK = "\u0001";

/** The parts of an authoring type that do not depend on how authors write items and options. */
export function pairsDelivery(name: string): Pick<AuthoringType<PairsSpec>, Shared> {
  return {
    // Items and options come and go by their own ordinals, so the lists are no part of the shape.
    shape: () => name,
    parts: ({ items, options }) => [
      ...items.map(({ text, id }) => (id === undefined ? { text } : { id, text })),
      ...options.map(({ text, id }) => (id === undefined ? { text: OPTION_MARK + text } : { id, text })),
    ],
    texts: (spec) => [...spec.items, ...spec.options, ...reasons(spec)].map(({ path, text }) => ({ path, text })),
    deliver({ spec, parts }, kit) {
      const { items, options } = spec;
      const ordinal = (index: number): number => parts[index] ?? index + 1;
      const explained = items.filter(({ why }) => why !== undefined);
      const why = (item: PairItem) => {
        const at = items.length + options.length + explained.indexOf(item);
        return item.why === undefined ? {} : { why: kit.inline(item.why, at) };
      };
      const labels = items.map(({ text }, index) => kit.inline(text, index));
      const key: PairsKey = {
        items: items.map((item, index) => ({
          o: ordinal(index),
          text: plain(labels[index] ?? ""),
          to: ordinal(items.length + item.to),
          ...why(item),
        })),
        options: options.map(({ text }, index) => ({
          o: ordinal(items.length + index),
          text: plain(kit.inline(text, items.length + index)),
        })),
      };
      return { key, view: { items: labels.map((label, index) => ({ ordinal: ordinal(index), label })) } };
    },
    answers({ spec: { items, options } }, kit) {
      const labels = options.map(({ text }, index) => kit.inline(text, items.length + index));
      const used = new Set(items.map(({ to }) => to));
      return [
        ...items.map(({ text, to, why }, index) => ({
          ...{ kind: "answer" as const, html: kit.inline(text, index), answers: [plain(labels[to] ?? "")] },
          ...(why !== undefined && { why: kit.inline(why, index) }),
        })),
        ...labels.filter((_, index) => !used.has(index)).map((html) => ({ kind: "wrong" as const, html })),
      ];
    },
  };
}

/** The feedback of items as texts. */
function reasons({ items }: PairsSpec): readonly Part[] {
  return items.flatMap(({ why, path }) =>
    why === undefined ? [] : [{ text: why, path: [...path.slice(0, -1), "why"] }],
  );
}

/** What a drop-down on a phone shows of its entries. */
const LONGEST_OPTION = 60;

/** What every list of items and options can have: items that read the same, options that drop-downs cut. */
export function pairsProblems({ items, options }: PairsSpec): readonly SpecProblem[] {
  const long = options.filter(({ text }) => text.length > LONGEST_OPTION);
  return [
    ...equalTexts(items, "duplicate-item", "Change one of them or remove it: each item has one right answer."),
    ...long.map(({ text, path }): SpecProblem => {
      const message = `“${text.slice(0, 40)}…” has ${text.length} characters; drop-downs on phones cut it.`;
      const help = `Say it in at most ${LONGEST_OPTION} characters.`;
      return { code: "long-option", severity: "warning", path, message, help };
    }),
  ];
}
