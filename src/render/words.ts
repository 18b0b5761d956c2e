/** The words that pages carry beside the author's own, in the course's language. */
import { fill, type PageTexts } from "../texts/texts.ts";

export { fill, type PageTexts as Words, pageTexts as wordsIn } from "../texts/texts.ts";

/** How long something takes, in whole minutes. */
export function minutesIn(words: PageTexts, minutes: number): string {
  return minutes === 1 ? words.minutesOne : fill(words.minutes, { count: minutes });
}

/** What names a table: its number on the page and its columns. */
export function tableName(words: PageTexts, number: number, columns: string): string {
  return columns === "" ? fill(words.table, { number }) : fill(words.tableOf, { number, columns });
}
