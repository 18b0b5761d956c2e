/** Gaps in a stem: `[[diastolic | diastolic pressure]]` is typed, `[[=diastolic | systolic]]` is chosen from a list. */

/** What stands between the brackets, one entry between bars. */
export interface Entry {
  readonly text: string;
  /** `=` right option of a list; `!` never accepted, however near its spelling is; else accepted or a wrong option. */
  readonly sign: "=" | "!" | "";
}

export interface Gap {
  readonly entries: readonly Entry[];
  /** The learner chooses from the entries instead of typing. */
  readonly chosen: boolean;
  /** The first right entry. */
  readonly answer: string;
  /** The words around it: "… rests is the ___ pressure". */
  readonly phrase: string;
}

/** A backslash before the brackets makes them text. */
const GAP = /(?<!\\)\[\[([\s\S]*?)\]\]/g;
const BLANK = "___";
/** Another gap in the words around one, so that a name holds one blank. */
const OTHER = "…";
/** Words on either side that name a gap. */
const AROUND = 3;

/** The gaps of a stem in order. */
export function gapsOf(stem: string): readonly Gap[] {
  return [...stem.matchAll(GAP)].map((match) => {
    const entries = entriesOf(match[1] ?? "");
    const chosen = entries.some(({ sign }) => sign === "=");
    const answer = entries.find(({ sign }) => sign === (chosen ? "=" : ""))?.text ?? "";
    return { entries, chosen, answer, phrase: phraseAt(stem, match.index) };
  });
}

/** True for a stem in which brackets open and never close. */
export function hasOpenGap(stem: string): boolean {
  return /(?<!\\)\[\[/.test(stem.replace(GAP, ""));
}

/** The stem as the learner reads it: each gap a line to fill, numbered when there are several. */
export function withBlanks(stem: string): string {
  const several = gapsOf(stem).length > 1;
  let number = 0;
  return stem.replace(GAP, () => {
    number += 1;
    return several ? `(${number})\u00a0\\_\\_\\_` : "\\_\\_\\_";
  });
}

/** A backslash keeps the character behind it from being a bar or a sign. */
function entriesOf(inside: string): readonly Entry[] {
  return inside.split(/(?<!\\)\|/).map((part) => {
    const [, sign = "", text = ""] = /^([=!]?)([\s\S]*)$/.exec(part.trim()) ?? [];
    return { text: text.trim().replace(/\\([|=!])/g, "$1"), sign: sign === "=" || sign === "!" ? sign : "" };
  });
}

/** The gap at a place of the stem, named by the words of its paragraph. */
function phraseAt(stem: string, at: number): string {
  const marked = [...stem.matchAll(GAP)].reduceRight(
    (text, { index, 0: gap }) =>
      `${text.slice(0, index)} ${index === at ? "\u0000" : OTHER} ${text.slice(index + gap.length)}`,
    stem,
  );
  // A row of a table stands alone; other text goes on over the ends of lines.
  const parts = marked.split(/\n[ \t]*\n|\n(?=[ \t]*\|)/);
  const paragraph = parts.find((part) => part.includes("\u0000")) ?? "";
  const [before = "", after = ""] = wordsOf(paragraph).split("\u0000");
  const left = before.split(" ").filter(Boolean);
  const right = after.split(" ").filter(Boolean);
  return [
    ...(left.length > AROUND ? ["…"] : []),
    ...left.slice(-AROUND),
    BLANK,
    ...right.slice(0, AROUND),
    ...(right.length > AROUND ? ["…"] : []),
  ]
    .join(" ")
    .replace(/…( …)+/g, "…")
    .replace(/ ([.,;:!?)])/g, "$1")
    .replace(/[.,;:]+$/, "");
}

/** Markdown without its signs, roughly: the words name a control and are never shown as a text of their own. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:[#>|]+|[-+*]|\d+[.)])\s+/gm, "")
    .replace(/[*`|\\]|(?<!\w)_|_(?!\w)/g, " ")
    .replace(/\s+/g, " ");
}
