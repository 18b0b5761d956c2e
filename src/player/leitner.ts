/** When a flashcard is asked again: Leitner's boxes. Pure; days are whole days since 1970. */

export interface Recall {
  /** 0: to be learned today; 1 to 5: known so many times in a row, on as many days. */
  readonly box: number;
  readonly due: number;
}

/** Days until the cards of boxes 1 to 5 are due again (docs/format.md, "Flashcards"). */
export const REST_DAYS = [1, 3, 7, 14, 30] as const;
const LAST_BOX = REST_DAYS.length;
const LONGEST_REST = 30;
const LEARNED_BOX = 3;

/** Whether a card is to be asked today; a new one is. */
export function isDue(recall: Recall | undefined, today: number): boolean {
  // A device whose clock was ahead must not hide its cards until then.
  return recall === undefined || recall.due <= today || recall.due > today + LONGEST_REST;
}

/** Known on three days in a row. */
export function isLearned(recall: Recall | undefined): boolean {
  return recall !== undefined && recall.box >= LEARNED_BOX;
}

/** What becomes of a card: known, it moves up a box when it was due; not known, it begins again today. */
export function afterAnswer(recall: Recall | undefined, known: boolean, today: number): Recall {
  if (!known) return { box: 0, due: today };
  if (recall && !isDue(recall, today)) return recall;
  const box = Math.min((recall?.box ?? 0) + 1, LAST_BOX);
  return { box, due: today + (REST_DAYS[box - 1] ?? LONGEST_REST) };
}

/** The cards to ask today: what waits longest comes first, new ones last, in their own order. */
export function dueCards<Card>(
  cards: readonly Card[],
  recallOf: (card: Card) => Recall | undefined,
  today: number,
): readonly Card[] {
  const waits = (card: Card): number => recallOf(card)?.due ?? Number.MAX_SAFE_INTEGER;
  return cards.filter((card) => isDue(recallOf(card), today)).sort((a, b) => waits(a) - waits(b));
}
