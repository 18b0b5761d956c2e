/** How long a text takes its readers. */
import { markdownLines } from "../load/fences.ts";
import { runningText } from "./running-text.ts";

/** Adults read about 240 words a minute of easy prose (Brysbaert 2019); learners of new terms read more slowly. */
const WORDS_A_MINUTE = 180;
/** Of a picture, a table or a chart. */
const MINUTES_A_FIGURE = 0.5;

const WORD = /[\p{L}\p{N}]\S*/gu;
const PICTURE = /!\[[^\]]*\]\(/g;
/** The line below a table's head, or the line that draws a chart. */
const TABLE_OR_CHART = /^\s*(?:\|?\s*:?-+:?\s*\|[\s:|-]*|:{3,}\s*chart\b.*)$/;

/** Minutes for the running text, pictures, tables and charts of a Markdown text; not rounded. */
export function readingMinutes(markdown: string): number {
  const words = runningText(markdown).reduce((sum, paragraph) => sum + (paragraph.match(WORD)?.length ?? 0), 0);
  const figures = markdownLines(markdown).reduce((sum, { text, code }) => {
    return code ? sum : sum + (text.match(PICTURE)?.length ?? 0) + (TABLE_OR_CHART.test(text) ? 1 : 0);
  }, 0);
  return words / WORDS_A_MINUTE + figures * MINUTES_A_FIGURE;
}
