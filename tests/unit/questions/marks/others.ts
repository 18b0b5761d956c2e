/**
 * The rules of other systems as their documents state them, for tables of marks: a response's share of the points.
 *
 * R/exams: help page of `exams_eval`. Moodle: pages of the question types on docs.moodle.org; "choices" is a multiple-answer
 * question whose right choices share 100% and whose wrong ones take as much each.
 */
export type Other = keyof typeof OTHERS;

/** A share as a fraction, not in lowest terms. */
type Share = readonly [earned: number, possible: number];
type Rule = (key: string, given: string) => Share;

interface Count {
  readonly right: number;
  readonly wrong: number;
  /** Right and wrong choices that the question has. */
  readonly rights: number;
  readonly wrongs: number;
}

/** Counts ticks: "RRWW" with "1 3" ticked. */
function ticks(key: string, given: string): Count {
  const letters = given
    .split(" ")
    .filter(Boolean)
    .flatMap((number) => key[Number(number) - 1] ?? []);
  const right = letters.filter((letter) => letter === "R").length;
  const rights = [...key].filter((letter) => letter === "R").length;
  return { right, wrong: letters.length - right, rights, wrongs: key.length - rights };
}

/** `partial = FALSE`: the whole pattern is right or wrong; wrong costs the whole where `negative = TRUE`. */
const whole =
  (negative: 0 | 1): Rule =>
  (key, given) => {
    const { right, wrong, rights } = ticks(key, given);
    if (right + wrong === 0) return [0, 1];
    return right === rights && wrong === 0 ? [1, 1] : [-negative, 1];
  };

/** `partial = TRUE, negative = TRUE`: each right tick gives 1 of all right ones, each wrong one takes `loss(count)`, a fraction. */
const partial =
  (loss: (count: Count) => Share): Rule =>
  (key, given) => {
    const count = ticks(key, given);
    const [lost, of] = loss(count);
    return [count.right * of - count.wrong * lost * count.rights, count.rights * of];
  };

const pairsRight: Rule = (key, given) => {
  const pairs = key.split(" ").filter((pair) => !pair.startsWith("+"));
  const answers = given.split(" ");
  return [pairs.filter((pair) => answers.includes(pair)).length, pairs.length];
};

const inPlace: Rule = (key, given) => {
  return [[...key].filter((letter, at) => given[at] === letter).length, key.length];
};

/** Bounds below at 0, as Moodle does where several choices may be ticked. */
const notBelow0 =
  (rule: Rule): Rule =>
  (key, given) => {
    const [earned, possible] = rule(key, given);
    return [Math.max(0, earned), possible];
  };

const allOrNone =
  (rule: Rule): Rule =>
  (key, given) => {
    const [earned, possible] = rule(key, given);
    return [earned === possible ? 1 : 0, 1];
  };

const wrongTakesBackRight = partial(({ rights }) => [1, rights]);

/** Each rule by the words by which rows cite it. */
export const OTHERS = {
  "exams whole": whole(0),
  "exams whole, negative": whole(1),
  "exams true": wrongTakesBackRight,
  "exams false": partial(({ wrongs }) => [1, Math.max(1, wrongs)]),
  "exams false2": partial(({ wrongs }) => [1, Math.max(2, wrongs)]),
  "exams none": partial(() => [0, 1]),
  "moodle choices": notBelow0(wrongTakesBackRight),
  "moodle match": pairsRight,
  "moodle ordering, whole": allOrNone(inPlace),
  "moodle ordering, place": inPlace,
} as const satisfies Readonly<Record<string, Rule>>;

/** Moodle's Cloze: each gap counts alike; letter case and outer spaces make no difference. */
export function cloze(gaps: readonly (readonly string[])[], given: readonly string[]): Share {
  const plain = (text: string): string => text.trim().toLowerCase();
  const right = gaps.filter((accepted, at) => accepted.map(plain).includes(plain(given[at] ?? "")));
  return [right.length, gaps.length];
}

/** Moodle's numerical: within the accepted error, nominal or relative, both ends included. */
export function numerical(answer: number, error: string, typed: string): Share {
  const width = error.endsWith("%") ? (Math.abs(answer) * Number.parseFloat(error)) / 100 : Number(error);
  return [typed !== "" && Math.abs(Number(typed) - answer) <= width ? 1 : 0, 1];
}
