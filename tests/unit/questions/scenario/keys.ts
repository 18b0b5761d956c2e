import fc from "fast-check";
import type { Decisions, KeyScene, ScenarioKey } from "../../../../src/questions/scenario/core.ts";

const ordinalOf = (letter: string): number => letter.charCodeAt(0);

/** "0 A1 b1|1": scene 0 with a right choice A and a wrong one b, which both lead to scene 1, an ending. */
export function keyOf(written: string): ScenarioKey {
  const scenes = written.split("|").map((scene): KeyScene => {
    const [, ...choices] = scene.split(" ");
    return {
      choices: choices.map(([letter = "", ...to]) => {
        const right = letter === letter.toUpperCase();
        return { o: ordinalOf(letter), right, text: `Choice ${letter}`, to: Number(to.join("")) };
      }),
    };
  });
  return { scenes };
}

export function given(written: string): Decisions | undefined {
  return written === "" ? undefined : [...written].map(ordinalOf);
}

/** Of `count` choices with ordinals from the list, some are right; each leads to one of the scenes behind. */
function scene(ordinals: readonly number[], behind: readonly number[]): fc.Arbitrary<KeyScene> {
  if (behind.length === 0) return fc.constant({ choices: [] });
  const choices = ordinals.map((o, at) =>
    fc.record({
      o: fc.constant(o),
      right: at === 0 ? fc.constant(true) : fc.boolean(),
      text: fc.string({ unit: "binary", maxLength: 300 }),
      to: fc.constantFrom(...behind),
    }),
  );
  return fc.record({ choices: fc.tuple(...choices) });
}

/** Scenarios of 2 to 36 scenes that lead on only, with arbitrary ordinals and texts. */
export const keys: fc.Arbitrary<ScenarioKey> = fc
  .record({
    count: fc.integer({ min: 2, max: 36 }),
    choices: fc.integer({ min: 2, max: 5 }),
    first: fc.integer({ min: 1, max: 60 }),
  })
  .chain(({ count, choices, first }) => {
    const numbers = Array.from({ length: count }, (_, index) => index);
    const scenes = numbers.map((index) =>
      scene(
        Array.from({ length: choices }, (_, at) => first + index * choices + at),
        numbers.slice(index + 1, index + 1 + choices),
      ),
    );
    return fc.record({ scenes: fc.tuple(...scenes) });
  });

/** A scenario and a way that a learner may have gone, to an ending or not. */
export const answered = fc
  .record({ key: keys, turns: fc.array(fc.nat(4), { minLength: 1, maxLength: 40 }) })
  .map(({ key, turns }) => {
    const decisions: number[] = [];
    let at = 0;
    for (const turn of turns) {
      const { choices = [] } = key.scenes[at] ?? {};
      const choice = choices[turn % Math.max(1, choices.length)];
      if (!choice) break;
      decisions.push(choice.o);
      at = choice.to;
    }
    return { key, decisions };
  });
