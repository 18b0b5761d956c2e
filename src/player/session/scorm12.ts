/** SCORM 1.2 (RTE 3.4) behind `Session`. */
import { lessonStatus } from "../../tracking/status.ts";
import type { Platform } from "../platform.ts";
import { findApi } from "./discover.ts";
import { entryOf, modeOf, passOf } from "./launch.ts";
import { createSession, type Dialect } from "./machine.ts";
import type { Interaction, Launch, Objective, Session, Snapshot } from "./session.ts";
import { clock12, decimal, identifier, isMoreThanZero, resultText, timespan12 } from "./values.ts";
import { present, type Write } from "./write.ts";

function readLaunch(get: (element: string) => string): Launch {
  const status = get("cmi.core.lesson_status");
  return {
    mode: modeOf(get("cmi.core.lesson_mode")),
    learner: get("cmi.core.student_id"),
    state: get("cmi.suspend_data"),
    entry: entryOf(get("cmi.core.entry")),
    visited:
      (status !== "" && status !== "not attempted") ||
      get("cmi.core.score.raw") !== "" ||
      isMoreThanZero(get("cmi.core.total_time")),
    finished: status === "passed" || status === "completed" || status === "failed",
    ...passOf(get("cmi.student_data.mastery_score"), 100),
  };
}

function interactionWrites(interaction: Interaction): readonly Write[] {
  const record = `cmi.interactions.${interaction.index}`;
  const id = `${record}.id`;
  const type = `${record}.type`;
  const latency = interaction.latency === undefined ? undefined : timespan12(interaction.latency);
  return [
    { element: id, value: interaction.id },
    ...interaction.objectives.map((objective, at) => ({
      element: `${record}.objectives.${at}.id`,
      value: identifier(objective),
      needs: id,
    })),
    { element: type, value: interaction.type, needs: id },
    { element: `${record}.time`, value: clock12(interaction.time), needs: id },
    { element: `${record}.weighting`, value: decimal(interaction.weighting), needs: id },
    ...present(`${record}.correct_responses.0.pattern`, interaction.pattern, type),
    ...present(`${record}.student_response`, interaction.response, type),
    ...present(`${record}.result`, resultText(interaction, "wrong"), id),
    ...present(`${record}.latency`, latency, id),
  ];
}

function objectiveWrites(objective: Objective, index: number): readonly Write[] {
  const record = `cmi.objectives.${index}`;
  const id = `${record}.id`;
  return [
    { element: id, value: identifier(objective.id) },
    { element: `${record}.score.raw`, value: decimal(objective.score / 100), needs: id },
    { element: `${record}.score.min`, value: "0", needs: id },
    { element: `${record}.score.max`, value: "100", needs: id },
    { element: `${record}.status`, value: objective.status, needs: id },
  ];
}

function scoreWrites(score: number | undefined): readonly Write[] {
  if (score === undefined) return [];
  return [
    { element: "cmi.core.score.raw", value: decimal(score / 100), vital: true },
    { element: "cmi.core.score.min", value: "0" },
    { element: "cmi.core.score.max", value: "100" },
  ];
}

function statusWrites({ situation, report }: Snapshot): readonly Write[] {
  if (situation === undefined) return [];
  return [{ element: "cmi.core.lesson_status", value: lessonStatus(situation, report), vital: true }];
}

function writes(snapshot: Snapshot, objectiveIndex: (id: string) => number): readonly Write[] {
  return [
    ...snapshot.interactions.flatMap(interactionWrites),
    ...snapshot.objectives.flatMap((objective) => objectiveWrites(objective, objectiveIndex(identifier(objective.id)))),
    ...scoreWrites(snapshot.score),
    ...statusWrites(snapshot),
    { element: "cmi.core.lesson_location", value: snapshot.location },
    { element: "cmi.suspend_data", value: snapshot.state, vital: true },
    { element: "cmi.core.session_time", value: timespan12(Math.floor(snapshot.seconds)) },
  ];
}

const SCORM12: Dialect = {
  calls: {
    initialize: "LMSInitialize",
    finish: "LMSFinish",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    errorCode: "LMSGetLastError",
    errorText: "LMSGetErrorString",
  },
  exit: { element: "cmi.core.exit", value: "suspend" },
  leave: [],
  readLaunch,
  writes,
};

/** A session with the SCORM 1.2 LMS around a page. */
export function scorm12Session(page: object, platform: Pick<Platform, "after">): Session {
  return createSession(SCORM12, () => findApi(page, "API", platform));
}
