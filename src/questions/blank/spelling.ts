/** When a typed word counts as one of the accepted ones. */

/** What may differ. */
export interface Leniency {
  readonly caseMatters: boolean;
  readonly accentsMatter: boolean;
  /** `one`: runs of white space count as one space. */
  readonly spaces: "one" | "none" | "exact";
  /** How many letters may be wrong, missing, too many or swapped. */
  readonly spelling: number;
}

/** Phones type curly quotes and long dashes where the author typed plain ones: never a difference. */
const SMART: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
];

/** A text reduced to what matters. */
export function fold(text: string, { caseMatters, accentsMatter, spaces }: Leniency): string {
  const plain = SMART.reduce((all, [smart, straight]) => all.replace(smart, straight), text.normalize("NFC"));
  const letters = accentsMatter ? plain : plain.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  const cased = caseMatters ? letters : letters.toLowerCase();
  if (spaces === "exact") return cased;
  return spaces === "none" ? cased.replace(/\s+/g, "") : cased.replace(/\s+/g, " ").trim();
}

/**
 * How many letters differ: inserted, left out, replaced, or two neighbors swapped (optimal string alignment distance), in
 * code points.
 */
export function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const [up = 0, left = 0, corner = 0] = [above[at], line[at - 1], above[at - 1]];
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      line.push(
        Math.min(up + 1, left + 1, corner + same, swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY),
      );
    }
    [before, above] = [above, line];
  }
  return above[b.length] ?? 0;
}

/** Whether a typed text is accepted: near enough to an accepted word, and nearer to it than to any refused one. */
export function accepts(
  typed: string,
  accepted: readonly string[],
  refused: readonly string[],
  leniency: Leniency,
): boolean {
  const given = fold(typed, leniency);
  const nearest = (words: readonly string[]): number =>
    Math.min(Number.POSITIVE_INFINITY, ...words.map((word) => distance(given, fold(word, leniency))));
  const right = nearest(accepted);
  return right === 0 || (right <= leniency.spelling && right < nearest(refused));
}
