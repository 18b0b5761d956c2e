/** Marking, state and reporting of scenarios. No way leads back (the build makes sure), so every way ends. */
import { numberBits } from "../bits.ts";
import type { KeyChoice } from "../choice/core.ts";
import type { CoreType } from "../contract.ts";
import { markParts } from "../marking.ts";
import { encodeSequence, ordinalWidth, type SequenceKey, sequenceState } from "../sequence/core.ts";

/** A choice and the scene that it leads to. Ordinals are those of the whole scenario. */
export interface Way extends KeyChoice {
  /** An index of {@link ScenarioKey.scenes}. */
  readonly to: number;
}

export interface KeyScene {
  /** Empty in an ending. */
  readonly choices: readonly Way[];
}

export interface ScenarioKey {
  /** The first one starts. */
  readonly scenes: readonly KeyScene[];
}

/** The ordinals of the choices taken, in their order. */
export type Decisions = readonly number[];

/** Where decisions lead. */
export interface Walk {
  readonly steps: readonly { readonly scene: number; readonly choice: Way }[];
  /** The scene that is reached. */
  readonly at: number;
}

/** Follows decisions as far as the scenario has them. */
export function walk({ scenes }: ScenarioKey, decisions: Decisions = []): Walk {
  const steps: Walk["steps"][number][] = [];
  let at = 0;
  for (const ordinal of decisions) {
    const choice = scenes[at]?.choices.find(({ o }) => o === ordinal);
    if (!choice) break;
    steps.push({ scene: at, choice });
    at = choice.to;
  }
  return { steps, at };
}

/** How many decisions the longest way on from a scene takes. */
function longestFrom({ scenes }: ScenarioKey, start: number): number {
  const known = new Map<number, number>();
  const longest = (at: number): number => {
    const length = known.get(at) ?? Math.max(0, ...(scenes[at]?.choices ?? []).map(({ to }) => 1 + longest(to)));
    known.set(at, length);
    return length;
  };
  return longest(start);
}

/** The right way: the learner's own as far as it is right, and on from there by the first right choice of each scene. */
function rightWay(key: ScenarioKey, decisions: Decisions | undefined): Decisions {
  const { steps } = walk(key, decisions);
  const wrong = steps.findIndex(({ choice }) => !choice.right);
  const way = (wrong < 0 ? steps : steps.slice(0, wrong)).map(({ choice }) => choice.o);
  for (;;) {
    const next = key.scenes[walk(key, way).at]?.choices.find(({ right }) => right);
    if (!next) return way;
    way.push(next.o);
  }
}

/** All choices as the parts of a sequence. */
const asSequence = ({ scenes }: ScenarioKey, right: Decisions = []): SequenceKey => {
  return { parts: scenes.flatMap(({ choices }) => choices), right };
};

/** A way through scenes, decision by decision. */
export const scenario: CoreType<ScenarioKey, Decisions> = {
  // Decisions that an unfinished way still lacks are open parts, as many as the longest way on has.
  mark(key, decisions, rule) {
    const { steps, at } = walk(key, decisions);
    const right = steps.filter(({ choice }) => choice.right).length;
    return markParts({ right, wrong: steps.length - right, all: steps.length + longestFrom(key, at) }, rule);
  },
  isFinished: (key, decisions) => key.scenes[walk(key, decisions).at]?.choices.length === 0,
  maxBits(key) {
    const width = ordinalWidth(asSequence(key));
    return numberBits(width) + width * longestFrom(key, 0);
  },
  write: (out, key, decisions) => sequenceState.write(out, asSequence(key), decisions),
  read(bits, key) {
    // Decisions of scenes that are gone are left out; a way that the scenario no longer has is cut where it parts.
    const { steps } = walk(key, sequenceState.read(bits, asSequence(key)));
    return steps.length > 0 ? steps.map(({ choice }) => choice.o) : undefined;
  },
  encode: (standard, key, decisions) => encodeSequence(standard, asSequence(key, rightWay(key, decisions)), decisions),
};
