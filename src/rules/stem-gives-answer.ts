import type { Question, Quiz } from "../model/course.ts";
import { isEnglish } from "../prose/english.ts";
import { choicesOf } from "./items.ts";
import type { Rule } from "./rule.ts";

/** A word of this length carries meaning more often than not. */
const MEANING = 4;
/** So much of what a question asks for must stand in the other stem, beside the answer. */
const FEWEST_SHARED = 3;
const LEAST_SHARE = 0.6;

/** A question that another one could answer. */
interface Target {
  readonly question: Question;
  /** The right choice as written, and as words between spaces. */
  readonly right: string;
  readonly answer: string;
  /** Its longest word, by which stems are found. */
  readonly key: string;
  readonly asked: ReadonlySet<string>;
  /** The wrong choices: a stem that names one of them too gives nothing away. */
  readonly wrong: readonly string[];
}

export const stemGivesAnswer: Rule = {
  code: "quiz/stem-gives-answer",
  severity: "hint",
  summary: "No question of a quiz in English tells the answer to another that may be asked with it.",
  reason: "Whoever reads the whole quiz first finds the answer there, and the mark says nothing.",
  example: `- stem: Which word names an inflammation of the stomach lining?
  choices: [{ right: Gastritis }, { wrong: Colitis }, { wrong: Nephritis }]
- stem: A patient with gastritis, an inflammation of the stomach lining, asks what to eat. What do you do?`,
  *check(course, { keep }) {
    if (!isEnglish(course)) return;
    const told = new Set<Question["id"]>();
    for (const { id, quiz } of [...course.modules, ...(course.exam ? [course.exam] : [])]) {
      if (!quiz) continue;
      for (const { right, question, teller } of keep(`rules/told ${id}`, [quiz], () => toldIn(quiz))) {
        // An examination may ask both questions as well as their module's quiz.
        if (told.has(question.id)) continue;
        told.add(question.id);
        yield {
          message: `This stem tells that the answer to “${question.id}” is “${right}”.`,
          place: teller.stem.place,
          help: "Say it in other words here, ask the other question otherwise, or put both into one pool that draws 1.",
          related: [{ message: "the question that it answers", place: question.place }],
        };
      }
    }
  },
};

/** The questions of a quiz to which another one tells the answer, with the first that does. */
function toldIn(quiz: Quiz): readonly (Target & { readonly teller: Question })[] {
  const stems = quiz.questions.map((question) => ({ question, words: spaced(question.stem.text) }));
  const targets = quiz.questions.flatMap(targetOf);
  const byWord = indexed(stems, new Set(targets.map(({ key }) => key)));
  return targets.flatMap((target) => {
    const teller = byWord
      .get(target.key)
      ?.find((stem) => tells(stem, target) && meet(quiz, stem.question, target.question));
    return teller ? [{ ...target, teller: teller.question }] : [];
  });
}

/** Lower-case words with a space on either side of each, so that whole words can be searched for. */
const spaced = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;

const meaningful = (words: string): readonly string[] => words.split(" ").filter(({ length }) => length >= MEANING);

interface Stem {
  readonly question: Question;
  readonly words: string;
}

/** The stems in which each of some words stands. */
function indexed(stems: readonly Stem[], keys: ReadonlySet<string>): ReadonlyMap<string, readonly Stem[]> {
  const found = new Map<string, Stem[]>();
  for (const stem of stems) {
    for (const word of new Set(stem.words.split(" "))) {
      if (!keys.has(word)) continue;
      const list = found.get(word);
      if (list) list.push(stem);
      else found.set(word, [stem]);
    }
  }
  return found;
}

function targetOf(question: Question): readonly Target[] {
  if (question.type !== "single") return [];
  const choices = choicesOf(question);
  const right = choices.find((choice) => choice.right)?.text ?? "";
  const answer = spaced(right);
  const inAnswer = meaningful(answer);
  const [key] = [...inAnswer].sort((a, b) => b.length - a.length);
  const stem = spaced(question.stem.text);
  // A number, or an answer that its own stem names, cannot be recognized elsewhere.
  if (key === undefined || stem.includes(answer)) return [];
  const asked = new Set(meaningful(stem).filter((word) => !inAnswer.includes(word)));
  const wrong = choices.filter((choice) => !choice.right).map(({ text }) => spaced(text));
  return [{ question, right, answer, key, asked, wrong }];
}

function tells({ question, words }: Stem, { question: target, answer, asked, wrong }: Target): boolean {
  if (question === target || !words.includes(answer) || wrong.some((choice) => words.includes(choice))) return false;
  const shared = [...asked].filter((word) => words.includes(` ${word} `)).length;
  return shared >= FEWEST_SHARED && shared >= LEAST_SHARE * asked.size;
}

/** Whether one attempt can hold both: not when their pool gives one question at a time, or an examination asks one. */
function meet({ draw }: Quiz, one: Question, other: Question): boolean {
  const strata = [one, other].map(({ ordinal }) => draw.find(({ items }) => items.includes(ordinal)));
  if (strata.includes(undefined)) return false;
  return strata[0] !== strata[1] || (strata[0]?.count ?? 0) > 1;
}
