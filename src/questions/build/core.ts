import type { CoreType } from "../contract.ts";
import { encodeSequence, markSequence, type Sequence, type SequenceKey, sequenceState } from "../sequence/core.ts";

/** A term put together from parts, some of which may belong nowhere. */
export const build: CoreType<SequenceKey, Sequence> = { mark: markSequence, ...sequenceState, encode: encodeSequence };
