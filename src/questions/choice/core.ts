/** Marking, state and reporting that the choice types share. */
import type { BitReader, BitWriter } from "../bits.ts";
import type { EncodedResponse, Mark, ScoringRule, Standard } from "../contract.ts";
import { markParts } from "../marking.ts";
import { LETTERS, tokenOf, wordToken } from "../tokens.ts";

/** One choice as the browser knows it. */
export interface KeyChoice {
  /** The lock file's ordinal within the question. */
  readonly o: number;
  readonly right: boolean;
  /** Plain words, for reports and reviews. */
  readonly text: string;
  /** Feedback as inline HTML. */
  readonly why?: string;
}

export interface ChoiceKey {
  readonly choices: readonly KeyChoice[];
}

/** The ordinals of the chosen choices, ascending. */
export type Chosen = readonly number[];

/**
 * All-or-nothing: exactly the right choices. Per option: each choice that is rightly ticked or rightly left counts, and
 * nothing counts while nothing is ticked. Right minus wrong: each right choice ticked counts for, each wrong one against.
 */
export function markChosen(key: ChoiceKey, chosen: Chosen | undefined, rule: ScoringRule): Mark {
  const fits = (choice: KeyChoice): boolean => (chosen ?? []).includes(choice.o) === choice.right;
  const answered = key.choices.some((choice) => chosen?.includes(choice.o));
  if (rule === "per-option") {
    return { earned: answered ? key.choices.filter(fits).length : 0, possible: key.choices.length };
  }
  if (rule === "right-minus-wrong") {
    const ticked = key.choices.filter(({ o }) => chosen?.includes(o));
    const right = ticked.filter((choice) => choice.right).length;
    return markParts(
      { right, wrong: ticked.length - right, all: key.choices.filter((choice) => choice.right).length },
      rule,
    );
  }
  return { earned: answered && key.choices.every(fits) ? 1 : 0, possible: 1 };
}

const largest = (key: ChoiceKey): number => Math.max(0, ...key.choices.map(({ o }) => o));

/** One bit a choice, by ordinal. */
export const chosenState = {
  maxBits: (key: ChoiceKey): number => largest(key) + 1,
  write(out: BitWriter, key: ChoiceKey, chosen: Chosen): void {
    for (let ordinal = 0; ordinal <= largest(key); ordinal += 1) out.fixed(chosen.includes(ordinal) ? 1 : 0, 1);
  },
  read(bits: BitReader, key: ChoiceKey): Chosen | undefined {
    const set = bits.bits(bits.left);
    const chosen = key.choices.map(({ o }) => o).filter((ordinal) => set[ordinal] === 1);
    return chosen.length > 0 ? chosen.sort((a, b) => a - b) : undefined;
  },
};

/**
 * Choice interactions. SCORM 1.2 (RTE 3.4.7, CMIFeedback): single characters `0-9 a-z`, comma-separated; with more than 36
 * there is no legal token left and the record becomes a `fill-in` of 255 characters. SCORM 2004 (RTE 4.1.1.7): short
 * identifiers separated by `[,]`, of which it promises room for 36; Moodle takes only `[\w.]{1,250}`. More choices make it a
 * `long-fill-in` of their letters.
 */
export function encodeChoice(standard: Standard, key: ChoiceKey, chosen: Chosen | undefined): EncodedResponse {
  const right = key.choices.filter((choice) => choice.right).map(({ o }) => o);
  const known = (chosen ?? []).filter((ordinal) => key.choices.some(({ o }) => o === ordinal));
  const { type, token, between, longest } = form(standard, key);
  const list = (ordinals: Chosen): string => ordinals.map(token).join(between).slice(0, longest);
  return { type, ...(known.length > 0 ? { response: list(known) } : {}), pattern: list(right) };
}

function form(standard: Standard, key: ChoiceKey) {
  const few = standard === "scorm12" ? largest(key) <= LETTERS : key.choices.length <= LETTERS;
  if (standard === "scorm12") {
    return { type: few ? "choice" : "fill-in", token: tokenOf, between: ",", longest: 255 };
  }
  if (few) return { type: "choice", token: token2004(key), between: "[,]", longest: undefined };
  return { type: "long-fill-in", token: tokenOf, between: " ", longest: 4_000 };
}

/** Tokens that can be read without the course at hand. */
function token2004(key: ChoiceKey): (ordinal: number) => string {
  return (ordinal) => wordToken(ordinal, key.choices.find(({ o }) => o === ordinal)?.text ?? "");
}
