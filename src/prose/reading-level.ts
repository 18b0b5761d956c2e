/** How hard a text is to read. */
import { runningText } from "./running-text.ts";
import { syllables } from "./syllables.ts";

export interface Reading {
  /** Words of the running text: without headings, tables, code and checks. */
  readonly words: number;
  readonly sentences: number;
  /**
   * The Flesch-Kincaid grade (Kincaid and others, 1975): years of school in the United States, for English alone.
   * Absent for texts below {@link FEWEST_WORDS}, which are too short for a mean.
   */
  readonly grade?: number;
}

/** The formula was made for passages of a hundred words. */
const FEWEST_WORDS = 100;

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
/** A mark that ends a sentence, what closes with it, and the beginning of the next one. */
const END = /[.!?…]["'”’)\]]*\s+["'“‘([]*[\p{Lu}\p{N}]/gu;
/** Their period ends no sentence: titles, single letters of names and of U.S. */
const SHORT = /(?:^|[^\p{L}])(?:\p{L}|Dr|Mr|Mrs|Ms|St|No|vs|approx)$/u;
/** The longest of them, with the character in front. */
const SHORT_LENGTH = 7;

interface Sound {
  readonly words: number;
  readonly syllables: number;
}

/** Measures texts; one meter remembers the words that it has met, so that a course is measured with one. */
export function readingMeter(): (markdown: string) => Reading {
  const known = new Map<string, Sound>();
  const soundOf = (piece: string): Sound => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const sound = soundsIn(piece);
    known.set(piece, sound);
    return sound;
  };
  return (markdown) => {
    let [words, sentences, heard] = [0, 0, 0];
    for (const paragraph of runningText(markdown)) {
      const before = words;
      for (const piece of paragraph.split(" ")) {
        const sound = soundOf(piece);
        words += sound.words;
        heard += sound.syllables;
      }
      if (words > before) sentences += sentencesIn(paragraph);
    }
    if (words < FEWEST_WORDS) return { words, sentences };
    return { words, sentences, grade: 0.39 * (words / sentences) + 11.8 * (heard / words) - 15.59 };
  };
}

/** The words between two spaces, mostly one. */
function soundsIn(piece: string): Sound {
  const words = piece.match(WORD) ?? [];
  return { words: words.length, syllables: words.reduce((sum, word) => sum + syllables(word), 0) };
}

/** At least 1: the end of a paragraph ends a sentence. */
function sentencesIn(paragraph: string): number {
  let ends = 1;
  for (const { 0: end, index } of paragraph.matchAll(END)) {
    const isShort = end.startsWith(".") && SHORT.test(paragraph.slice(Math.max(0, index - SHORT_LENGTH), index));
    if (!isShort) ends += 1;
  }
  return ends;
}

/** More than English texts of a lesson's length have for a character that is no space; usual are 0.27 to 0.31. */
const MOST_SYLLABLES_A_LETTER = 0.34;
const SPACE = 32;
const [STOP, BANG, QUESTION] = [46, 33, 63];

/**
 * True when a text is surely below a grade, by its letters, spaces and full stops alone: a tenth of the cost of
 * measuring it. Markup makes texts look harder than they are, so that a hard one is never taken for an easy one.
 */
export function surelyBelow(grade: number, markdown: string): boolean {
  let [letters, words, sentences, before] = [0, 1, 1, SPACE];
  for (let at = 0; at < markdown.length; at += 1) {
    const code = markdown.charCodeAt(at);
    if (code > SPACE) letters += 1;
    else if (before > SPACE) {
      words += 1;
      if (before === STOP || before === BANG || before === QUESTION) sentences += 1;
    }
    before = code;
  }
  return 0.39 * (words / sentences) + 11.8 * MOST_SYLLABLES_A_LETTER * (letters / words) - 15.59 < grade;
}
