/**
 * Marks of what is made of parts. Pairs: "Ax" gives item A option x, "+z" belongs to nobody. Sequences: letters in their right
 * order, behind a plus what belongs nowhere; `O` reads the same as `o`.
 */
import type { MarkRow } from "./row.ts";

const ALL = "all-or-nothing";
const PER = "per-option";
const MINUS = "right-minus-wrong";
/** Two items in x, two in y, one in z; w is an empty category. */
const FIVE = "Ax Bx Cy Dy Ez +w";
/** c and l are right, the others belong nowhere. */
const TERM = "cl+xyz";
/** The vowel comes twice. */
const VOWELS = "goeOl+x";

export const PARTS: readonly MarkRow<string>[] = [
  ["matching", "Ax By", "", ALL, "0/1"], // no answer
  ["matching", "Ax By", "", PER, "0/2", "moodle match"], // no answer per pair
  ["matching", "Ax By", "", MINUS, "0/2"], // no answer costs nothing
  ["matching", "Ax By", "Ax By", ALL, "1/1"], // all right
  ["matching", "Ax By", "Ax By", PER, "2/2", "moodle match"], // all right per pair
  ["matching", "Ax By", "Ax By", MINUS, "2/2"], // all right minus nothing
  ["matching", "Ax By Cz", "Cz Ax By", ALL, "1/1"], // given in another order
  ["matching", "Ax By", "Ay Bx", ALL, "0/1"], // exchanged
  ["matching", "Ax By", "Ay Bx", PER, "0/2", "moodle match"], // exchanged per pair
  ["matching", "Ax By", "Ay Bx", MINUS, "-2/2"], // exchanged minus
  ["matching", "Ax By Cz", "Ax By Cx", ALL, "0/1"], // one of three wrong
  ["matching", "Ax By Cz", "Ax By Cx", PER, "2/3", "moodle match"], // one of three wrong per pair
  ["matching", "Ax By Cz", "Ax By Cx", MINUS, "1/3"], // one of three wrong minus
  ["matching", "Ax By Cz", "Ax By", ALL, "0/1"], // one of three open
  ["matching", "Ax By Cz", "Ax By", PER, "2/3", "moodle match"], // one of three open per pair
  ["matching", "Ax By Cz", "Ax By", MINUS, "2/3"], // one of three open costs nothing
  ["matching", "Ax By Cz", "Ax Bz", PER, "1/3", "moodle match"], // one right, one wrong, one open
  ["matching", "Ax By Cz", "Ax Bz", MINUS, "0/3"], // one right, one wrong, one open minus
  ["matching", "Ax By +z", "Ax Bz", ALL, "0/1"], // a distractor
  ["matching", "Ax By +z", "Ax Bz", PER, "1/2", "moodle match"], // a distractor per pair
  ["matching", "Ax By +z", "Ax Bz", MINUS, "0/2"], // a distractor minus
  ["matching", "Ax By +z", "Az Bz", MINUS, "-2/2"], // only distractors minus
  ["matching", "Ax Bx Cy", "Ax Bx Cy", ALL, "1/1"], // a shared match
  ["matching", "Ax Bx Cy", "Ax Bx Cx", PER, "2/3", "moodle match"], // the same option for all
  ["matching", "Ax Bx Cy", "Ax Bx Cx", MINUS, "1/3"], // the same option for all minus
  ["matching", "Ax By", "Zx", PER, "0/2", "moodle match"], // an item that is gone
  ["matching", "Ax By", "Zx", MINUS, "0/2"], // an item that is gone costs nothing
  ["matching", "Ax By", "Ax By Zq", ALL, "1/1"], // an item that is gone beside right ones
  ["matching", "Ax By", "Aq By", PER, "1/2", "moodle match"], // an option that is gone
  ["categorize", FIVE, "", ALL, "0/1"], // nothing sorted
  ["categorize", FIVE, "", PER, "0/5", "moodle match"], // nothing sorted per item
  ["categorize", FIVE, "", MINUS, "0/5"], // nothing sorted minus
  ["categorize", FIVE, "Ax Bx Cy Dy Ez", ALL, "1/1"], // all in place
  ["categorize", FIVE, "Ax Bx Cy Dy Ez", PER, "5/5", "moodle match"], // all in place per item
  ["categorize", FIVE, "Ax Bx Cy Dy Ez", MINUS, "5/5"], // all in place minus
  ["categorize", FIVE, "Ax Bx Cy Dy Ex", ALL, "0/1"], // four in place
  ["categorize", FIVE, "Ax Bx Cy Dy Ex", PER, "4/5", "moodle match"], // four in place per item
  ["categorize", FIVE, "Ax Bx Cy Dy Ex", MINUS, "3/5"], // four in place minus one
  ["categorize", FIVE, "Ax Bx Cy Dy", ALL, "0/1"], // one left out
  ["categorize", FIVE, "Ax Bx Cy Dy", PER, "4/5", "moodle match"], // one left out per item
  ["categorize", FIVE, "Ax Bx Cy Dy", MINUS, "4/5"], // one left out minus nothing
  ["categorize", FIVE, "Ax Bx Cx Dx Ex", PER, "2/5", "moodle match"], // all in one category
  ["categorize", FIVE, "Ax Bx Cx Dx Ex", MINUS, "-1/5"], // all in one category minus
  ["categorize", FIVE, "Aw Bw Cw Dw Ew", ALL, "0/1"], // all in the empty category
  ["categorize", FIVE, "Aw Bw Cw Dw Ew", PER, "0/5", "moodle match"], // all in the empty category per item
  ["categorize", FIVE, "Aw Bw Cw Dw Ew", MINUS, "-5/5"], // all in the empty category minus
  ["categorize", FIVE, "Ez", PER, "1/5", "moodle match"], // one right item alone
  ["categorize", FIVE, "Ez", MINUS, "1/5"], // one right item alone minus
  ["categorize", FIVE, "Ex", MINUS, "-1/5"], // one wrong item alone minus
  ["categorize", FIVE, "Ax Bx Cx Dx", PER, "2/5", "moodle match"], // two right, two wrong
  ["categorize", FIVE, "Ax Bx Cx Dx", MINUS, "0/5"], // two right, two wrong minus
  ["categorize", FIVE, "Ay By Cx Dx Ez", MINUS, "-3/5"], // two categories exchanged
  ["categorize", FIVE, "Ez Dy Cy Bx Ax", ALL, "1/1"], // in another order
  ["categorize", FIVE, "Ax Qy", PER, "1/5", "moodle match"], // an item that is gone
  ["categorize", FIVE, "Ax Qy", MINUS, "1/5"], // an item that is gone costs nothing
  ["ordering", "abcd", "", ALL, "0/1", "moodle ordering, whole"], // untouched
  ["ordering", "abcd", "", PER, "0/4", "moodle ordering, place"], // untouched per position
  ["ordering", "abcd", "", MINUS, "0/4"], // untouched minus
  ["ordering", "abcd", "abcd", ALL, "1/1", "moodle ordering, whole"], // in order
  ["ordering", "abcd", "abcd", PER, "4/4", "moodle ordering, place"], // in order per position
  ["ordering", "abcd", "abcd", MINUS, "4/4"], // in order minus
  ["ordering", "abcd", "bacd", ALL, "0/1", "moodle ordering, whole"], // neighbors exchanged
  ["ordering", "abcd", "bacd", PER, "2/4", "moodle ordering, place"], // neighbors exchanged per position
  ["ordering", "abcd", "bacd", MINUS, "0/4"], // neighbors exchanged minus
  ["ordering", "abcd", "dbca", PER, "2/4", "moodle ordering, place"], // ends exchanged per position
  ["ordering", "abcd", "dcba", ALL, "0/1", "moodle ordering, whole"], // reversed
  ["ordering", "abcd", "dcba", PER, "0/4", "moodle ordering, place"], // reversed, even, per position
  ["ordering", "abcd", "dcba", MINUS, "-4/4"], // reversed, even, minus
  ["ordering", "abc", "cba", PER, "1/3", "moodle ordering, place"], // reversed, odd, per position: the middle fits
  ["ordering", "abc", "cba", MINUS, "-1/3"], // reversed, odd, minus
  ["ordering", "abcd", "bcda", PER, "0/4", "moodle ordering, place"], // the first to the end
  ["ordering", "abcd", "bcda", MINUS, "-4/4"], // the first to the end minus
  ["ordering", "abc", "cab", PER, "0/3", "moodle ordering, place"], // the last to the front
  ["ordering", "abcd", "acdb", PER, "1/4", "moodle ordering, place"], // three turned, one in place
  ["ordering", "abcd", "acdb", MINUS, "-2/4"], // three turned, one in place, minus
  ["ordering", "abc", "acb", PER, "1/3", "moodle ordering, place"], // two of three in place is impossible; one is
  ["ordering", "abcdef", "abcdfe", PER, "4/6", "moodle ordering, place"], // six, the last two exchanged
  ["ordering", "abcdef", "abcdfe", MINUS, "2/6"], // six, the last two exchanged, minus
  ["ordering", "abcdef", "abcdfe", ALL, "0/1", "moodle ordering, whole"], // six, all or nothing
  ["ordering", "abc", "zabc", PER, "0/3", "moodle ordering, place"], // an item that is gone moves the rest
  ["ordering", "abc", "abcz", ALL, "0/1"], // an item that is gone at the end spoils the whole
  ["build", TERM, "", ALL, "0/1"], // nothing built
  ["build", TERM, "", PER, "0/2"], // nothing built per position
  ["build", TERM, "", MINUS, "0/2"], // nothing built minus
  ["build", TERM, "cl", ALL, "1/1"], // the term
  ["build", TERM, "cl", PER, "2/2"], // the term per position
  ["build", TERM, "cl", MINUS, "2/2"], // the term minus
  ["build", TERM, "lc", ALL, "0/1"], // the wrong way round
  ["build", TERM, "lc", PER, "0/2"], // the wrong way round per position
  ["build", TERM, "lc", MINUS, "-2/2"], // the wrong way round minus
  ["build", TERM, "c", ALL, "0/1"], // unfinished
  ["build", TERM, "c", PER, "1/2"], // unfinished per position
  ["build", TERM, "c", MINUS, "1/2"], // unfinished costs nothing
  ["build", TERM, "l", PER, "0/2"], // only the end, at the beginning
  ["build", TERM, "cx", PER, "1/2"], // a distractor in place of the end
  ["build", TERM, "cx", MINUS, "0/2"], // a distractor in place of the end minus
  ["build", TERM, "clx", ALL, "0/1"], // a part too many
  ["build", TERM, "clx", PER, "1/2"], // a part too many takes a right one back
  ["build", TERM, "clx", MINUS, "1/2"], // a part too many minus
  ["build", TERM, "clxy", PER, "0/2"], // two parts too many
  ["build", TERM, "clxyz", PER, "0/2"], // everything added never earns less than nothing
  ["build", TERM, "clxyz", MINUS, "-1/2"], // everything added minus
  ["build", TERM, "xcl", PER, "0/2"], // a distractor in front moves all
  ["build", TERM, "xcl", MINUS, "-3/2"], // a distractor in front minus
  ["build", VOWELS, "goeOl", ALL, "1/1"], // vowels in order
  ["build", VOWELS, "gOeol", ALL, "1/1"], // vowels exchanged read the same
  ["build", VOWELS, "gOeol", PER, "5/5"], // vowels exchanged per position
  ["build", VOWELS, "goel", PER, "3/5"], // one vowel missing
  ["build", VOWELS, "goel", MINUS, "2/5"], // one vowel missing minus
];
