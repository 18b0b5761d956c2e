/**
 * The learner's state in the hand of one page: opened from what the LMS and the journal hold, changed by pure functions,
 * journaled at once and delivered after the paint.
 */
import type { Standard } from "../questions/contract.ts";
import { decodeState, encodeState } from "../tracking/codec.ts";
import { isUntouched, newLearner, nextSequence, reconcile } from "../tracking/learning.ts";
import type { Plan, QuestionPool, QuizPlan } from "../tracking/plan.ts";
import type { Hundredths } from "../tracking/policy.ts";
import { writeReceipt } from "../tracking/receipt.ts";
import { factsOf, packageScore, passMarks } from "../tracking/standing.ts";
import type { LearnerState } from "../tracking/state.ts";
import { situationOf } from "../tracking/status.ts";
import type { Notice, SaveState } from "./app.ts";
import type { Platform } from "./platform.ts";
import { interactionsOf, locationOf, objectivesOf, type Touch, withoutGap } from "./report.ts";
import { type Claim, takeClaim } from "./session/claim.ts";
import type { Delivery } from "./session/delivery.ts";
import { createDelivery } from "./session/delivery.ts";
import { createJournal, type Journal, replayDecision } from "./session/journal.ts";
import type { PageFrame } from "./session/lifecycle.ts";
import type { Launch, Opened, Session, Snapshot } from "./session/session.ts";

export interface RecordParts {
  readonly plan: Plan;
  /** Absent where nothing is recorded. */
  readonly standard: Standard | undefined;
  readonly session: Session;
  readonly platform: Platform;
  poolOf(quiz: number): QuestionPool | undefined;
  onSave(save: SaveState): void;
}

export interface LearnerRecord {
  readonly notices: readonly Notice[];
  readonly readOnly: boolean;
  /** The LMS's learner id; "" without one. */
  readonly learner: string;
  /** The pass mark that applies to a quiz. */
  passOf(quiz: QuizPlan): Hundredths;
  /** True when what is published reaches every pass mark. */
  passed(): boolean;
  state(): LearnerState;
  save(): SaveState;
  /** Changes the state, journals it at once and asks for a save. */
  change(next: (state: LearnerState) => LearnerState, urgency: "now" | "soon"): void;
  /** Remembers that a question was answered or submitted now, so that its interaction is sent. */
  touch(ordinal: number, latency?: number): void;
  /** True while work kept on this device waits for the learner's word, because the LMS holds none. */
  keptWork(): boolean;
  /** Takes the kept work, or forgets it. */
  useKeptWork(yes: boolean): void;
  /** What the learner can hand to the instructor while the LMS refuses to save. */
  receipt(): string | undefined;
  leave(): void;
  attach(page: PageFrame): void;
}

interface Opening {
  readonly state: LearnerState;
  readonly notices: readonly Notice[];
  /** What the LMS proved to hold. */
  readonly stored: LearnerState | undefined;
}

/** Opens the session and the learner's record. Never rejects: without an LMS the record lives on the page alone. */
export async function openRecord(parts: RecordParts): Promise<LearnerRecord> {
  const { plan, platform, session } = parts;
  let save: SaveState = { kind: "off" };
  let journal: Journal | undefined;
  let claim: Claim | undefined;
  let bases: readonly number[] = [];
  let written = 0;
  /** Records of questions that the LMS has. */
  let held = 0;
  const delivery: Delivery = createDelivery(session, platform, {
    mayWrite: () => claim?.holds() ?? true,
    onState(next) {
      save = next;
      parts.onSave(next);
    },
    onSaved({ interactions }, how) {
      // A blind yes clears nothing: the LMS may hold this state or still the one before.
      if (how === "blind") bases = [...new Set([...bases, written])];
      else {
        bases = [written];
        held = Math.max(held, ...interactions.map(({ index }) => index + 1));
        journal?.confirm({ nonce: state.nonce, sequence: written });
      }
    },
  });

  const opened = await delivery.open();
  const launch = opened.kind === "open" ? opened.launch : undefined;
  const readOnly = launch !== undefined && launch.mode !== "normal";
  const opening = readState(opened, plan, platform);
  let { state } = opening;
  bases = [opening.stored?.sequence ?? 0];
  held = opening.stored?.interactions.length ?? 0;
  if (launch && !readOnly) {
    claim = takeClaim(platform, launch.learner, plan.identifier);
    journal = createJournal(platform, launch.learner, plan.identifier);
  }

  const kept = journal?.read();
  const stored = opening.stored && { ...opening.stored, untouched: isUntouched(opening.stored) };
  const decision = replayDecision(kept, stored, launch?.learner ?? "");
  const keptState = kept && decodeState(kept.state, plan.identifier);
  let offer = decision === "ask" && keptState?.kind === "state" ? keptState.state : undefined;
  if (decision === "discard") journal?.clear();

  const touched = new Map<number, Touch>();
  const snapshotOf = (): Snapshot => {
    written = state.sequence;
    return {
      ...standingOf(plan, state, launch, opening),
      location: locationOf(state.bookmark),
      state: encodeState(state, plan.identifier),
      interactions: parts.standard
        ? withoutGap(interactionsOf(parts.standard, plan, state, parts.poolOf, touched), held)
        : [],
      objectives: objectivesOf(plan, state, parts.poolOf),
      seconds: platform.clock.seconds(),
    };
  };
  const keep = (urgency: "now" | "soon"): void => {
    state = nextSequence(state);
    // While the learner has not said what becomes of the kept work, it must not be overwritten.
    if (!offer && claim?.holds()) {
      const { nonce, sequence } = state;
      journal?.write({ nonce, bases, sequence, state: encodeState(state, plan.identifier) });
    }
    delivery.save(snapshotOf, urgency);
  };
  const replay = (from: LearnerState): void => {
    state = reconcile(from, plan);
    const answered = state.quizzes.flatMap(({ attempt }) => attempt?.items.filter(({ response }) => response) ?? []);
    // With what the LMS has no record of yet, because it takes no gaps.
    for (const ordinal of [...answered.map((item) => item.ordinal), ...state.interactions.slice(held)]) {
      touched.set(ordinal, { time: platform.now() });
    }
  };
  if (decision === "use" && keptState?.kind === "state") replay(keptState.state);
  // From the first moment the LMS holds a status and `exit = suspend`: Moodle turns a missing status into `completed`.
  // Where nothing is recorded this writes nothing, and lets the session be ended when the page closes.
  if (launch) keep("now");

  return {
    notices: opening.notices,
    readOnly,
    learner: launch?.learner ?? "",
    passOf: passMarks(plan, launch?.pass).of,
    passed: () => factsOf(plan, state, launch?.pass).passed,
    state: () => state,
    save: () => save,
    change(next, urgency) {
      const changed = next(state);
      if (changed === state) return;
      state = changed;
      keep(urgency);
    },
    touch: (ordinal, latency) =>
      void touched.set(ordinal, { time: platform.now(), ...(latency === undefined ? {} : { latency }) }),
    keptWork: () => offer !== undefined,
    useKeptWork(yes) {
      const from = offer;
      offer = undefined;
      if (yes && from) replay(from);
      keep("now");
    },
    receipt: () => (launch && save.kind === "failed" ? receiptOf(plan, state, launch, platform.now()) : undefined),
    leave: () => void delivery.leave(snapshotOf),
    attach: (page) => delivery.attach(page),
  };
}

/** The state to begin with, and what the learner must be told. */
function readState(opened: Opened, plan: Plan, platform: Platform): Opening {
  const fresh = newLearner(platform.random32());
  if (opened.kind !== "open") return { state: fresh, notices: [opened.kind], stored: undefined };
  const { launch } = opened;
  const mode: readonly Notice[] = launch.mode === "normal" ? [] : [launch.mode];
  const decoded = decodeState(launch.state, plan.identifier);
  if (decoded.kind === "state") {
    return { state: reconcile(decoded.state, plan), notices: mode, stored: decoded.state };
  }
  if (decoded.kind !== "empty") return { state: fresh, notices: [...mode, "damaged"], stored: undefined };
  const cleared = launch.visited || launch.entry !== "ab-initio";
  return { state: fresh, notices: cleared ? [...mode, "cleared"] : mode, stored: undefined };
}

function receiptOf(plan: Plan, state: LearnerState, launch: Launch, now: Date): string {
  const score = packageScore(plan, state);
  const attempts = state.quizzes.reduce((sum, { scores }) => sum + (scores?.count ?? 0), 0);
  const situation = situationOf(factsOf(plan, state, launch.pass));
  const receipt = { situation, attempts, day: now.getTime(), ...(score === undefined ? {} : { score }) };
  return writeReceipt(receipt, { identifier: plan.identifier, learner: launch.learner });
}

/** Status and score; a finished status of work that can no longer be read stands until a graded answer is submitted. */
function standingOf(plan: Plan, state: LearnerState, launch: Launch | undefined, opening: Opening) {
  const situation = situationOf(factsOf(plan, state, launch?.pass));
  const score = packageScore(plan, state);
  const lost = opening.stored === undefined && launch?.finished === true && situation === "open";
  return {
    report: plan.grading.report,
    ...(lost ? {} : { situation }),
    ...(score === undefined ? {} : { score }),
  };
}
