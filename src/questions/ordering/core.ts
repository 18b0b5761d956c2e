import type { CoreType } from "../contract.ts";
import { encodeSequence, markSequence, type Sequence, type SequenceKey, sequenceState } from "../sequence/core.ts";

/** All items, in the right order. */
export const ordering: CoreType<SequenceKey, Sequence> = {
  mark: markSequence,
  ...sequenceState,
  /** An item that came to the question after the answer stands at its end, where the page shows it too. */
  read(bits, key) {
    const stored = sequenceState.read(bits, key);
    const added = key.parts.map(({ o }) => o).filter((ordinal) => !stored?.includes(ordinal));
    return stored && [...stored, ...added.sort((a, b) => a - b)];
  },
  encode: encodeSequence,
};
