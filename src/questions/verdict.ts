/** What a reveal says, in words, of one pair or position. */

export interface Given {
  /** Plain words; `undefined` where nothing was given. */
  readonly given: string | undefined;
  /** Plain words; `undefined` where nothing belongs. */
  readonly right: string | undefined;
  readonly fits: boolean;
}

export interface Verdict {
  readonly words: string;
  /** A class of the theme; the words alone say as much. */
  readonly style: "is-right" | "is-wrong" | "";
}

interface Speech {
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  readonly showKey: boolean;
}

/** "Your answer: Gel" and on the next line "Correct answer: EDTA"; only the first where the key stays hidden. */
export function verdictOf({ given, right, fits }: Given, { text, showKey }: Speech): Verdict {
  const yours = text("yourAnswerIs", { text: given ?? text("unansweredItem") });
  if (!showKey) return { words: yours, style: "" };
  const key = fits || right === undefined ? text(fits ? "correct" : "wrong") : text("correctAnswerIs", { text: right });
  return { words: `${yours}\n${key}`, style: fits ? "is-right" : "is-wrong" };
}
