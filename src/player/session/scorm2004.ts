/** SCORM 2004, 3rd and 4th Edition (RTE 4.2), behind `Session`. */
import { status2004 } from "../../tracking/status.ts";
import type { Platform } from "../platform.ts";
import { findApi } from "./discover.ts";
import { entryOf, modeOf, passOf } from "./launch.ts";
import { createSession, type Dialect } from "./machine.ts";
import type { Interaction, Launch, Objective, Session, Snapshot } from "./session.ts";
import { decimal, identifier, isMoreThanZero, resultText, singleLine, timespan2004, timestamp2004 } from "./values.ts";
import { present, type Write } from "./write.ts";

/** RTE 4.2.9 guarantees 250 characters; Moodle takes 251 and no line break. */
const LONGEST_DESCRIPTION = 250;

function readLaunch(get: (element: string) => string): Launch {
  const completion = get("cmi.completion_status");
  const success = get("cmi.success_status");
  return {
    mode: modeOf(get("cmi.mode")),
    learner: get("cmi.learner_id"),
    state: get("cmi.suspend_data"),
    entry: entryOf(get("cmi.entry")),
    visited:
      completion === "completed" ||
      completion === "incomplete" ||
      success === "passed" ||
      success === "failed" ||
      get("cmi.score.raw") !== "" ||
      get("cmi.score.scaled") !== "" ||
      isMoreThanZero(get("cmi.total_time")),
    finished: completion === "completed" || success === "passed" || success === "failed",
    ...passOf(get("cmi.scaled_passing_score"), 1),
  };
}

function interactionWrites(interaction: Interaction): readonly Write[] {
  const record = `cmi.interactions.${interaction.index}`;
  const id = `${record}.id`;
  const type = `${record}.type`;
  const description = singleLine(interaction.description, LONGEST_DESCRIPTION);
  const latency = interaction.latency === undefined ? undefined : timespan2004(interaction.latency);
  return [
    { element: id, value: interaction.id },
    // RTE 4.2.9: response and pattern are judged by the type, which must therefore be known first.
    { element: type, value: interaction.type, needs: id },
    ...interaction.objectives.map((objective, at) => ({
      element: `${record}.objectives.${at}.id`,
      value: identifier(objective),
      needs: id,
    })),
    { element: `${record}.timestamp`, value: timestamp2004(interaction.time), needs: id },
    { element: `${record}.weighting`, value: decimal(interaction.weighting), needs: id },
    ...present(`${record}.correct_responses.0.pattern`, interaction.pattern, type),
    ...present(`${record}.learner_response`, interaction.response, type),
    ...present(`${record}.result`, resultText(interaction, "incorrect"), id),
    ...present(`${record}.latency`, latency, id),
    ...present(`${record}.description`, description === "" ? undefined : description, id),
  ];
}

/** A competency that is not yet decided is incomplete; a decided one is completed whatever its success. */
function objectiveWrites(objective: Objective, index: number): readonly Write[] {
  const record = `cmi.objectives.${index}`;
  const id = `${record}.id`;
  const open = objective.status === "incomplete";
  return [
    { element: id, value: identifier(objective.id) },
    { element: `${record}.score.scaled`, value: decimal(objective.score / 10_000, 4), needs: id },
    { element: `${record}.score.raw`, value: decimal(objective.score / 100), needs: id },
    { element: `${record}.score.min`, value: "0", needs: id },
    { element: `${record}.score.max`, value: "100", needs: id },
    { element: `${record}.success_status`, value: open ? "unknown" : objective.status, needs: id },
    { element: `${record}.completion_status`, value: open ? "incomplete" : "completed", needs: id },
  ];
}

function scoreWrites(score: number | undefined): readonly Write[] {
  if (score === undefined) return [];
  return [
    // Moodle's gradebook reads `raw` as an absolute number; the standard's rollup reads `scaled`.
    { element: "cmi.score.raw", value: decimal(score / 100), vital: true },
    { element: "cmi.score.min", value: "0" },
    { element: "cmi.score.max", value: "100" },
    { element: "cmi.score.scaled", value: decimal(score / 10_000, 4), vital: true },
  ];
}

function statusWrites({ situation, report }: Snapshot): readonly Write[] {
  if (situation === undefined) return [];
  const { completion, success } = status2004(situation, report);
  return [
    { element: "cmi.completion_status", value: completion, vital: true },
    { element: "cmi.success_status", value: success, vital: true },
  ];
}

function writes(snapshot: Snapshot, objectiveIndex: (id: string) => number): readonly Write[] {
  return [
    ...snapshot.interactions.flatMap(interactionWrites),
    ...snapshot.objectives.flatMap((objective) => objectiveWrites(objective, objectiveIndex(identifier(objective.id)))),
    ...scoreWrites(snapshot.score),
    ...statusWrites(snapshot),
    { element: "cmi.location", value: snapshot.location },
    { element: "cmi.suspend_data", value: snapshot.state, vital: true },
    { element: "cmi.session_time", value: timespan2004(Math.floor(snapshot.seconds)) },
  ];
}

const SCORM2004: Dialect = {
  calls: {
    initialize: "Initialize",
    finish: "Terminate",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    errorCode: "GetLastError",
    errorText: "GetErrorString",
  },
  alreadyOpen: "103",
  exit: { element: "cmi.exit", value: "suspend" },
  // Not `exitAll`, which would start a new attempt at the next launch.
  leave: [{ element: "adl.nav.request", value: "suspendAll" }],
  readLaunch,
  writes,
};

/** A session with the SCORM 2004 LMS around a page. */
export function scorm2004Session(page: object, platform: Pick<Platform, "after">): Session {
  return createSession(SCORM2004, () => findApi(page, "API_1484_11", platform));
}
