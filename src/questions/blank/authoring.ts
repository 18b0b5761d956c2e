import type { AuthoringType } from "../authoring.ts";
import type { BlankKey, KeyGap } from "./core.ts";
import { type Gap, gapsOf, withBlanks } from "./gaps.ts";
import { gapProblems, schema } from "./schema.ts";
import type { Leniency } from "./spelling.ts";

/** A sentence with gaps; the gaps stand in the stem. */
export const blank: AuthoringType<Leniency> = {
  name: "blank",
  schema,
  keys: ["case", "accents", "spaces", "spelling"],
  problems: gapProblems,
  // Gaps and options come and go by their own ordinals, and each stored answer says of which kind it is.
  shape: () => "blank",
  parts: (_, stem) => gapsOf(stem).flatMap(partsOf).map(nameTwins),
  texts: () => [],
  deliver({ spec, parts, stem }) {
    const gaps = keyGaps(gapsOf(stem), parts);
    const key: BlankKey = { ...spec, gaps };
    const view = gaps.map((gap) => ({
      ordinal: gap.o,
      options: "options" in gap ? gap.options.map(({ o, text }) => ({ ordinal: o, text })) : null,
    }));
    return { key, view: { gaps: view }, stem: withBlanks(stem) };
  },
  answers: ({ stem }) =>
    gapsOf(stem).map(({ entries, chosen, answer }) => {
      const texts = (sign: string) => entries.filter((entry) => entry.sign === sign).map(({ text }) => text);
      const [accepted, refused] = chosen ? [texts("="), texts("")] : [texts(""), texts("!")];
      const answers = [answer, ...accepted.filter((text) => text !== answer)];
      return { kind: "answer", answers, ...(refused.length > 0 && { refused }) };
    }),
};

/** A gap is known by its first answer, so that it may move and take more spellings; its options by their texts. */
function partsOf(gap: Gap): readonly { readonly text: string }[] {
  const options = gap.chosen ? gap.entries.map(({ text }) => ({ text: `${gap.answer} | ${text}` })) : [];
  return [{ text: `[[${gap.answer}]]` }, ...options];
}

/** Two gaps with the same answer are told apart by their order. */
function nameTwins(part: { readonly text: string }, at: number, all: readonly { readonly text: string }[]) {
  const before = all.slice(0, at).filter(({ text }) => text === part.text).length;
  return before === 0 ? part : { text: `${part.text} ${before + 1}` };
}

/** The gaps in the browser's terms; `parts` are the ordinals in the order of {@link partsOf}. */
function keyGaps(gaps: readonly Gap[], parts: readonly number[]): readonly KeyGap[] {
  let next = 0;
  const ordinal = (): number => {
    next += 1;
    return parts[next - 1] ?? next;
  };
  return gaps.map((gap): KeyGap => {
    const start = { o: ordinal(), phrase: { text: gap.phrase } };
    if (gap.chosen) {
      return { ...start, options: gap.entries.map(({ text, sign }) => ({ o: ordinal(), text, right: sign === "=" })) };
    }
    const textsOf = (sign: string) => ({
      text: gap.entries.filter((entry) => entry.sign === sign).map(({ text }) => text),
    });
    return { ...start, accepted: textsOf(""), refused: textsOf("!") };
  });
}
