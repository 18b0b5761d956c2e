import type { Sequence, SequenceKey } from "../sequence/core.ts";
import { bindSequence } from "../sequence/view.ts";
import type { ViewType } from "../view.ts";

export const build: ViewType<SequenceKey, Sequence> = {
  bind: (root, key, context) => bindSequence(root, key, context, []),
};
