import type { Sequence, SequenceKey } from "../sequence/core.ts";
import { bindSequence } from "../sequence/view.ts";
import { shuffled } from "../shuffle.ts";
import type { ViewType } from "../view.ts";

export const ordering: ViewType<SequenceKey, Sequence> = {
  bind: (root, key, context) => bindSequence(root, key, context, startOrder(key, context.seed)),
};

/** Never the right order: whoever touches nothing has not answered. */
function startOrder({ right }: SequenceKey, seed: number): Sequence {
  const mixed = shuffled(right, seed, (ordinal) => ordinal);
  const isRight = mixed.every((ordinal, at) => ordinal === right[at]);
  return isRight ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
