/**
 * The completion receipt: a few groups of characters that a learner can hand to the instructor while the LMS refuses to
 * save. It detects typing errors. It is no proof: whoever knows the format can write one.
 */
import { bitReader, bitWriter } from "../questions/bits.ts";
import { fingerprint } from "./codec.ts";
import type { Hundredths } from "./policy.ts";
import type { Situation } from "./status.ts";

/** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SITUATIONS: readonly Situation[] = [
  "open",
  "passed-open",
  "passed-done",
  "failed-again",
  "failed-final",
  "done-no-quiz",
];
const NO_SCORE = 16_383;
const VERSION = 1;
const LENGTH = 20;
const EPOCH = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

export interface Receipt {
  readonly situation: Situation;
  readonly score?: Hundredths;
  /** Submitted attempts over all quizzes, counted up to 63. */
  readonly attempts: number;
  /** A UTC day, as milliseconds since 1970. Between 2020 and 2199. */
  readonly day: number;
}

/** Whose receipt it is: compared, never contained. */
export interface ReceiptOwner {
  /** The package's identifier. */
  readonly identifier: string;
  /** The LMS's learner id; "" when it gives none. */
  readonly learner: string;
}

export type ReceiptReading =
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly package: number; readonly learner: number }
  /** Mistyped: the check digits do not fit. */
  | { readonly kind: "mistyped" }
  | { readonly kind: "newer" };

/** A receipt as five groups of four characters. */
export function writeReceipt(receipt: Receipt, owner: ReceiptOwner): string {
  const out = bitWriter();
  out.fixed(VERSION, 4);
  out.fixed(fingerprint(owner.identifier), 16);
  out.fixed(fingerprint(owner.learner), 16);
  out.fixed(SITUATIONS.indexOf(receipt.situation), 3);
  out.fixed(receipt.score ?? NO_SCORE, 14);
  out.fixed(Math.min(63, receipt.attempts), 6);
  out.fixed(Math.min(2 ** 16 - 1, Math.max(0, Math.floor((receipt.day - EPOCH) / DAY))), 16);
  out.fixed(0, 5); // unused
  const body = symbols(out.done());
  return group(body + checkOf(body));
}

/** Reads what a learner or instructor typed: case, spaces, hyphens and the usual confusions do not matter. */
export function readReceipt(typed: string): ReceiptReading {
  const text = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const body = text.slice(0, LENGTH - CHECK);
  const known = [...text].every((symbol) => ALPHABET.includes(symbol));
  if (text.length !== LENGTH || !known || text.slice(LENGTH - CHECK) !== checkOf(body)) return { kind: "mistyped" };
  const values = bitWriter();
  for (const symbol of body) values.fixed(ALPHABET.indexOf(symbol), 5);
  const input = bitReader(values.done());
  if (input.fixed(4) !== VERSION) return { kind: "newer" };
  const [owner, learner, row, score, attempts, day] = [16, 16, 3, 14, 6, 16].map((width) => input.fixed(width));
  const situation = SITUATIONS[row ?? 0];
  if (!situation) return { kind: "mistyped" };
  return {
    kind: "receipt",
    package: owner ?? 0,
    learner: learner ?? 0,
    receipt: {
      situation,
      ...(score === NO_SCORE ? {} : { score: score ?? 0 }),
      attempts: attempts ?? 0,
      day: EPOCH + (day ?? 0) * DAY,
    },
  };
}

const CHECK = 4;

/** 20 bits over the body: weighted so that one wrong symbol and two swapped neighbors always show. */
function checkOf(body: string): string {
  const PRIME = 1_048_573; // the largest prime below 2^20
  let sum = 7;
  for (const symbol of body) sum = (sum * 37 + ALPHABET.indexOf(symbol) + 1) % PRIME;
  const out = bitWriter();
  out.fixed(sum, 20);
  return symbols(out.done());
}

function symbols(bits: readonly (0 | 1)[]): string {
  const input = bitReader(bits);
  let text = "";
  while (input.left > 0) text += ALPHABET[input.fixed(5)];
  return text;
}

function group(text: string): string {
  return text.match(/.{1,4}/g)?.join("-") ?? text;
}
