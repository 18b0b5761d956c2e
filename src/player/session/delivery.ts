/**
 * Brings the learner's work to the LMS: after the paint, coalesced, again after a failure, and when the page is hidden.
 * Nothing durable depends on the page closing.
 */
import type { SaveState } from "../app.ts";
import type { Cancel, Platform } from "../platform.ts";
import { attachLifecycle, type PageFrame } from "./lifecycle.ts";
import type { Opened, Saved, Session, Snapshot } from "./session.ts";

/** Page turns wait this long for company, in milliseconds. */
const DEBOUNCE = 2000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 60_000;

export interface DeliveryEvents {
  /** Asked before every write; false for good once another page writes instead. */
  mayWrite?(): boolean;
  /** Called when the state changes; a failed save stays `failed` until one succeeds. */
  onState(state: SaveState): void;
  /**
   * The LMS said that it took this snapshot. `blind` while the page is being hidden or closed: Moodle then sends a beacon
   * and says yes without an answer from its server, so that only the next launch can tell.
   */
  onSaved?(snapshot: Snapshot, how: "answered" | "blind"): void;
}

export interface Delivery {
  open(): Promise<Opened>;
  /**
   * Asks for a save; `now` runs after the next paint, `soon` may wait two seconds. The function is called at the time of
   * the write, so it gives the newest. The last one given also serves when the page is hidden: call this once after
   * opening, because an LMS may otherwise turn a status that was never written into `completed`.
   */
  save(snapshotOf: () => Snapshot, urgency: "now" | "soon"): void;
  /** Saves and ends the session. While the LMS refuses, the session stays open and is ended by the first save it takes. */
  leave(snapshotOf: () => Snapshot): Promise<Saved>;
  /** Listens to the page being hidden, shown, closed and brought back. */
  attach(page: PageFrame): void;
}

/** What the delivery knows from one event to the next. */
interface Work {
  /** True from the LMS opening for writing until the session ends. */
  recording: boolean;
  leaving: boolean;
  /** The checkpoint that is on its way. */
  underway: Promise<Saved> | undefined;
  /** A write is owed. */
  pending: boolean;
  failures: number;
  snapshotOf: (() => Snapshot) | undefined;
  cancel: Cancel | undefined;
  /** How the session ended. */
  ended: Saved | undefined;
}

const NOTHING_TO_SAVE: Saved = { ok: true };

/** A delivery over a session that nobody else writes to. */
export function createDelivery(session: Session, platform: Platform, events: DeliveryEvents): Delivery {
  const work: Work = {
    recording: false,
    leaving: false,
    underway: undefined,
    pending: false,
    failures: 0,
    snapshotOf: undefined,
    cancel: undefined,
    ended: undefined,
  };

  /** At most one timer or paint is waited for. */
  const schedule = (wait: ((run: () => void) => Cancel) | undefined): void => {
    work.cancel?.();
    work.cancel = wait?.(() => {
      work.cancel = undefined;
      void checkpoint();
    });
  };

  /** True while this page may write; else it stands down, and leaves the session to the page that took over. */
  const mayWrite = (): boolean => {
    if (!work.recording) return false;
    if (events.mayWrite?.() !== false) return true;
    schedule(undefined);
    work.recording = false;
    work.ended = NOTHING_TO_SAVE;
    events.onState({ kind: "elsewhere" });
    return false;
  };

  /** What follows from the end of a write. */
  const settle = (snapshot: Snapshot, saved: Saved, how: "answered" | "blind"): Saved => {
    if (saved.ok) {
      work.failures = 0;
      events.onSaved?.(snapshot, how);
      events.onState({ kind: "saved", at: platform.now() });
      if (work.pending && work.recording) schedule(platform.afterPaint);
      return saved;
    }
    work.pending = true;
    const wait = Math.min(FIRST_RETRY * 2 ** work.failures, LONGEST_RETRY);
    work.failures += 1;
    events.onState({ kind: "failed", code: saved.code, text: saved.text });
    if (work.recording) schedule((run) => platform.after(wait, run));
    return saved;
  };

  const end = (how: "suspend" | "hide"): Saved => {
    mayWrite();
    if (work.ended !== undefined) return work.ended;
    if (work.snapshotOf === undefined) return NOTHING_TO_SAVE;
    schedule(undefined);
    const { recording } = work;
    work.recording = false;
    work.pending = false;
    const snapshot = work.snapshotOf();
    work.ended = session.finish(snapshot, how);
    return recording ? settle(snapshot, work.ended, "blind") : work.ended;
  };

  const checkpoint = async (): Promise<Saved> => {
    if (!mayWrite() || work.underway !== undefined || work.snapshotOf === undefined) return NOTHING_TO_SAVE;
    schedule(undefined);
    work.pending = false;
    const snapshot = work.snapshotOf();
    work.underway = session.checkpoint(snapshot);
    const saved = await work.underway;
    work.underway = undefined;
    settle(snapshot, saved, "answered");
    return saved.ok && work.leaving ? end("suspend") : saved;
  };

  const flush = (): void => {
    if (!mayWrite() || work.snapshotOf === undefined) return;
    schedule(undefined);
    work.pending = false;
    const snapshot = work.snapshotOf();
    settle(snapshot, session.flushOnHide(snapshot), "blind");
  };

  return {
    async open() {
      const opened = await session.open();
      work.recording = opened.kind === "open" && opened.launch.mode === "normal";
      return opened;
    },
    save(snapshotOf, urgency) {
      work.snapshotOf = snapshotOf;
      if (!mayWrite()) return;
      work.pending = true;
      // A failed save stays visible until one succeeds; what is on its way takes the newest snapshot along at its end.
      if (work.failures === 0) events.onState({ kind: "saving" });
      if (work.underway !== undefined) return;
      if (urgency === "now") schedule(platform.afterPaint);
      else if (work.cancel === undefined) schedule((run) => platform.after(DEBOUNCE, run));
    },
    async leave(snapshotOf) {
      work.snapshotOf = snapshotOf;
      work.leaving = true;
      await work.underway;
      if (!work.recording) return end("suspend");
      work.pending = true;
      return checkpoint();
    },
    attach(page) {
      attachLifecycle(page, platform.clock, {
        hide: flush,
        close: () => void end("hide"),
        show: () => {
          if (mayWrite() && (work.pending || work.leaving)) void checkpoint();
        },
      });
    },
  };
}
