/**
 * The life of one session, the same for both standards: closed → opening → open → finishing → ended. A second Initialize
 * is never sent, Finish at most once, and nothing is set after it.
 */
import { type Api, type CallNames, guardApi } from "./api.ts";
import type { Launch, Opened, Saved, Session, Snapshot } from "./session.ts";
import { createWriter, type Write, type Writer } from "./write.ts";

/** What differs between the standards. All of it is pure. */
export interface Dialect {
  readonly calls: CallNames;
  /** The error code of Initialize that says that a session is already open, when the standard has one. */
  readonly alreadyOpen?: string;
  /** Ends the session so that its data is kept for the next launch. */
  readonly exit: Write;
  /** Sent only by the learner's own Save and exit. */
  readonly leave: readonly Write[];
  readLaunch(get: Api["get"]): Launch;
  /** The values of a snapshot after `exit`, in the order in which they are sent. */
  writes(snapshot: Snapshot, objectiveIndex: (id: string) => number): readonly Write[];
}

interface Live {
  readonly api: Api;
  readonly writer: Writer;
  readonly readOnly: boolean;
  readonly objectiveIndex: (id: string) => number;
}

type Stage =
  | { readonly at: "closed" | "opening" | "finishing" }
  | { readonly at: "open"; readonly live: Live }
  | { readonly at: "ended"; readonly result: Saved };

/** A count that is not to be believed must not hold the page up; SCORM 2004 guarantees 100 (RTE 4.2.17). */
const MOST_OBJECTIVES = 500;
const DONE: Saved = { ok: true };

/** Objectives that the LMS already holds keep their index; new ones follow. */
function objectiveIndices(get: Api["get"]): (id: string) => number {
  const count = Math.min(Number(get("cmi.objectives._count")) || 0, MOST_OBJECTIVES);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(get(`cmi.objectives.${index}.id`));
  return (id) => {
    const known = ids.indexOf(id);
    return known >= 0 ? known : ids.push(id) - 1;
  };
}

/** A session over an API that `find` brings, or does not. */
export function createSession(dialect: Dialect, find: () => Promise<object | undefined>): Session {
  let stage: Stage = { at: "closed" };
  let opened: Promise<Opened> | undefined;

  const begin = async (): Promise<Opened> => {
    stage = { at: "opening" };
    const found = await find();
    if (found === undefined) {
      stage = { at: "ended", result: DONE };
      return { kind: "alone" };
    }
    const api = guardApi(found, dialect.calls);
    const answer = api.initialize();
    if (!answer.ok && answer.code !== dialect.alreadyOpen) {
      stage = { at: "ended", result: answer };
      return { kind: "refused", code: answer.code, text: answer.text };
    }
    const launch = dialect.readLaunch(api.get);
    const readOnly = launch.mode !== "normal";
    const live = { api, writer: createWriter(api), readOnly, objectiveIndex: objectiveIndices(api.get) };
    // Should the connection break before the first write, the LMS must still keep the attempt open.
    if (!readOnly) live.writer.set(dialect.exit);
    stage = { at: "open", live };
    return { kind: "open", launch };
  };

  const write = (snapshot: Snapshot): Saved => {
    if (stage.at === "ended") return stage.result;
    if (stage.at !== "open") return { ok: false, code: "0", text: "" };
    const { writer, readOnly, objectiveIndex } = stage.live;
    return readOnly ? DONE : writer.send([dialect.exit, ...dialect.writes(snapshot, objectiveIndex)]);
  };

  const finish = (snapshot: Snapshot, how: "suspend" | "hide"): Saved => {
    if (stage.at !== "open") return write(snapshot);
    const { api, writer, readOnly } = stage.live;
    const written = write(snapshot);
    // Before the call: an LMS may navigate away inside it, which hides the page and comes here again.
    stage = { at: "finishing" };
    if (how === "suspend" && !readOnly) for (const value of dialect.leave) writer.set(value);
    api.finish();
    stage = { at: "ended", result: written };
    return written;
  };

  return {
    open() {
      opened ??= begin();
      return opened;
    },
    checkpoint: async (snapshot) => write(snapshot),
    flushOnHide: write,
    finish,
  };
}
