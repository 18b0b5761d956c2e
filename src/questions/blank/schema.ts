/** The keys of a question with gaps, and what can be wrong with its gaps. */
import { z } from "zod";
import type { SpecProblem } from "../authoring.ts";
import { LONGEST, shorten } from "./core.ts";
import { type Entry, type Gap, gapsOf, hasOpenGap } from "./gaps.ts";
import { fold, type Leniency } from "./spelling.ts";

const strictness = z.enum(["ignore", "exact"]).default("ignore");

export const schema = z
  .object({
    case: strictness,
    accents: strictness,
    spaces: z.enum(["collapse", "ignore", "exact"]).default("collapse"),
    spelling: z
      .string()
      .trim()
      .pipe(z.enum(["0", "1", "2", "3"]))
      .default("0"),
  })
  .transform((keys): Leniency => {
    const spaces = { collapse: "one", ignore: "none", exact: "exact" } as const;
    return {
      caseMatters: keys.case === "exact",
      accentsMatter: keys.accents === "exact",
      spaces: spaces[keys.spaces],
      spelling: Number(keys.spelling),
    };
  });

/** What a screen and a report can still show. */
const MOST_GAPS = 20;
const MOST_OPTIONS = 60;
/** An answer needs so many letters for each that may be wrong, or other words come too near. */
const LETTERS_A_MISTAKE = 4;

const problem = (code: string, message: string, help: string): SpecProblem => {
  return { code, severity: "error", path: ["stem"], message, help };
};

/** Everything that is wrong with the gaps of a stem. */
export function gapProblems(leniency: Leniency, stem: string): readonly SpecProblem[] {
  const gaps = gapsOf(stem);
  const several: SpecProblem[] = [];
  if (hasOpenGap(stem)) {
    several.push(problem("open-gap", "A gap begins with `[[` and never ends.", "Close it with `]]`, or write `\\[[`."));
  } else if (gaps.length === 0) {
    several.push(problem("no-gap", "The stem has no gap.", "Write the missing word as `[[word]]`."));
  }
  if (gaps.length > MOST_GAPS) {
    const message = `The stem has ${gaps.length} gaps; at most ${MOST_GAPS} fit.`;
    several.push(problem("too-many-gaps", message, "Make two questions of it."));
  }
  return [
    ...several,
    ...gaps.flatMap((gap, index) =>
      gap.chosen ? listProblems(gap, index + 1) : typedProblems(gap, index + 1, leniency),
    ),
  ];
}

function listProblems({ entries }: Gap, number: number): readonly SpecProblem[] {
  const texts = entries.map(({ text }) => text);
  const twin = texts.find((text, at) => texts.indexOf(text) < at);
  return [
    ...emptyEntry(entries, number),
    ...(twin === undefined
      ? []
      : [problem("duplicate-option", `Gap ${number} offers “${twin}” twice.`, "Change one of them or remove it.")]),
    ...(entries.every(({ sign }) => sign === "=")
      ? [problem("no-wrong-option", `Gap ${number} offers only right options.`, "Add wrong ones, without `=`.")]
      : []),
    ...entries
      .filter(({ sign }) => sign === "!")
      .map(({ text }) => {
        const help = "Remove the `!`: what has no `=` is wrong anyway.";
        return problem("refused-option", `Gap ${number} refuses the option “${text}”.`, help);
      }),
    ...(entries.length > MOST_OPTIONS
      ? [
          problem(
            "too-many-options",
            `Gap ${number} offers ${entries.length} options.`,
            `Offer at most ${MOST_OPTIONS}.`,
          ),
        ]
      : []),
  ];
}

function typedProblems({ entries }: Gap, number: number, leniency: Leniency): readonly SpecProblem[] {
  const accepted = entries.filter(({ sign }) => sign === "").map(({ text }) => text);
  const folded = accepted.map((text) => fold(text, leniency));
  const twin = accepted.find((_, at) => folded.indexOf(folded[at] ?? "") < at);
  const long = accepted.find((text) => shorten(text) !== text);
  const short = accepted.find((text) => Array.from(text).length < LETTERS_A_MISTAKE * leniency.spelling);
  const refused = entries.find(({ sign, text }) => sign === "!" && folded.includes(fold(text, leniency)));
  return [
    ...emptyEntry(entries, number),
    ...(accepted.length > 0
      ? []
      : [problem("gap-without-answer", `Gap ${number} accepts nothing.`, "Write at least one word without `!`.")]),
    ...(twin === undefined
      ? []
      : [
          {
            ...problem(
              "duplicate-spelling",
              `Gap ${number} accepts “${twin}” anyway, because another spelling counts the same.`,
              "Remove it.",
            ),
            severity: "warning" as const,
          },
        ]),
    ...(long === undefined
      ? []
      : [
          problem(
            "answer-too-long",
            `Gap ${number} accepts “${long}”, which is longer than the ${LONGEST} bytes that are kept of an answer.`,
            "Ask for a shorter part of it, or offer a list: `[[=right | wrong]]`.",
          ),
        ]),
    ...(short === undefined || short === ""
      ? []
      : [
          problem(
            "spelling-too-loose",
            `Gap ${number} accepts “${short}” with ${leniency.spelling} wrong letters, so that other words count too.`,
            `Set \`spelling\` to ${Math.floor(Array.from(short).length / LETTERS_A_MISTAKE)} or less.`,
          ),
        ]),
    ...(refused === undefined
      ? []
      : [
          problem(
            "refused-spelling",
            `Gap ${number} both accepts and refuses “${refused.text}”.`,
            `Remove \`!${refused.text}\`, or the spelling that counts the same.`,
          ),
        ]),
  ];
}

function emptyEntry(entries: readonly Entry[], number: number): readonly SpecProblem[] {
  if (entries.every(({ text }) => text !== "")) return [];
  return [
    problem("empty-gap", `Gap ${number} has an empty entry.`, "Write a word between the bars, or remove one bar."),
  ];
}
